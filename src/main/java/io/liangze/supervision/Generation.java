package io.liangze.supervision;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.shared.Period;
import io.liangze.shared.Scope;
import io.liangze.subject.Season;
import io.liangze.supervision.OwedTable.New;
import io.liangze.supervision.OwedTable.Owing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes tasks: a quarter's for a county, and first visits for subjects that come while it runs. */
@Component
class Generation {

    private final OwedTable owed;
    private final TaskCounts counts;
    private final Frequency frequency;
    private final Checklists checklists;
    private final Audit audit;
    private final Clock clock;

    Generation(OwedTable owed, TaskCounts counts, Frequency frequency, Checklists checklists, Audit audit, Clock clock) {
        this.owed = owed;
        this.counts = counts;
        this.frequency = frequency;
        this.checklists = checklists;
        this.audit = audit;
        this.clock = clock;
    }

    /** All tasks of a county, or of a part of it, whose own period's last day lies in the quarter; twice makes nothing twice. */
    @Transactional
    public Generated generate(Scope scope, String county, Scope within, Period.Quarter quarter, UUID run) {
        owed.lock(county);
        var yearBegan = LocalDate.of(quarter.year(), 1, 1);
        var day = ruleDay(quarter);
        var checklist = checklists.version(day);
        var made = new ArrayList<New>();
        long existing = 0;
        for (var subject : owed.owing(within, quarter.toString(), yearBegan)) {
            var plan = plan(subject, day);
            if (plan == null) continue;
            for (var period : periods(plan.every(), quarter)) {
                if (subject.periods().contains(period.toString())) existing++;
                else if (inSeason(subject, period)) made.add(regular(subject, plan, period, checklist));
            }
        }
        owed.insert(made, clock.instant());
        owed.generated(county, quarter.toString(), clock.instant());
        counts.made(made);
        if (!made.isEmpty())
            audit.record(scope, Change.made("task.generated", "GENERATION", run, county + "000000",
                Map.of("quarter", quarter.toString(), "created", made.size(), "existing", existing)));
        return new Generated(made.size(), existing);
    }

    /** First visits of newcomers, instead of the running period's regular task. */
    void first(String county, @Nullable List<UUID> subjects) {
        var today = LocalDate.now(clock);
        var quarter = (Period.Quarter) Period.of(Period.Every.QUARTER, today);
        var madeAt = owed.madeAt(county, quarter.toString());
        if (madeAt.isEmpty()) return;
        var checklist = checklists.version(today);
        var first = frequency.firstVisit(today);
        var made = new ArrayList<New>();
        for (var subject : owed.newcomers(county, subjects, quarter.toString(), madeAt.get())) {
            var plan = plan(subject, today);
            if (plan == null) continue;
            var period = Period.of(plan.every(), today);
            if (inSeason(subject, Period.of(Period.Every.MONTH, today)))
                made.add(new New(UuidCreator.getTimeOrderedEpoch(), subject, period.toString(), period.last(), quarterOf(period),
                    first.due(today), TaskSort.FIRST, first.modes(), checklist));
        }
        owed.insert(made, clock.instant());
        counts.made(made);
    }

    private New regular(Owing subject, Plan plan, Period period, String checklist) {
        return new New(UuidCreator.getTimeOrderedEpoch(), subject, period.toString(), period.last(), quarterOf(period), period.last(),
            TaskSort.REGULAR, plan.modesAfter(subject.remote()), checklist);
    }

    private @Nullable Plan plan(Owing subject, LocalDate day) {
        return frequency.plan(subject.grade(), subject.region(), subject.kind(), subject.risk(), subject.flags(), day).orElse(null);
    }

    /** The rules of the quarter's first day, or of today where it runs already. */
    private LocalDate ruleDay(Period.Quarter quarter) {
        var today = LocalDate.now(clock);
        return quarter.holds(today) ? today : quarter.first();
    }

    /** Periods of that length whose last day lies in the quarter. */
    private static List<Period> periods(Period.Every every, Period.Quarter quarter) {
        return switch (every) {
            case DAY, WEEK -> throw new IllegalArgumentException("no supervision is due every " + every);
            case MONTH -> Stream.iterate(Period.of(Period.Every.MONTH, quarter.first()), Period::next).limit(3).toList();
            case QUARTER, HALF, YEAR -> Stream.of(Period.of(every, quarter.last())).filter(p -> p.last().equals(quarter.last())).toList();
        };
    }

    private static String quarterOf(Period period) {
        return Period.of(Period.Every.QUARTER, period.last()).toString();
    }

    /** A seasonal business owes a visit if it is at work in one of the period's months. */
    private static boolean inSeason(Owing subject, Period period) {
        if (subject.season() == null) return true;
        var season = Season.of(subject.season());
        return Stream.iterate(period.first(), d -> !d.isAfter(period.last()), d -> d.plusMonths(1)).anyMatch(season::holds);
    }
}
