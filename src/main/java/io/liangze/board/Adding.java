package io.liangze.board;

import io.liangze.shared.Grade;
import io.liangze.subject.Season;
import io.liangze.tally.Count;
import io.liangze.tally.Measure;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds read counts up to figures; whether a season holds is judged here. */
final class Adding {

    private final Map<String, Map<@Nullable Grade, Sum>> sums = new HashMap<>();

    /**
     * @param stockDay the day whose season counts: the period's end, or today
     */
    Adding(Collection<Count> counts, LocalDate stockDay) {
        for (var count : counts)
            sums.computeIfAbsent(count.group(), _ -> new HashMap<>()).computeIfAbsent(count.grade(), _ -> new Sum()).add(count, stockDay);
    }

    /** @param grade null = all, also what has no grade: problems of subjects that have ended */
    Figures figures(String place, @Nullable Grade grade) {
        var all = new Sum();
        sums.getOrDefault(place, Map.of()).forEach((g, sum) -> {
            if (grade == null || g == grade) all.add(sum);
        });
        return all.figures();
    }

    private static final class Sum {

        private final EnumMap<Measure, Long> n = new EnumMap<>(Measure.class);
        private long tasksOverdue;
        private long problemsOverdue;
        private long seriousOverdue;

        void add(Count count, LocalDate stockDay) {
            switch (count.measure()) {
                case SUBJECTS, COVERED -> {
                    if (count.mark().isEmpty() || Season.of(count.mark()).holds(stockDay)) plus(count);
                }
                case TASKS_OPEN -> tasksOverdue += overdue(count);
                case PROBLEMS_OPEN -> {
                    plus(count);
                    problemsOverdue += overdue(count);
                }
                case SERIOUS_OPEN -> seriousOverdue += overdue(count);
                case TASKS, DONE, ON_TIME, VISITS, ESCALATED, PROBLEMS_CLOSED, PROBLEMS_REFERRED -> plus(count);
            }
        }

        private static long overdue(Count count) {
            return count.isPast() ? count.n() : 0;
        }

        private void plus(Count count) {
            n.merge(count.measure(), count.n(), Long::sum);
        }

        void add(Sum other) {
            other.n.forEach((measure, value) -> n.merge(measure, value, Long::sum));
            tasksOverdue += other.tasksOverdue;
            problemsOverdue += other.problemsOverdue;
            seriousOverdue += other.seriousOverdue;
        }

        Figures figures() {
            long open = of(Measure.PROBLEMS_OPEN);
            long closed = of(Measure.PROBLEMS_CLOSED);
            long referred = of(Measure.PROBLEMS_REFERRED);
            long found = open + closed + referred;
            return new Figures(of(Measure.SUBJECTS), of(Measure.COVERED), Figures.rate(of(Measure.COVERED), of(Measure.SUBJECTS)),
                of(Measure.TASKS), of(Measure.DONE), of(Measure.ON_TIME), Figures.rate(of(Measure.ON_TIME), of(Measure.TASKS)),
                tasksOverdue, of(Measure.VISITS),
                new Figures.Problems(found, open, problemsOverdue, seriousOverdue, of(Measure.ESCALATED), closed, referred,
                    Figures.rate(closed, found)));
        }

        private long of(Measure measure) {
            return n.getOrDefault(measure, 0L);
        }
    }
}
