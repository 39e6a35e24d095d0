package io.liangze.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * At most five bands of equal width over the rates that are there, in whole per cent where they lie far enough apart: so
 * that a map tells its places from each other and its legend can be read. All in per mille.
 *
 * @param count how many bands are in use; with less than two there is nothing to tell
 */
public record Bands(int base, int step, int count) {

    private static final int MOST = 5;
    private static final int WHOLE = 10;

    static Bands over(Collection<@Nullable BigDecimal> rates) {
        var known = rates.stream().filter(Objects::nonNull).mapToInt(Bands::perMille).summaryStatistics();
        if (known.getCount() == 0) return new Bands(0, 1, 0);
        int span = known.getMax() - known.getMin();
        int unit = span >= WHOLE * MOST / 2 ? WHOLE : 1;
        int step = Math.max(unit, Math.ceilDiv(Math.ceilDiv(span, MOST), unit) * unit);
        int base = Math.floorDiv(known.getMin(), unit) * unit;
        return new Bands(base, step, Math.min(MOST, (known.getMax() - base) / step + 1));
    }

    /** 5 the best band, 1 the lowest of five; 0 without a rate. */
    public int shade(@Nullable BigDecimal rate) {
        if (rate == null) return 0;
        int band = Math.clamp((perMille(rate) - base) / step, 0, count - 1);
        return MOST - count + 1 + band;
    }

    /** Best first; empty where there is but one. */
    public List<Band> legend() {
        if (count < 2) return List.of();
        return IntStream.iterate(count - 1, i -> i >= 0, i -> i - 1)
            .mapToObj(i -> new Band(MOST - count + 1 + i, i == 0 ? null : percent(base + i * step),
                i == count - 1 ? null : percent(base + (i + 1) * step))).toList();
    }

    /** @param from null for the lowest @param below null for the best */
    public record Band(int shade, @Nullable String from, @Nullable String below) {}

    private static int perMille(BigDecimal rate) {
        return rate.movePointRight(3).setScale(0, RoundingMode.FLOOR).intValueExact();
    }

    private static String percent(int perMille) {
        return perMille % WHOLE == 0 ? String.valueOf(perMille / WHOLE) : BigDecimal.valueOf(perMille, 1).toPlainString();
    }
}
