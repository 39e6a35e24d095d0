package io.liangze.tally;

import io.liangze.shared.Grade;
import org.jspecify.annotations.Nullable;

/**
 * One read count; there may be several of the same key, of which the sum is meant.
 *
 * @param group the place that was asked for
 * @param mark  of a stock see {@link Measure}; where a due date turns it, {@link #PAST} or '' as the day of reading says
 */
public record Count(String group, @Nullable Grade grade, Measure measure, String mark, long n) {

    /** The due date has passed. */
    public static final String PAST = "PAST";

    public boolean isPast() {
        return mark.equals(PAST);
    }
}
