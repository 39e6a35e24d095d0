package io.liangze.subject;

import io.liangze.shared.Cursor;
import io.liangze.shared.Grade;
import io.liangze.shared.Limit;
import io.liangze.shared.Page;
import io.liangze.shared.Refusal;
import io.liangze.shared.Scope;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/subjects")
class SubjectApi {

    record Closing(@Nullable String reason, @Nullable LocalDate date) {}

    record Asking(@Nullable Grade grade, @Nullable String reason, @Nullable LocalDate until) {}

    record Refusing(@Nullable String reason) {}

    record Items<T>(List<T> items) {}

    private final Subjects subjects;
    private final GradeOverrides overrides;

    SubjectApi(Subjects subjects, GradeOverrides overrides) {
        this.subjects = subjects;
        this.overrides = overrides;
    }

    /** Subjects of a place. */
    @GetMapping
    Page<Subject> list(Scope scope, SubjectFilter filter, @RequestParam(required = false) @Nullable Cursor after,
                       @RequestParam(defaultValue = "50") Limit limit, @RequestParam(defaultValue = "false") boolean total) {
        var page = subjects.page(scope, filter, after, limit.rows());
        return total ? page.withTotal(subjects.count(scope, filter)) : page;
    }

    /** One subject. */
    @GetMapping("/{id}")
    Subject find(Scope scope, @PathVariable UUID id) {
        return subjects.find(scope, id);
    }

    /** Opens a subject; with an {@code id} of its own it can be sent twice. */
    @PostMapping
    ResponseEntity<Subject> open(Scope scope, @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
            schema = @Schema(implementation = Particulars.class))) @RequestBody ObjectNode body) {
        var id = id(body);
        var subject = subjects.open(scope, id, fields(body));
        return ResponseEntity.created(URI.create("/api/v1/subjects/" + subject.id())).body(subject);
    }

    /** Changes the fields that are named (merge patch); null empties one. */
    @PatchMapping("/{id}")
    Subject change(Scope scope, @PathVariable UUID id, @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
            schema = @Schema(implementation = Particulars.class))) @RequestBody ObjectNode body) {
        return subjects.change(scope, id, fields(body), null);
    }

    /** Closes it. */
    @PostMapping("/{id}/close")
    Subject close(Scope scope, @PathVariable UUID id, @RequestBody Closing closing) {
        return subjects.close(scope, id, closing.reason(), closing.date());
    }

    /** Its history, newest first. */
    @GetMapping("/{id}/history")
    Items<SubjectChange> history(Scope scope, @PathVariable UUID id) {
        return new Items<>(subjects.history(scope, id));
    }

    /** Asks for a grade by hand. */
    @PostMapping("/{id}/grade-override")
    ResponseEntity<GradeOverride> ask(Scope scope, @PathVariable UUID id, @RequestBody Asking asking) {
        return ResponseEntity.created(URI.create("/api/v1/subjects/" + id))
            .body(overrides.ask(scope, id, asking.grade(), asking.reason(), asking.until()));
    }

    /** Approves it, as the next level's office. */
    @PostMapping("/{id}/grade-override/approve")
    Subject approve(Scope scope, @PathVariable UUID id) {
        return overrides.approve(scope, id);
    }

    /** Refuses it, as the next level's office. */
    @PostMapping("/{id}/grade-override/refuse")
    Subject refuse(Scope scope, @PathVariable UUID id, @RequestBody Refusing refusing) {
        return overrides.refuse(scope, id, refusing.reason());
    }

    /** The writer's own id, taken out of the fields. */
    private static @Nullable UUID id(ObjectNode body) {
        var id = body.remove("id");
        if (id == null || id.isNull()) return null;
        try {
            return UUID.fromString(id.asString(""));
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.unreadable("input.unreadable").with("field", "id");
        }
    }

    /** Numbers may be written as text, and text is what all is checked as. */
    private static Map<SubjectField, @Nullable String> fields(ObjectNode body) {
        var fields = new EnumMap<SubjectField, @Nullable String>(SubjectField.class);
        body.forEachEntry((name, value) -> {
            var field = SubjectField.named(name)
                .orElseThrow(() -> Refusal.unreadable("input.unknown-field", name).with("field", name));
            if (!value.isNull() && !value.isString() && !value.isNumber()) throw Refusal.invalid(name, "value.unfit");
            fields.put(field, value.isNull() ? null : value.asString());
        });
        return fields;
    }
}
