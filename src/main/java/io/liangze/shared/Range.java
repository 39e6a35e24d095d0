package io.liangze.shared;

import org.jspecify.annotations.Nullable;

/** Places from {@code low} up to, not including, {@code high}: a subtree of the tree of places, as 12-digit codes. */
public record Range(String low, String high) implements Comparable<Range> {

    /** All places there are. */
    public static final Range EVERYWHERE = new Range("000000000000", "999999999999");

    public Range {
        if (low.length() != 12 || high.length() != 12) throw new IllegalArgumentException("places have 12 digits");
    }

    /** The place and all below it. */
    public static Range of(String place) {
        int digits = significantDigits(place);
        long step = (long) Math.pow(10, 12 - digits);
        return new Range(place, "%012d".formatted(Long.parseLong(place) + step));
    }

    /** How many leading digits name the place: 2 province, 4 city, 6 county, 9 township, 12 village. */
    public static int significantDigits(String place) {
        if (place.endsWith("0000000000")) return 2;
        if (place.endsWith("00000000")) return 4;
        if (place.endsWith("000000")) return 6;
        return place.endsWith("000") ? 9 : 12;
    }

    public boolean holds(String place) {
        return place.compareTo(low) >= 0 && place.compareTo(high) < 0;
    }

    public boolean holds(Range other) {
        return other.low.compareTo(low) >= 0 && other.high.compareTo(high) <= 0;
    }

    /** What both have in common: as ranges are subtrees, the smaller of the two or nothing. */
    public @Nullable Range meet(Range other) {
        if (holds(other)) return other;
        return other.holds(this) ? this : null;
    }

    /** The county that all of it lies in, or null above a county. */
    public @Nullable String county() {
        var county = low.substring(0, 6);
        return !county.endsWith("00") && Range.of(county + "000000").holds(this) ? county : null;
    }

    @Override
    public int compareTo(Range other) {
        return low.compareTo(other.low);
    }
}
