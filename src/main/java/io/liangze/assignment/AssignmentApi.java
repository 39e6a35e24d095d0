package io.liangze.assignment;

import io.liangze.shared.Cursor;
import io.liangze.shared.Limit;
import io.liangze.shared.Page;
import io.liangze.shared.Scope;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class AssignmentApi {

    record MatchRequest(@Nullable String region) {}

    record ByHand(@Nullable UUID subject, @Nullable UUID official, @Nullable String reason) {}

    record Stake(@Nullable UUID subject) {}

    private final Assignments assignments;
    private final Coverages coverages;
    private final MatchView matchView;

    AssignmentApi(Assignments assignments, Coverages coverages, MatchView matchView) {
        this.assignments = assignments;
        this.coverages = coverages;
        this.matchView = matchView;
    }

    /** Relations in force, with {@code history=true} all. */
    @GetMapping("/assignments")
    Page<Assignment> list(Scope scope, AssignmentFilter filter, @RequestParam @Nullable Cursor after,
                          @RequestParam(defaultValue = "50") Limit limit, @RequestParam(defaultValue = "false") boolean total) {
        var page = assignments.page(scope, filter, after, limit.rows());
        return total ? page.withTotal(assignments.count(scope, filter)) : page;
    }

    /** Makes an official answer for a subject by hand. */
    @PostMapping("/assignments")
    ResponseEntity<Assignment> assign(Scope scope, @RequestBody ByHand wish) {
        var made = assignments.assign(scope, wish.subject(), wish.official(), wish.reason());
        return ResponseEntity.created(URI.create("/api/v1/assignments?subject=" + made.subject().id())).body(made);
    }

    /** He must not answer for this subject. */
    @PostMapping("/officials/{id}/stakes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void declareStake(Scope scope, @PathVariable UUID id, @RequestBody Stake stake) {
        assignments.declareStake(scope, id, stake.subject());
    }

    /** Matches what is open in a place. */
    @PostMapping("/assignments/match")
    ResponseEntity<Map<String, UUID>> match(Scope scope, @RequestBody(required = false) @Nullable MatchRequest wish) {
        return accepted(assignments.match(scope, wish == null ? null : wish.region()));
    }

    /** Matches, and evens the loads by the fewest moves. */
    @PostMapping("/assignments/rebalance")
    ResponseEntity<Map<String, UUID>> rebalance(Scope scope, @RequestBody(required = false) @Nullable MatchRequest wish) {
        return accepted(assignments.rebalance(scope, wish == null ? null : wish.region()));
    }

    private static ResponseEntity<Map<String, UUID>> accepted(UUID id) {
        return ResponseEntity.accepted().location(URI.create("/api/v1/assignments/match/" + id)).body(Map.of("id", id));
    }

    /** How far a matching is. */
    @GetMapping("/assignments/match/{id}")
    MatchStatus matching(Scope scope, @PathVariable UUID id) {
        return matchView.of(assignments.matching(scope, id));
    }

    /** Coverage of a place and its children, now. */
    @GetMapping("/coverage")
    Coverage coverage(Scope scope, @RequestParam @Nullable String region) {
        return coverages.of(scope, region);
    }

    /** Active subjects with nobody behind them. */
    @GetMapping("/coverage/gaps")
    Page<Gap> gaps(Scope scope, @RequestParam @Nullable String region, @RequestParam @Nullable Cursor after,
                   @RequestParam(defaultValue = "50") Limit limit, @RequestParam(defaultValue = "false") boolean total) {
        var page = assignments.gaps(scope, region, after, limit.rows());
        return total ? page.withTotal(assignments.countGaps(scope, region)) : page;
    }
}
