package io.liangze.supervision;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.shared.Grade;
import io.liangze.shared.Period;
import io.liangze.subject.Subject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tasks for tests: {@code tasks.of(subject).by(official, "刘春华").saved()} is due at the end of this quarter, and counted. */
@Component
public class GivenTasks {

    private final OwedTable owed;
    private final TaskCounts counts;
    private final Checklists checklists;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GivenTasks(OwedTable owed, TaskCounts counts, Checklists checklists, TransactionTemplate transaction, Clock clock) {
        this.owed = owed;
        this.counts = counts;
        this.checklists = checklists;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Wanted of(Subject subject) {
        return new Wanted(subject);
    }

    /** What is stated of one. */
    public final class Wanted {

        private final Subject subject;
        private Period.Quarter quarter;
        private TaskSort sort = TaskSort.REGULAR;
        private List<Mode> modes = List.of(Mode.ONSITE);
        private @Nullable LocalDate due;
        private @Nullable UUID official;
        private @Nullable String name;

        Wanted(Subject subject) {
            this.subject = subject;
            this.quarter = (Period.Quarter) Period.of(Period.Every.QUARTER, LocalDate.now(clock));
        }

        public Wanted by(UUID official, String name) {
            this.official = official;
            this.name = name;
            return this;
        }

        public Wanted in(String quarter) {
            this.quarter = Period.Quarter.of(quarter);
            return this;
        }

        public Wanted first(LocalDate due) {
            this.sort = TaskSort.FIRST;
            this.due = due;
            return this;
        }

        public Wanted modes(Mode... modes) {
            this.modes = List.of(modes);
            return this;
        }

        public UUID saved() {
            var owing = new OwedTable.Owing(subject.id(), subject.region().code(), subject.name(), subject.kind(), subject.family(),
                subject.grade() == null ? Grade.D : subject.grade(), null, Set.of(), null, official, name, Set.of(), 0);
            var task = new OwedTable.New(UuidCreator.getTimeOrderedEpoch(), owing, quarter.toString(), quarter.last(), quarter.toString(),
                due == null ? quarter.last() : due, sort, modes, checklists.version(quarter.first()));
            transaction.executeWithoutResult(_ -> {
                owed.insert(List.of(task), clock.instant());
                counts.made(List.of(task));
            });
            return task.id();
        }
    }
}
