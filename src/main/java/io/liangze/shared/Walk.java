package io.liangze.shared;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Goes over all of a long list, a page at a time: the next page is read while one is dealt with, and no more is held. */
public final class Walk {

    private Walk() {}

    /**
     * Comes back when all pages have been dealt with, in their order and by the calling thread. Pages behind the first are
     * read by another one, so outside the caller's transaction.
     *
     * @param size   of a full page; one that is not full is the last
     * @param page   reads the rows behind a cursor; the first ones without
     * @param cursor of a row
     */
    public static <T> void over(int size, Function<@Nullable Cursor, List<T>> page, Function<T, Cursor> cursor, Consumer<List<T>> pages) {
        try (var ahead = Executors.newVirtualThreadPerTaskExecutor()) {
            var rows = page.apply(null);
            while (!rows.isEmpty()) {
                var last = cursor.apply(rows.getLast());
                var next = rows.size() < size ? null : ahead.submit(() -> page.apply(last));
                pages.accept(rows);
                rows = next == null ? List.of() : read(next);
            }
        }
    }

    private static <T> List<T> read(Future<List<T>> page) {
        try {
            return page.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
