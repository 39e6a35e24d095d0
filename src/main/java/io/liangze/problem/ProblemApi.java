package io.liangze.problem;

import io.liangze.shared.Cursor;
import io.liangze.shared.Limit;
import io.liangze.shared.Page;
import io.liangze.shared.Scope;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/problems")
class ProblemApi {

    private final Problems problems;

    ProblemApi(Problems problems) {
        this.problems = problems;
    }

    /** Problems by place, then id; every filter may be repeated, {@code region} means all below it. */
    @GetMapping
    Page<Problem> list(Scope scope, ProblemFilter filter, @RequestParam @Nullable Cursor after,
                       @RequestParam(defaultValue = "50") Limit limit, @RequestParam(defaultValue = "false") boolean total) {
        var page = problems.page(scope, filter, after, limit.rows());
        return total ? page.withTotal(problems.count(scope, filter)) : page;
    }

    /** A problem with its history. */
    @GetMapping("/{id}")
    ProblemFile find(Scope scope, @PathVariable UUID id) {
        return problems.find(scope, id);
    }

    /** Opens one by hand; a second sending of the same id answers as the first. */
    @PostMapping
    ResponseEntity<ProblemFile> open(Scope scope, @RequestBody NewProblem problem) {
        var file = problems.open(scope, problem);
        return ResponseEntity.created(URI.create("/api/v1/problems/" + file.problem().id())).body(file);
    }

    /** Put right, with proof. */
    @PostMapping("/{id}/rectify")
    ProblemFile rectify(Scope scope, @PathVariable UUID id, @RequestBody Step.Rectify step) {
        return problems.act(scope, id, step);
    }

    /** Looked at and right: struck off. */
    @PostMapping("/{id}/accept")
    ProblemFile accept(Scope scope, @PathVariable UUID id, @RequestBody Step.Accept step) {
        return problems.act(scope, id, step);
    }

    /** Looked at and not right. */
    @PostMapping("/{id}/return")
    ProblemFile sendBack(Scope scope, @PathVariable UUID id, @RequestBody Step.Return step) {
        return problems.act(scope, id, step);
    }

    /** Given more time, once. */
    @PostMapping("/{id}/extend")
    ProblemFile extend(Scope scope, @PathVariable UUID id, @RequestBody Step.Extend step) {
        return problems.act(scope, id, step);
    }

    /** Taken to the level above. */
    @PostMapping("/{id}/escalate")
    ProblemFile escalate(Scope scope, @PathVariable UUID id, @RequestBody Step.Escalate step) {
        return problems.act(scope, id, step);
    }

    /** Handed to enforcement. */
    @PostMapping("/{id}/refer")
    ProblemFile refer(Scope scope, @PathVariable UUID id, @RequestBody Step.Refer step) {
        return problems.act(scope, id, step);
    }

    /** The referral has arrived. */
    @PostMapping("/{id}/sign-for")
    ProblemFile signFor(Scope scope, @PathVariable UUID id, @RequestBody(required = false) Step.@Nullable SignFor step) {
        return problems.act(scope, id, new Step.SignFor());
    }

    /** What became of the referral. */
    @PostMapping("/{id}/enforcement-result")
    ProblemFile conclude(Scope scope, @PathVariable UUID id, @RequestBody Step.Conclude step) {
        return problems.act(scope, id, step);
    }

    /** No problem, or another one again. */
    @PostMapping("/{id}/cancel")
    ProblemFile cancel(Scope scope, @PathVariable UUID id, @RequestBody Step.Cancel step) {
        return problems.act(scope, id, step);
    }

    /** A word for all who see it. */
    @PostMapping("/{id}/remark")
    ProblemFile remark(Scope scope, @PathVariable UUID id, @RequestBody Step.Remark step) {
        return problems.act(scope, id, step);
    }
}
