package io.liangze.evidence;

import java.time.Duration;
import org.springframework.core.io.PathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Serves a copy so that no browser takes it for more than a picture or a file. */
final class Answer {

    private static final Duration KEPT = Duration.ofHours(12);

    private Answer() {}

    static ResponseEntity<Resource> with(Shown shown) {
        return ResponseEntity.ok()
            .contentType(MediaType.parseMediaType(shown.mediaType()))
            .header(HttpHeaders.CONTENT_DISPOSITION, shown.disposition())
            .header("X-Content-Type-Options", "nosniff")
            .header("Content-Security-Policy", "default-src 'none'; sandbox")
            .header("Cross-Origin-Resource-Policy", "same-origin")
            .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
            .eTag(shown.tag())
            .body(new PathResource(shown.file()));
    }
}
