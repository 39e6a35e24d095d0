package io.liangze.subject;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Pattern;

/** The months in which a seasonal business is at work (经营月份): {@code 3-10}, over the turn of the year {@code 11-2}. */
public record Season(Month from, Month to) {

    private static final Pattern SHAPE = Pattern.compile("(0?[1-9]|1[0-2])月?(?:[-~至到](0?[1-9]|1[0-2])月?)?");

    /**
     * Reads {@code 3-10}; also {@code 7} for a single month, and {@code 3月至10月}.
     *
     * @throws IllegalArgumentException for anything else
     */
    @JsonCreator
    public static Season of(String text) {
        var parts = SHAPE.matcher(Words.plain(text).replace('—', '-').replace('–', '-'));
        if (!parts.matches()) throw new IllegalArgumentException("not a season: " + text);
        var from = Month.of(Integer.parseInt(parts.group(1)));
        return new Season(from, parts.group(2) == null ? from : Month.of(Integer.parseInt(parts.group(2))));
    }

    public boolean holds(Month month) {
        boolean afterFrom = month.compareTo(from) >= 0;
        boolean beforeTo = month.compareTo(to) <= 0;
        return from.compareTo(to) <= 0 ? afterFrom && beforeTo : afterFrom || beforeTo;
    }

    public boolean holds(LocalDate day) {
        return holds(day.getMonth());
    }

    @Override
    @JsonValue
    public String toString() {
        return from.getValue() + "-" + to.getValue();
    }
}
