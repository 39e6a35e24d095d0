package io.liangze.shared;

import java.util.UUID;

/** Where the next page of a list begins: lists are ordered by place, then id. Opaque to clients. */
public record Cursor(String region, UUID id) implements Comparable<Cursor> {

    /** @throws IllegalArgumentException if it is not a cursor that a list gave out */
    public static Cursor of(String text) {
        if (text.length() != 48) throw new IllegalArgumentException("not a cursor");
        return new Cursor(text.substring(0, 12), UUID.fromString(text.substring(12)));
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
