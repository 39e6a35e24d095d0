package io.liangze.imports;

import io.liangze.shared.Home;
import io.liangze.shared.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** {@code <home>/imports}: a folder for each upload and for each import of it. No name from outside becomes a path. */
@Component
class ImportFolders {

    private static final Logger log = LoggerFactory.getLogger(ImportFolders.class);

    private final Home home;
    private final Vault vault;
    private final JsonMapper json;

    ImportFolders(Home home, Vault vault, JsonMapper json) {
        this.home = home;
        this.vault = vault;
        this.json = json;
    }

    /** Keeps what was sent. */
    Path keep(UUID upload, InputStream sent) {
        var file = upload(upload);
        try {
            Files.createDirectories(file.getParent());
            Files.copy(sent, file);
            return file;
        } catch (IOException e) {
            drop(upload);
            throw new UncheckedIOException(e);
        }
    }

    Path upload(UUID upload) {
        return folder(upload).resolve("upload");
    }

    Journals.Files journals(UUID id) {
        try {
            return new Journals.Files(Files.createDirectories(folder(id)), vault, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With everything in it. */
    void drop(UUID id) {
        try {
            FileSystemUtils.deleteRecursively(folder(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folders in which nothing has changed since. */
    void dropUntouchedSince(Instant before) {
        int dropped = 0;
        try (var folders = Files.list(home.folder("imports"))) {
            for (var folder : folders.sorted(Comparator.naturalOrder()).toList())
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(before)) {
                    FileSystemUtils.deleteRecursively(folder);
                    dropped++;
                }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (dropped > 0) log.info("Old import files deleted folders={}", dropped);
    }

    private Path folder(UUID id) {
        return home.folder("imports").resolve(id.toString());
    }
}
