package io.liangze.imports;

import static org.awaitility.Awaitility.await;

import io.liangze.shared.Scope;
import io.liangze.work.WorkState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sends a file as an office does and waits for its end. */
@Component
public class GivenImports {

    private final Imports imports;

    GivenImports(Imports imports) {
        this.imports = imports;
    }

    public ImportStatus done(Scope scope, String kind, String csv) {
        return done(scope, kind, csv.getBytes(StandardCharsets.UTF_8), false);
    }

    public ImportStatus trial(Scope scope, String kind, String csv) {
        return done(scope, kind, csv.getBytes(StandardCharsets.UTF_8), true);
    }

    public ImportStatus done(Scope scope, String kind, byte[] file, boolean dryRun) {
        return ended(scope, imports.start(scope, kind, "名单.csv", new ByteArrayInputStream(file), dryRun));
    }

    public ImportStatus ended(Scope scope, UUID id) {
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50)).until(() -> status(scope, id).state(), WorkState::isOver);
        return status(scope, id);
    }

    /** Does what a trial run has shown. */
    UUID apply(Scope scope, UUID trial) {
        return imports.apply(scope, trial);
    }

    /** What goes back to the sender: the rows that were rejected. */
    public String rejects(Scope scope, UUID id, Charset charset) {
        return text(imports.rejects(scope, id, Locale.SIMPLIFIED_CHINESE), charset);
    }

    public String warnings(Scope scope, UUID id) {
        return text(imports.warnings(scope, id, Locale.SIMPLIFIED_CHINESE), StandardCharsets.UTF_8);
    }

    private ImportStatus status(Scope scope, UUID id) {
        return imports.find(scope, id, Locale.SIMPLIFIED_CHINESE);
    }

    private static String text(Download download, Charset charset) {
        var out = new ByteArrayOutputStream();
        try {
            download.body().write(out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toString(charset);
    }
}
