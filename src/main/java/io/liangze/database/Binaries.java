package io.liangze.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked from the jar once for each version. */
record Binaries(Path folder) {

    /** @throws Unusable if the jar has none for this machine */
    static Binaries in(Path parent) {
        var archive = Binaries.class.getResource("/postgres-%s.txz".formatted(platform()));
        if (archive == null)
            throw new Unusable("There is no embedded PostgreSQL for %s in this build.".formatted(platform()),
                "Give a PostgreSQL server of version 15 or later: LIANGZE_DB_URL, LIANGZE_DB_USER, LIANGZE_DB_PASSWORD.");
        try {
            var folder = parent.resolve("%s-%d".formatted(platform(), archive.openConnection().getContentLengthLong()));
            if (!Files.isDirectory(folder)) unpack(archive, folder);
            return new Binaries(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL into " + parent, e);
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /** Beside it first, then by its name: whoever finds the folder finds it whole. */
    private static void unpack(URL archive, Path folder) throws IOException {
        var fresh = Files.createDirectories(folder.resolveSibling("unpacking-" + ProcessHandle.current().pid()));
        try (var packed = new BufferedInputStream(archive.openStream(), 1 << 16);
             var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry())
                write(entry, tar, fresh);
        }
        Files.move(fresh, folder);
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path into) throws IOException {
        var path = entry.resolveIn(into);
        Files.createDirectories(entry.isDirectory() ? path : path.getParent());
        if (entry.isSymbolicLink()) Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        else if (entry.isLink()) Files.createLink(path, into.resolve(entry.getLinkName()).normalize());
        else if (entry.isFile()) {
            Files.copy(content, path);
            if (entry.getName().contains("bin/") && !path.toFile().setExecutable(true, false))
                throw new IOException("Cannot make executable: " + path);
        }
    }

    /** As the archives are named: {@code linux-x86_64}, {@code linux-arm_64}, {@code darwin-arm_64} … */
    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch");
        return (system.startsWith("mac") ? "darwin" : system.split(" ")[0]) + "-"
            + switch (processor) {
                case "amd64", "x86_64" -> "x86_64";
                case "aarch64", "arm64" -> "arm_64";
                default -> processor;
            };
    }
}
