package io.liangze.imports;

import io.liangze.shared.Scope;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/imports")
class ImportApi {

    /** What was queued. */
    record Queued(UUID id) {}

    private final Imports imports;

    ImportApi(Imports imports) {
        this.imports = imports;
    }

    /** Takes a csv or xlsx and queues its import. */
    @PostMapping("/{kind}")
    ResponseEntity<Queued> start(Scope scope, @PathVariable String kind, @RequestParam MultipartFile file,
                                 @RequestParam(defaultValue = "false") boolean dryRun) throws IOException {
        var id = imports.start(scope, kind, Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getInputStream(), dryRun);
        return ResponseEntity.accepted().location(URI.create("/api/v1/imports/" + id)).body(new Queued(id));
    }

    /** How far it is. */
    @GetMapping("/{id}")
    ImportStatus find(Scope scope, @PathVariable UUID id, Locale locale) {
        return imports.find(scope, id, locale);
    }

    /** The rows that were not taken. */
    @GetMapping("/{id}/rejects")
    void rejects(Scope scope, @PathVariable UUID id, Locale locale, HttpServletResponse response) throws IOException {
        imports.rejects(scope, id, locale).send(response);
    }

    /** The rows that were taken with a remark. */
    @GetMapping("/{id}/warnings")
    void warnings(Scope scope, @PathVariable UUID id, Locale locale, HttpServletResponse response) throws IOException {
        imports.warnings(scope, id, locale).send(response);
    }

    /** A workbook to fill in. */
    @GetMapping("/{kind}/template")
    void template(Scope scope, @PathVariable String kind, Locale locale, HttpServletResponse response) throws IOException {
        imports.template(scope, kind, locale).send(response);
    }
}
