package io.liangze.imports;

import io.liangze.shared.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an import leaves beside its upload: rejected rows, rows with a remark, changes. Rows are sealed, for they hold
 * numbers of persons; changes hold none.
 */
final class Journals implements AutoCloseable {

    /** Reads them, while they grow or later. */
    record Files(Path folder, Vault vault, JsonMapper json) {

        Stream<Faulty> rejects() {
            return Journal.lines(folder.resolve("rejects"), this::opened);
        }

        Stream<Faulty> warnings() {
            return Journal.lines(folder.resolve("warnings"), this::opened);
        }

        Stream<Changed> changes() {
            return Journal.lines(changesFile(), line -> json.readValue(line, Changed.class));
        }

        /** Only the new things, or only the changed ones; the others are passed over unread. */
        Stream<Changed> changes(boolean created) {
            return Journal.lines(changesFile(), line -> line).filter(line -> line.contains("\"created\":" + created))
                .map(line -> json.readValue(line, Changed.class));
        }

        Path changesFile() {
            return folder.resolve("changes");
        }

        private Faulty opened(String line) {
            return json.readValue(vault.open(Base64.getDecoder().decode(line)), Faulty.class);
        }

        private byte[] sealed(Faulty row) {
            return Base64.getEncoder().encode(vault.seal(json.writeValueAsString(row)));
        }

        private byte[] plain(Changed change) {
            return json.writeValueAsString(change).getBytes(StandardCharsets.UTF_8);
        }
    }

    private final Files files;
    private final Journal rejects;
    private final Journal warnings;
    private final Journal changes;

    Journals(Files files, Mark mark) throws IOException {
        this.files = files;
        rejects = Journal.open(files.folder().resolve("rejects"), mark.rejects());
        warnings = Journal.open(files.folder().resolve("warnings"), mark.warnings());
        changes = Journal.open(files.changesFile(), mark.changes());
    }

    void reject(Faulty row) throws IOException {
        rejects.add(files.sealed(row));
    }

    void warn(Faulty row) throws IOException {
        warnings.add(files.sealed(row));
    }

    void change(Changed change) throws IOException {
        changes.add(files.plain(change));
    }

    /** On disk, all of them, with {@code rows} of the file dealt with. */
    Mark flush(long rows) throws IOException {
        return new Mark(rows, rejects.flush(), warnings.flush(), changes.flush(), false);
    }

    @Override
    public void close() throws IOException {
        try (rejects; warnings; changes) {
            // each is closed, also when another one fails
        }
    }
}
