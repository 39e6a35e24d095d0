package io.liangze.shared;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the next page of a list begins: lists are ordered by place, then id. Opaque to clients. */
public record Cursor(String region, UUID id) implements Comparable<Cursor> {

    /** @throws IllegalArgumentException if it is not a cursor that a list gave out */
    public static Cursor of(String text) {
        if (text.length() != 48) throw new IllegalArgumentException("not a cursor");
        return new Cursor(text.substring(0, 12), UUID.fromString(text.substring(12)));
    }

    /** SQL: rows of {@code t} (columns region, id) behind it; all of them without one. Parameters: {@link #params}. */
    public static String behind(@Nullable Cursor after, String t) {
        return after == null ? "true" : "(%1$s.region, %1$s.id) > (cast(:afterRegion as char(12)), :afterId)".formatted(t);
    }

    /** The values of {@link #behind}. */
    public static Map<String, Object> params(@Nullable Cursor after) {
        return after == null ? Map.of() : Map.of("afterRegion", after.region, "afterId", after.id);
    }

    @Override
    public int compareTo(Cursor other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return region + id;
    }
}
