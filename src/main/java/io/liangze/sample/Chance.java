package io.liangze.sample;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that can be had again: the same seed and the same matter give the same draws. */
final class Chance {

    private final SplittableRandom random;

    private Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Each matter draws for itself, so that a change in one leaves the others as they are. */
    static Chance of(long seed, String matter) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < matter.length(); i++) hash = (hash ^ matter.charAt(i)) * 0x100000001b3L;
        return new Chance(seed ^ hash);
    }

    /** From 0 up to, not including, 1. */
    double part() {
        return (random.nextLong() >>> 11) * 0x1.0p-53;
    }

    boolean happens(double probability) {
        return part() < probability;
    }

    /** From 0 up to, not including, {@code bound}. */
    int below(int bound) {
        return (int) (part() * bound);
    }

    /** Both ends held. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** Both ends possible, small ones more often: areas, staff, turnovers. */
    int skewed(int low, int high) {
        return low + (int) ((high - low) * Math.pow(part(), 2.2));
    }

    <T> T of(List<T> items) {
        return items.get(below(items.size()));
    }

    @SafeVarargs
    final <T> T among(T... items) {
        return items[below(items.length)];
    }

    /** An id of version 7, as if made at that moment: ids of later moments are greater. */
    UUID id(Instant at) {
        long high = at.toEpochMilli() << 16 | 0x7000 | random.nextLong() >>> 52;
        return new UUID(high, random.nextLong() >>> 2 | 0x8000000000000000L);
    }
}
