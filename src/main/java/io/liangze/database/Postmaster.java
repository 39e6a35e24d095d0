package io.liangze.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} says of the server that works on a data folder: its process, folder and port. */
record Postmaster(long pid, Path folder, int port) {

    static Optional<Postmaster> of(Path database) {
        try {
            var lines = Files.readAllLines(file(database));
            return lines.size() < 4 ? Optional.empty() : Optional.of(new Postmaster(
                Long.parseLong(lines.get(0).strip()), Path.of(lines.get(1).strip()), Integer.parseInt(lines.get(3).strip())));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file(database), e);
        }
    }

    static Path file(Path database) {
        return database.resolve("postmaster.pid");
    }

    /** The process, unless it has ended or its number belongs to another program by now. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(Postmaster::isPostgres);
    }

    private static boolean isPostgres(ProcessHandle process) {
        var info = process.info();
        return List.of(info.command().orElse(""), info.commandLine().orElse("")).stream()
            .anyMatch(words -> words.split(" ")[0].endsWith("postgres"));
    }
}
