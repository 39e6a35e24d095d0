package io.liangze.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * How figures, days and times are written on a page.
 *
 * @param today in the office's time zone; a day of this year is written without its year
 */
public record Format(Locale locale, MessageSource messages, LocalDate today, ZoneId zone) {

    /** Where there is nothing to write. */
    public static final String NONE = "—";

    /** {@code 411,903}. */
    public String number(@Nullable Number number) {
        return number == null ? NONE : NumberFormat.getInstance(Locale.ENGLISH).format(number);
    }

    /** A rate of 0–1 as {@code 99.9%}: one place, cut and never rounded up. */
    public String rate(@Nullable Number rate) {
        if (rate == null) return NONE;
        return new BigDecimal(rate.toString()).movePointRight(2).setScale(1, RoundingMode.FLOOR) + "%";
    }

    /** How much {@code part} is of {@code whole}; nothing of nothing is no rate. */
    public String rate(long part, long whole) {
        return whole == 0 ? NONE
            : rate(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.FLOOR));
    }

    /** {@code 11月26日}, with the year where it is another. */
    public String date(@Nullable LocalDate day) {
        if (day == null) return NONE;
        return day.format(pattern(day.getYear() == today.getYear() ? "format.day" : "format.day-with-year"));
    }

    /** {@code 2026年11月26日}, as documents write it. */
    public String fullDate(@Nullable LocalDate day) {
        return day == null ? NONE : day.format(pattern("format.day-with-year"));
    }

    /** What is left until a day, which itself still counts: {@code 剩37天}, {@code 今天到期}, {@code 逾期5天}. */
    public String remaining(@Nullable LocalDate due) {
        if (due == null) return "";
        long days = ChronoUnit.DAYS.between(today, due);
        if (days == 0) return words("format.due-today");
        return days > 0 ? words("format.days-left", days) : words("format.days-overdue", -days);
    }

    /** {@code 今天 09:02}, {@code 11月23日 08:14}. */
    public String time(@Nullable Instant at) {
        if (at == null) return NONE;
        var local = at.atZone(zone);
        var day = local.toLocalDate().equals(today) ? words("format.today") : date(local.toLocalDate());
        return day + " " + local.format(pattern("format.clock"));
    }

    /** {@code 09:02}. */
    public String clock(@Nullable Instant at) {
        return at == null ? NONE : at.atZone(zone).format(pattern("format.clock"));
    }

    /** {@code 2026年第4季度}. */
    public String period(Period period) {
        return switch (period) {
            case Period.Year year -> words("format.year", "%04d".formatted(year.year()));
            case Period.Half half -> words("format.half", "%04d".formatted(half.year()), half.number());
            case Period.Quarter quarter -> words("format.quarter", "%04d".formatted(quarter.year()), quarter.number());
            case Period.Month month -> month.first().format(pattern("format.month"));
            case Period.Week week -> words("format.week", "%04d".formatted(week.year()), week.number());
            case Period.Day day -> fullDate(day.day());
        };
    }

    private DateTimeFormatter pattern(String key) {
        return DateTimeFormatter.ofPattern(words(key), locale);
    }

    private String words(String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
