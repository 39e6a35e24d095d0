package io.liangze.evidence;

import io.liangze.shared.Scope;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/evidence")
class EvidenceApi {

    private final Evidence evidence;

    EvidenceApi(Evidence evidence) {
        this.evidence = evidence;
    }

    @PostMapping
    ResponseEntity<Stored> store(Scope scope, @RequestParam MultipartFile file, @RequestParam(required = false) @Nullable UUID id,
                 @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable OffsetDateTime takenAt,
                 @RequestParam(required = false) @Nullable Double latitude,
                 @RequestParam(required = false) @Nullable Double longitude) {
        var stored = evidence.store(scope, new Upload(id, file, takenAt, latitude, longitude));
        return ResponseEntity.created(URI.create("/api/v1/evidence/" + stored.id())).body(stored);
    }

    @GetMapping("/{id}")
    ResponseEntity<Resource> show(Scope scope, @PathVariable UUID id) {
        return Answer.with(evidence.show(scope, id));
    }

    @GetMapping("/{id}/thumbnail")
    ResponseEntity<Resource> thumbnail(Scope scope, @PathVariable UUID id) {
        return Answer.with(evidence.thumbnail(scope, id));
    }
}
