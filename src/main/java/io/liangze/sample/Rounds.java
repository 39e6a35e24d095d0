package io.liangze.sample;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** When an official goes on his rounds: a few shops on one day, one after the other. */
final class Rounds {

    private static final int SHOPS_A_DAY = 6;

    private Rounds() {}

    /** Arrivals for so many shops, in order, on days from {@code first} to {@code last}; offices rest at weekends where they can. */
    static List<Instant> draw(int shops, LocalDate first, LocalDate last, Chance chance) {
        int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
        int rounds = (shops + SHOPS_A_DAY - 1) / SHOPS_A_DAY;
        var dates = new ArrayList<LocalDate>();
        for (int i = 0; i < rounds; i++) dates.add(workday(first.plusDays(chance.below(days)), first, last));
        dates.sort(null);
        var arrivals = new ArrayList<Instant>(shops);
        LocalTime free = LocalTime.MIN;
        for (int i = 0; i < shops; i++) {
            var day = dates.get(i / SHOPS_A_DAY);
            boolean newDay = i == 0 || i % SHOPS_A_DAY == 0 && !dates.get(i / SHOPS_A_DAY - 1).equals(day);
            if (newDay) free = LocalTime.of(8, 40).plusSeconds(chance.below(5_400));
            arrivals.add(day.atTime(free).atZone(Making.OFFICE_TIME).toInstant());
            free = free.plusSeconds(free.isAfter(LocalTime.of(22, 0)) ? 1 : 900 + chance.below(1_500));
        }
        return arrivals;
    }

    private static LocalDate workday(LocalDate day, LocalDate first, LocalDate last) {
        int back = day.getDayOfWeek() == DayOfWeek.SATURDAY ? 1 : day.getDayOfWeek() == DayOfWeek.SUNDAY ? 2 : 0;
        if (back == 0) return day;
        var before = day.minusDays(back);
        if (!before.isBefore(first)) return before;
        var after = day.plusDays(3 - back);
        return after.isAfter(last) ? day : after;
    }
}
