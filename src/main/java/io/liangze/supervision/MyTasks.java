package io.liangze.supervision;

import io.liangze.shared.Period;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an official still owes this quarter, what comes first, and what is done (我的督导). */
@Component
class MyTasks {

    private static final int MOST = 500;
    private static final int RECENT_DAYS = 180;

    private final Supervision supervision;
    private final StandingTable standings;
    private final VisitTable visits;
    private final Clock clock;

    MyTasks(Supervision supervision, StandingTable standings, VisitTable visits, Clock clock) {
        this.supervision = supervision;
        this.standings = standings;
        this.visits = visits;
        this.clock = clock;
    }

    /** @throws Refusal {@code role.insufficient} 403 for all but officials */
    MyQuarter of(Scope scope) {
        var officials = scope.as(Role.OFFICIAL);
        var me = officials.official().orElseThrow(() -> Refusal.forbidden("role.insufficient"));
        var today = LocalDate.now(clock);
        var quarter = Period.of(Period.Every.QUARTER, today);
        var open = list(officials, asked(me, null, TaskView.OPEN)).stream().filter(task -> isOpenTo(task, today)).toList();
        var done = list(officials, asked(me, quarter, List.of(TaskStatus.DONE)));
        var known = standings.of(Stream.concat(open.stream(), done.stream()).toList());
        return new MyQuarter(quarter, entries(open, known, FIRST_DUE), entries(done, known, LAST_DONE), visits.usualMinutes(me, today.minusDays(RECENT_DAYS)));
    }

    private static final Comparator<SupervisionTask> FIRST_DUE =
        Comparator.comparing(SupervisionTask::due).thenComparing(task -> task.subject().name());
    private static final Comparator<SupervisionTask> LAST_DONE =
        Comparator.comparing(SupervisionTask::doneOn, Comparator.nullsLast(Comparator.reverseOrder()));

    /** From the first day of its period to the last one of the next. */
    static boolean isOpenTo(SupervisionTask task, LocalDate today) {
        var period = Period.of(task.period());
        return !today.isBefore(period.first()) && !today.isAfter(period.next().last());
    }

    private List<SupervisionTask> list(Scope scope, TaskFilter filter) {
        return supervision.tasks(scope, filter, null, MOST).items();
    }

    private static TaskFilter asked(UUID official, @Nullable Period period, List<TaskStatus> status) {
        return new TaskFilter(period == null ? List.of() : List.of(period), null, status, null, null, null, List.of(official), List.of(),
            null, null, null, null);
    }

    private static List<MyQuarter.Entry> entries(List<SupervisionTask> tasks, Map<UUID, Standing> known, Comparator<SupervisionTask> order) {
        return tasks.stream().sorted(order).map(task -> new MyQuarter.Entry(task, known.getOrDefault(task.id(), Standing.UNKNOWN))).toList();
    }
}
