package io.liangze.database;

import io.liangze.shared.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One process at a time in a home. The operating system gives the lock back, however the process ends. */
final class HomeLock implements AutoCloseable {

    private final FileChannel file;

    private HomeLock(FileChannel file) {
        this.file = file;
    }

    /** @throws Unusable if another process is in the home */
    static HomeLock take(Home home) {
        return tryTake(home).orElseThrow(() -> new Unusable(
            "Another Liangze (process %s) is running in %s.".formatted(holder(home), home.data()),
            "Use that one, stop it, or give this one a folder of its own: LIANGZE_HOME or --home."));
    }

    static Optional<HomeLock> tryTake(Home home) {
        try {
            var file = FileChannel.open(path(home), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!taken(file)) {
                file.close();
                return Optional.empty();
            }
            file.truncate(0).write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes()));
            return Optional.of(new HomeLock(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + path(home), e);
        }
    }

    private static boolean taken(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException ourselves) {
            return false;
        }
    }

    private static Path path(Home home) {
        return home.data().resolve("liangze.lock");
    }

    private static String holder(Home home) {
        try {
            return Files.readString(path(home)).strip();
        } catch (IOException e) {
            return "?";
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
