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

/** One process at a time in a home. The operating system gives the lock back, however the process ends. */
final class HomeLock implements AutoCloseable {

    private final FileChannel file;

    /** @throws Unusable if another process is in the home */
    HomeLock(Home home) {
        var path = home.data().resolve("liangze.lock");
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!taken()) {
                file.close();
                throw new Unusable("Another Liangze (process %s) is running in %s.".formatted(holder(path), home.data()),
                    "Use that one, stop it, or give this one a folder of its own: LIANGZE_HOME or --home.");
            }
            file.truncate(0).write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + path, e);
        }
    }

    private boolean taken() throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException ourselves) {
            return false;
        }
    }

    private static String holder(Path path) throws IOException {
        var pid = Files.readString(path).strip();
        return pid.isEmpty() ? "?" : pid;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
