package io.liangze.bench;

import java.time.Duration;

/** Prints figures; the launcher keeps the lines that begin with {@code > }. */
final class Figures {

    private Figures() {}

    /** @param value with its unit @param words the rest: percentiles, clients, {@code ceiling}, {@code goal ≤ 20 ms} */
    static void print(String what, String value, String... words) {
        System.out.printf("> %-44s %12s   %s%n", what, value, String.join("   ", words));
    }

    static String ms(double milliseconds) {
        return milliseconds < 10 ? "%.1f ms".formatted(milliseconds) : "%,.0f ms".formatted(milliseconds);
    }

    static String s(double seconds) {
        return seconds < 10 ? "%.2f s".formatted(seconds) : "%,.1f s".formatted(seconds);
    }

    static String s(Duration duration) {
        return s(duration.toMillis() / 1e3);
    }

    static String times(double factor) {
        return factor < 10 ? "%.1f ×".formatted(factor) : "%,.0f ×".formatted(factor);
    }

    static String share(double part) {
        return "%.0f %%".formatted(100 * part);
    }
}
