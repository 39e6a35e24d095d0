package io.liangze.database;

import java.io.IOException;
import java.util.Optional;

/** Whether this process is the one that works in the home. */
record Tenancy(Optional<HomeLock> lock) implements AutoCloseable {

    boolean isOurs() {
        return lock.isPresent();
    }

    @Override
    public void close() throws IOException {
        if (lock.isPresent()) lock.get().close();
    }
}
