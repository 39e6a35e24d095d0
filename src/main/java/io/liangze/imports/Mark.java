package io.liangze.imports;

import org.jspecify.annotations.Nullable;

/**
 * How far an import has come: rows dealt with, and how long its journals then were.
 *
 * @param finished nothing is left to do
 */
record Mark(long rows, long rejects, long warnings, long changes, boolean finished) {

    static Mark of(@Nullable String text) {
        if (text == null) return new Mark(0, 0, 0, 0, false);
        var parts = text.split(" ");
        return new Mark(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]),
            Long.parseLong(parts[3]), parts.length > 4);
    }

    Mark asFinished() {
        return new Mark(rows, rejects, warnings, changes, true);
    }

    @Override
    public String toString() {
        return "%d %d %d %d%s".formatted(rows, rejects, warnings, changes, finished ? " finished" : "");
    }
}
