package io.liangze.supervision;

import io.liangze.assignment.ResponsiblesChanged;
import io.liangze.problem.Problems;
import io.liangze.shared.Scope;
import io.liangze.subject.SubjectsChanged;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Open tasks and problems follow their subjects and whoever answers for them, in the same transaction. */
@Component
class FollowChanges {

    /** A new official has at least so many days (8.1, assumed). */
    private static final int LEAST_DAYS = 15;

    private final OwedTable owed;
    private final TaskCounts counts;
    private final Generation generation;
    private final Problems problems;
    private final Clock clock;

    FollowChanges(OwedTable owed, TaskCounts counts, Generation generation, Problems problems, Clock clock) {
        this.owed = owed;
        this.counts = counts;
        this.generation = generation;
        this.problems = problems;
        this.clock = clock;
    }

    @EventListener
    void on(SubjectsChanged event) {
        for (var county : event.counties()) {
            var subjects = someOrAll(event.subjects());
            counts.cancelled(owed.cancel(county, subjects));
            counts.moved(owed.follow(county, subjects));
        }
    }

    @EventListener
    void on(ResponsiblesChanged event) {
        var today = LocalDate.now(clock);
        for (var county : event.counties()) {
            var subjects = someOrAll(event.subjects());
            counts.moved(owed.reassign(county, subjects, today, today.plusDays(LEAST_DAYS)));
            generation.first(county, subjects);
            problems.answeredBy(Scope.system(), owed.responsibles(county, subjects));
        }
    }

    private static @Nullable List<UUID> someOrAll(List<UUID> subjects) {
        return subjects.isEmpty() ? null : subjects;
    }
}
