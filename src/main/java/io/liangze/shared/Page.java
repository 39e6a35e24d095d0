package io.liangze.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next  where the following page begins ({@code after}); null on the last
 * @param total how many there are in all, only where it was asked for
 */
public record Page<T>(List<T> items, @Nullable String next, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total) {

    /** Reads rows of one part of a scope, at most {@code limit}, behind {@code after}. */
    public interface Rows<T> {
        List<T> read(Scope part, @Nullable Cursor after, int limit);
    }

    /** Reads a page part by part, in order of code; see {@link Scope#parts()}. */
    public static <T> Page<T> read(Scope scope, @Nullable Cursor after, int limit, Function<T, Cursor> key, Rows<T> rows) {
        var items = new ArrayList<T>();
        for (var part : scope.parts()) {
            if (after != null && part.range().high().compareTo(after.region()) <= 0) continue;
            items.addAll(rows.read(part, after, limit + 1 - items.size()));
            if (items.size() > limit) break;
        }
        return cut(items, limit, row -> key.apply(row).toString());
    }

    /** Cuts a list read with {@code limit + 1} rows. */
    public static <T> Page<T> cut(List<T> rows, int limit, Function<T, String> key) {
        return rows.size() <= limit
            ? new Page<>(List.copyOf(rows), null, null)
            : new Page<>(List.copyOf(rows.subList(0, limit)), key.apply(rows.get(limit - 1)), null);
    }

    public Page<T> withTotal(long all) {
        return new Page<>(items, next, all);
    }

    public <R> Page<R> map(Function<T, R> to) {
        return new Page<>(items.stream().map(to).toList(), next, total);
    }
}
