package io.liangze.supervision;

import io.liangze.shared.Cursor;
import io.liangze.shared.Limit;
import io.liangze.shared.Page;
import io.liangze.shared.Period;
import io.liangze.shared.Scope;
import java.net.URI;
import java.util.Map;
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
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1")
class SupervisionApi {

    record GenerateRequest(@Nullable String region) {}

    /** A generation as it stands. */
    record GenerateStatus(UUID id, String state, long created, long existing, @Nullable String error) {}

    private final Supervision supervision;
    private final Corrections corrections;
    private final JsonMapper json;

    SupervisionApi(Supervision supervision, Corrections corrections, JsonMapper json) {
        this.supervision = supervision;
        this.corrections = corrections;
        this.json = json;
    }

    /** Makes a quarter's tasks for a place. */
    @PostMapping("/quarters/{quarter}/tasks")
    ResponseEntity<Map<String, UUID>> generate(Scope scope, @PathVariable Period.Quarter quarter, @RequestBody(required = false) @Nullable GenerateRequest wish) {
        var id = supervision.generate(scope, quarter, wish == null ? null : wish.region());
        return ResponseEntity.accepted().location(URI.create("/api/v1/quarters/" + quarter + "/tasks/" + id)).body(Map.of("id", id));
    }

    /** How far a generation is. */
    @GetMapping("/quarters/{quarter}/tasks/{id}")
    GenerateStatus generation(Scope scope, @PathVariable Period.Quarter quarter, @PathVariable UUID id) {
        var work = supervision.generation(scope, quarter, id);
        var figures = work.progress().isEmpty() ? Generated.NOTHING : json.treeToValue(work.progress(), Generated.class);
        return new GenerateStatus(work.id(), work.state().name(), figures.created(), figures.existing(), work.error());
    }

    /** Tasks by place. */
    @GetMapping("/tasks")
    Page<SupervisionTask> tasks(Scope scope, TaskFilter filter, @RequestParam @Nullable Cursor after,
                                @RequestParam(defaultValue = "50") Limit limit, @RequestParam(defaultValue = "false") boolean total) {
        var page = supervision.tasks(scope, filter, after, limit.rows());
        return total ? page.withTotal(supervision.count(scope, filter)) : page;
    }

    /** A task with all that its visit needs. */
    @GetMapping("/tasks/{id}")
    TaskDetail task(Scope scope, @PathVariable UUID id) {
        return supervision.task(scope, id);
    }

    /** Records a visit; sent again it answers as the first time. */
    @PostMapping("/tasks/{id}/visit")
    ResponseEntity<Receipt> visit(Scope scope, @PathVariable UUID id, @RequestBody VisitReport visit) {
        var receipt = supervision.visit(scope, id, visit);
        return ResponseEntity.created(URI.create("/api/v1/visits/" + receipt.visit())).body(receipt);
    }

    /** Visits by place. */
    @GetMapping("/visits")
    Page<Visit> visits(Scope scope, VisitFilter filter, @RequestParam @Nullable Cursor after,
                       @RequestParam(defaultValue = "50") Limit limit, @RequestParam(defaultValue = "false") boolean total) {
        var page = supervision.visits(scope, filter, after, limit.rows());
        return total ? page.withTotal(supervision.countVisits(scope, filter)) : page;
    }

    /** A visit with its corrections. */
    @GetMapping("/visits/{id}")
    Visit visit(Scope scope, @PathVariable UUID id) {
        return supervision.visitOf(scope, id);
    }

    /** Appends a corrected version. */
    @PostMapping("/visits/{id}/corrections")
    ResponseEntity<Correction> correct(Scope scope, @PathVariable UUID id, @RequestBody Corrections.Wish wish) {
        return ResponseEntity.created(URI.create("/api/v1/visits/" + id)).body(corrections.correct(scope, id, wish));
    }
}
