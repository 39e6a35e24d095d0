package io.liangze.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The folder of keys, outside the database: mode 700, one file a key with its hexadecimal digits, mode 600.
 * A key is made when it is first asked for; several instances on one folder end with the same key.
 */
@Component
public class Keys {

    private final SecureRandom random = new SecureRandom();
    private final Path folder;

    public Keys(@Value("${liangze.keys}") Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /** The key of that name, or {@code bytes} random ones kept under it from now on. */
    public byte[] secret(String name, int bytes) {
        return secret(name, () -> {
            var fresh = new byte[bytes];
            random.nextBytes(fresh);
            return fresh;
        });
    }

    /** The key of that name, or the one that {@code first} makes, kept under it from now on. */
    public byte[] secret(String name, Supplier<byte[]> first) {
        var file = file(name);
        try {
            if (!Files.exists(file)) keep(file, first.get());
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("key %s cannot be read".formatted(file), e);
        }
    }

    /** The names of the keys that begin so, in order. */
    public List<String> names(String prefix) {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                .filter(f -> f.startsWith(prefix) && f.endsWith(".key"))
                .map(f -> f.substring(0, f.length() - 4)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** Written aside and linked, so that a key is whole or absent, and the first of two writers wins. */
    private void keep(Path file, byte[] key) throws IOException {
        var aside = Files.createTempFile(folder, "new", ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap((HexFormat.of().formatHex(key) + "\n").getBytes()));
            channel.force(true);
        }
        try {
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException somebodyWasFirst) {
            return;
        } finally {
            Files.delete(aside);
        }
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private Path file(String name) {
        if (!name.matches("[a-z0-9-]+")) throw new IllegalArgumentException("not a name for a key: " + name);
        return folder.resolve(name + ".key");
    }
}
