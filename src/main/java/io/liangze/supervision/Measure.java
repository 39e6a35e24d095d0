package io.liangze.supervision;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is measured at an item, and which values are right.
 *
 * @param min   below it no value is right; null if there is no such limit
 * @param max   above it no value is right; null if there is no such limit
 * @param bands a right value lies within one of them: chilled 0–8 ℃ or frozen up to −12 ℃
 */
public record Measure(String unit, @Nullable Double min, @Nullable Double max, List<Band> bands) {

    /** Both limits are right themselves. */
    public record Band(@Nullable String name, @Nullable Double min, @Nullable Double max) {
        boolean holds(double value) {
            return (min == null || value >= min) && (max == null || value <= max);
        }
    }

    static Measure of(String unit, List<Band> bands) {
        return new Measure(unit, least(bands), greatest(bands), List.copyOf(bands));
    }

    /** Whether {@code value} is right; else the answer is a problem. */
    public boolean holds(double value) {
        return bands.stream().anyMatch(band -> band.holds(value));
    }

    private static @Nullable Double least(List<Band> bands) {
        if (bands.stream().anyMatch(band -> band.min == null)) return null;
        return bands.stream().map(Band::min).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    private static @Nullable Double greatest(List<Band> bands) {
        if (bands.stream().anyMatch(band -> band.max == null)) return null;
        return bands.stream().map(Band::max).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }
}
