package io.liangze.tally;

import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One change of one count.
 *
 * @param place the lowest place known of the fact, county or below
 * @param month in which it counts; for a stock: in which it changed
 * @param grade null for what has none
 * @param mark  of the measure's own, see {@link Measure}; '' where it has none
 */
public record Delta(String place, YearMonth month, Family family, @Nullable Grade grade, Measure measure, String mark, long n) {

    public static Delta of(String place, YearMonth month, Family family, @Nullable Grade grade, Measure measure, long n) {
        return new Delta(place, month, family, grade, measure, "", n);
    }

    /** The same, taken back. */
    public Delta negated() {
        return new Delta(place, month, family, grade, measure, mark, -n);
    }
}
