package io.liangze.tally;

import java.util.Set;

/**
 * How a module's measures are counted from its facts, by SQL that shares nothing with the deltas. The nightly check
 * compares both; a load of many facts at once takes its totals from here.
 */
public interface Counted {

    Set<Measure> measures();

    /**
     * A select of {@code place, period, family, grade, measure, mark, n} for the county {@code :county}: lowest places
     * only, period {@code NOW} for stocks and {@code yyyy-mm} else, grade '-' where there is none.
     */
    String facts();
}
