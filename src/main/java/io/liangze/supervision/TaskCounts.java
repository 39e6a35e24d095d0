package io.liangze.supervision;

import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Scope;
import io.liangze.supervision.OwedTable.Keyed;
import io.liangze.supervision.OwedTable.New;
import io.liangze.supervision.OwedTable.Rekeyed;
import io.liangze.tally.Counted;
import io.liangze.tally.Delta;
import io.liangze.tally.Measure;
import io.liangze.tally.Tally;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps the counts of tasks and visits by deltas, and tells how they are counted from the facts. */
@Component
class TaskCounts implements Counted {

    private final Tally tally;

    TaskCounts(Tally tally) {
        this.tally = tally;
    }

    void made(Collection<New> tasks) {
        var sum = new Sum();
        tasks.stream().filter(t -> counts(t.sort())).forEach(t -> {
            sum.add(t.subject().region(), t.periodLast(), t.subject().family(), t.subject().grade(), Measure.TASKS, "", 1);
            sum.add(t.subject().region(), t.periodLast(), t.subject().family(), t.subject().grade(), Measure.TASKS_OPEN, t.due().toString(), 1);
        });
        sum.write();
    }

    void cancelled(Collection<Keyed> tasks) {
        var sum = new Sum();
        tasks.stream().filter(t -> counts(t.sort())).forEach(t -> {
            sum.add(t.region(), t.periodLast(), t.family(), t.grade(), Measure.TASKS, "", -1);
            sum.add(t.region(), t.periodLast(), t.family(), t.grade(), Measure.TASKS_OPEN, t.due().toString(), -1);
        });
        sum.write();
    }

    void moved(Collection<Rekeyed> tasks) {
        var sum = new Sum();
        tasks.stream().filter(t -> counts(t.sort())).forEach(t -> {
            both(sum, t.region(), t.periodLast(), Family.valueOf(t.family()), Grade.valueOf(t.grade()), t.due(), -1);
            both(sum, t.newRegion(), t.periodLast(), Family.valueOf(t.newFamily()), Grade.valueOf(t.newGrade()), t.newDue(), 1);
        });
        sum.write();
    }

    private static void both(Sum sum, String region, LocalDate last, Family family, Grade grade, LocalDate due, int n) {
        sum.add(region, last, family, grade, Measure.TASKS, "", n);
        sum.add(region, last, family, grade, Measure.TASKS_OPEN, due.toString(), n);
    }

    void done(TaskTable.Row task, LocalDate endedOn, boolean late) {
        var sum = new Sum();
        if (counts(task.sort())) {
            sum.add(task.region(), task.periodLast(), task.family(), task.grade(), Measure.TASKS_OPEN, task.due().toString(), -1);
            sum.add(task.region(), task.periodLast(), task.family(), task.grade(), Measure.DONE, "", 1);
            if (!late) sum.add(task.region(), task.periodLast(), task.family(), task.grade(), Measure.ON_TIME, "", 1);
        }
        sum.add(task.region(), endedOn, task.family(), task.grade(), Measure.VISITS, "", 1);
        sum.write();
    }

    /** A period counts the tasks of these sorts. */
    private static boolean counts(TaskSort sort) {
        return sort == TaskSort.REGULAR || sort == TaskSort.FIRST;
    }

    private record Key(String region, YearMonth month, Family family, Grade grade, Measure measure, String mark) {}

    private final class Sum {

        private final Map<Key, Long> sums = new HashMap<>();

        void add(String region, LocalDate day, Family family, Grade grade, Measure measure, String mark, long n) {
            sums.merge(new Key(region, YearMonth.from(day), family, grade, measure, mark), n, Long::sum);
        }

        void write() {
            List<Delta> deltas = new ArrayList<>();
            sums.forEach((k, n) -> deltas.add(new Delta(k.region(), k.month(), k.family(), k.grade(), k.measure(), k.mark(), n)));
            tally.add(Scope.system(), deltas);
        }
    }

    @Override
    public Set<Measure> measures() {
        return Set.of(Measure.TASKS, Measure.DONE, Measure.ON_TIME, Measure.TASKS_OPEN, Measure.VISITS);
    }

    @Override
    public String facts() {
        return """
            select t.region as place, to_char(t.period_last, 'YYYY-MM') as period, t.family, cast(t.grade as text) as grade, m.measure, m.mark, count(*) as n
            from task t
            cross join lateral (values ('TASKS', '', t.state <> 'CANCELLED'), ('DONE', '', t.state = 'DONE'),
                                       ('ON_TIME', '', t.state = 'DONE' and t.done_on <= t.due),
                                       ('TASKS_OPEN', to_char(t.due, 'YYYY-MM-DD'), t.state = 'OPEN')) m (measure, mark, holds)
            where t.county_code = :county and t.sort in ('REGULAR', 'FIRST') and m.holds
            group by t.region, 2, t.family, 4, m.measure, m.mark
            union all
            select v.region, to_char(v.ended_on, 'YYYY-MM'), v.family, cast(v.grade as text), 'VISITS', '', count(*)
            from visit v
            where v.county_code = :county
              and not exists (select from task t where t.county_code = v.county_code and t.id = v.task and t.visit = v.id and t.voided)
            group by v.region, 2, v.family, 4
            """;
    }
}
