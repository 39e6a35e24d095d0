package io.liangze.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** A span of the calendar (期): how often something is due, and what a figure speaks of. */
public sealed interface Period extends Comparable<Period> {

    /** How long a period is; frequencies of rule files are written in these. */
    enum Every { DAY, WEEK, MONTH, QUARTER, HALF, YEAR }

    LocalDate first();

    LocalDate last();

    Every every();

    default boolean holds(LocalDate day) {
        return !day.isBefore(first()) && !day.isAfter(last());
    }

    /** The period before, of the same length. */
    default Period previous() {
        return of(every(), first().minusDays(1));
    }

    default Period next() {
        return of(every(), last().plusDays(1));
    }

    default YearMonth firstMonth() {
        return YearMonth.from(first());
    }

    default YearMonth lastMonth() {
        return YearMonth.from(last());
    }

    @Override
    default int compareTo(Period other) {
        int byStart = first().compareTo(other.first());
        return byStart != 0 ? byStart : last().compareTo(other.last());
    }

    /** The period of that length that holds {@code day}. */
    static Period of(Every every, LocalDate day) {
        return switch (every) {
            case DAY -> new Day(day);
            case WEEK -> new Week(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> new Month(day.getYear(), day.getMonthValue());
            case QUARTER -> new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
            case HALF -> new Half(day.getYear(), day.getMonthValue() <= 6 ? 1 : 2);
            case YEAR -> new Year(day.getYear());
        };
    }

    /**
     * Reads {@code 2026}, {@code 2026H2}, {@code 2026Q4}, {@code 2026-11}, {@code 2026-W48} or {@code 2026-11-24}.
     *
     * @throws IllegalArgumentException for anything else
     */
    @JsonCreator
    static Period of(String text) {
        try {
            if (text.matches("[12]\\d{3}")) return new Year(Integer.parseInt(text));
            if (text.matches("[12]\\d{3}H[12]")) return new Half(year(text), text.charAt(5) - '0');
            if (text.matches("[12]\\d{3}Q[1-4]")) return new Quarter(year(text), text.charAt(5) - '0');
            if (text.matches("[12]\\d{3}-W\\d{2}")) return new Week(year(text), Integer.parseInt(text.substring(6)));
            if (text.matches("[12]\\d{3}-\\d{2}")) return new Month(year(text), Integer.parseInt(text.substring(5)));
            if (text.matches("[12]\\d{3}-\\d{2}-\\d{2}")) return new Day(LocalDate.parse(text));
            throw new IllegalArgumentException("not a period: " + text);
        } catch (DateTimeParseException notADate) {
            throw new IllegalArgumentException("not a period: " + text, notADate);
        }
    }

    private static int year(String text) {
        return Integer.parseInt(text.substring(0, 4));
    }

    /** {@code 2026}. */
    record Year(int year) implements Period {
        @Override public LocalDate first() { return LocalDate.of(year, 1, 1); }
        @Override public LocalDate last() { return LocalDate.of(year, 12, 31); }
        @Override public Every every() { return Every.YEAR; }
        @Override @JsonValue public String toString() { return "%04d".formatted(year); }
    }

    /** {@code 2026H2}. */
    record Half(int year, int number) implements Period {
        public Half { within(number, 1, 2); }
        @Override public LocalDate first() { return LocalDate.of(year, number * 6 - 5, 1); }
        @Override public LocalDate last() { return first().plusMonths(6).minusDays(1); }
        @Override public Every every() { return Every.HALF; }
        @Override @JsonValue public String toString() { return "%04dH%d".formatted(year, number); }
    }

    /** {@code 2026Q4} (季度). */
    record Quarter(int year, int number) implements Period {
        public Quarter { within(number, 1, 4); }
        @Override public LocalDate first() { return LocalDate.of(year, number * 3 - 2, 1); }
        @Override public LocalDate last() { return first().plusMonths(3).minusDays(1); }
        @Override public Every every() { return Every.QUARTER; }
        @Override @JsonValue public String toString() { return "%04dQ%d".formatted(year, number); }

        /** Reads {@code 2026Q4} and nothing else. */
        @JsonCreator
        public static Quarter of(String text) {
            if (Period.of(text) instanceof Quarter quarter) return quarter;
            throw new IllegalArgumentException("not a quarter: " + text);
        }
    }

    /** {@code 2026-11}. */
    record Month(int year, int number) implements Period {
        public Month { within(number, 1, 12); }
        @Override public LocalDate first() { return LocalDate.of(year, number, 1); }
        @Override public LocalDate last() { return first().plusMonths(1).minusDays(1); }
        @Override public Every every() { return Every.MONTH; }
        @Override @JsonValue public String toString() { return "%04d-%02d".formatted(year, number); }
    }

    /** {@code 2026-W48}: Monday to Sunday, numbered as in ISO 8601. */
    record Week(int year, int number) implements Period {
        public Week {
            within(number, 1, 53);
            if (number == 53 && monday(year, 53).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) != 53)
                throw new IllegalArgumentException(year + " has no week 53");
        }
        @Override public LocalDate first() { return monday(year, number); }
        @Override public LocalDate last() { return first().plusDays(6); }
        @Override public Every every() { return Every.WEEK; }
        @Override @JsonValue public String toString() { return "%04d-W%02d".formatted(year, number); }

        private static LocalDate monday(int year, int number) {
            return LocalDate.of(year, 1, 4).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(number - 1L);
        }
    }

    /** {@code 2026-11-24}. */
    record Day(LocalDate day) implements Period {
        @Override public LocalDate first() { return day; }
        @Override public LocalDate last() { return day; }
        @Override public Every every() { return Every.DAY; }
        @Override @JsonValue public String toString() { return day.toString(); }
    }

    private static void within(int number, int low, int high) {
        if (number < low || number > high) throw new IllegalArgumentException("%d..%d: %d".formatted(low, high, number));
    }
}
