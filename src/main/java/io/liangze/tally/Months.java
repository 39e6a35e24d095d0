package io.liangze.tally;

import io.liangze.shared.Period;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which kept months make up a period: what happened is the sum of its months; a stock at its end is what is there now
 * less what has changed since.
 */
record Months(Set<String> within, Set<String> since) {

    static Months of(Period period, YearMonth now) {
        return new Months(months(period.firstMonth(), period.lastMonth()), months(period.lastMonth().plusMonths(1), now));
    }

    /** How often a kept count goes into the period: 1, -1 or 0. */
    int sign(Kept kept) {
        if (!kept.measure().isStock()) return within.contains(kept.period()) ? 1 : 0;
        if (kept.period().equals(Tally.NOW)) return 1;
        return since.contains(kept.period()) ? -1 : 0;
    }

    /** All that has to be read for these. */
    static Set<String> read(List<Months> all) {
        var read = new LinkedHashSet<>(Set.of(Tally.NOW));
        for (var months : all) {
            read.addAll(months.within);
            read.addAll(months.since);
        }
        return read;
    }

    private static Set<String> months(YearMonth from, YearMonth to) {
        var months = new LinkedHashSet<String>();
        Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1)).map(YearMonth::toString).forEach(months::add);
        return months;
    }
}
