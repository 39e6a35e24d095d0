package io.liangze.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Working days (工作日): Monday to Friday without holidays, and the shifted days (调休). A year whose holidays are not
 * published yet has weekends, 1 January, 1 May and 1–3 October off.
 */
@Component
public class WorkingDays {

    private static final Set<MonthDay> ALWAYS_OFF =
        Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(10, 1), MonthDay.of(10, 2), MonthDay.of(10, 3));

    /**
     * One published year.
     *
     * @param off  days and spans {@code 2026-02-15..2026-02-23} without work
     * @param work days at a weekend with work
     */
    record File(@Nullable List<String> off, @Nullable List<String> work) {}

    private record Year(Set<LocalDate> off, Set<LocalDate> work) {}

    private final Map<Integer, Year> published = new HashMap<>();

    WorkingDays(RuleFiles files) {
        var calendars = files.read("calendar", File.class, WorkingDays::year);
        for (var calendar : calendars.oldestFirst()) published.put(calendar.effective().getYear(), calendar.content());
    }

    public boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        var year = published.get(day.getYear());
        if (year == null) return !weekend && !ALWAYS_OFF.contains(MonthDay.from(day));
        return year.work.contains(day) || !weekend && !year.off.contains(day);
    }

    /**
     * The last day of a deadline: the n-th working day after {@code from}.
     *
     * @param workingDays ≥ 0; 0 is {@code from} itself, whatever day it is
     */
    public LocalDate plus(LocalDate from, int workingDays) {
        if (workingDays < 0) throw new IllegalArgumentException("workingDays " + workingDays);
        var day = from;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) left--;
        }
        return day;
    }

    /** How many working days lie after {@code from} up to {@code to}, this one counted; negative if {@code to} is earlier. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) return -between(to, from);
        return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count();
    }

    private static Year year(String version, File file) {
        int year = Integer.parseInt(version.substring("calendar-".length(), "calendar-".length() + 4));
        if (!version.endsWith("-01-01")) throw new IllegalArgumentException("effective is 1 January of the year that it tells");
        var off = days("off", file.off, year);
        var work = days("work", file.work, year);
        for (var day : work)
            if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 || off.contains(day))
                throw new IllegalArgumentException("work: " + day + " is no day off at a weekend");
        return new Year(off, work);
    }

    private static Set<LocalDate> days(String entry, @Nullable List<String> spans, int year) {
        if (spans == null) throw new IllegalArgumentException(entry + ": is missing");
        var days = new ArrayList<LocalDate>();
        for (var span : spans) {
            if (!span.matches("\\d{4}-\\d\\d-\\d\\d(\\.\\.\\d{4}-\\d\\d-\\d\\d)?"))
                throw new IllegalArgumentException(entry + ": not a day or span: " + span);
            var first = LocalDate.parse(span.substring(0, 10));
            var last = LocalDate.parse(span.substring(span.length() - 10));
            if (first.getYear() != year || last.getYear() != year || last.isBefore(first))
                throw new IllegalArgumentException(entry + ": not within " + year + ": " + span);
            first.datesUntil(last.plusDays(1)).forEach(days::add);
        }
        return new HashSet<>(days);
    }
}
