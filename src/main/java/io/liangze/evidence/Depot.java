package io.liangze.evidence;

import io.liangze.shared.Home;
import io.liangze.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.springframework.stereotype.Component;

/**
 * Files in the home, each under its SM3: {@code evidence/ab/cd/abcd…}. A file is whole and on disk before it has its
 * name, and never changes then. A name is only ever made of a digest.
 */
@Component
class Depot {

    static final int LARGEST = 10 << 20;
    private static final String READ_WRITE = "rw-------";

    private final Home home;

    Depot(Home home) {
        this.home = home;
    }

    /** A file on its way in; gone when closed, unless it was kept. */
    record Arrival(Path file, byte[] sm3, int bytes) implements AutoCloseable {

        byte[] start(int length) throws IOException {
            try (var in = Files.newInputStream(file)) {
                return in.readNBytes(length);
            }
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** Writes it down and takes its digest. @throws Refusal {@code evidence.too-large} 413 */
    Arrival receive(InputStream in) throws IOException {
        var file = fresh();
        var sm3 = new SM3Digest();
        int bytes = 0;
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var buffer = new byte[1 << 16];
            for (int n; (n = in.read(buffer)) >= 0; bytes += n) {
                if (bytes + n > LARGEST) throw Refusal.tooLarge("evidence.too-large", LARGEST >> 20);
                sm3.update(buffer, 0, n);
                for (var piece = ByteBuffer.wrap(buffer, 0, n); piece.hasRemaining(); ) out.write(piece);
            }
            out.force(true);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
        var digest = new byte[sm3.getDigestSize()];
        sm3.doFinal(digest, 0);
        return new Arrival(file, digest, bytes);
    }

    /** Gives it its name, for good. */
    void keep(Arrival arrival) throws IOException {
        put(arrival.file(), path(HexFormat.of().formatHex(arrival.sm3())));
    }

    /** Where the file with this digest lies, or would. */
    Path path(String sm3) {
        return home.folder("evidence").resolve(sm3.substring(0, 2)).resolve(sm3.substring(2, 4)).resolve(sm3);
    }

    /** An empty file that has no name yet. */
    Path fresh() throws IOException {
        return Files.createTempFile(home.folder("evidence"), "arriving-", null,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(READ_WRITE)));
    }

    /** Moves a whole file to where it stays; if there is one already, it is the same. */
    void put(Path file, Path to) throws IOException {
        var folder = Files.createDirectories(to.getParent(), PosixFilePermissions.asFileAttribute(
            PosixFilePermissions.fromString("rwx------")));
        Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
        try (var directory = FileChannel.open(folder)) {
            directory.force(true);
        }
    }
}
