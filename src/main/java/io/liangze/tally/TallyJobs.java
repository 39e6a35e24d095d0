package io.liangze.tally;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import io.liangze.shared.Scope;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Folds the deltas every few seconds: reading stays exact whether or not it has happened. */
@Configuration
class TallyJobs {

    private static final Duration REST = Duration.ofSeconds(3);

    /** While much is written, folding the same totals again and again would take the processor from the writers. */
    private static final int REST_FOR_EACH_SECOND = 5;

    /** Rests a while, and the longer the more there was to fold. */
    record Resting() implements Schedule {
        @Override
        public Instant getNextExecutionTime(ExecutionComplete last) {
            var rest = last.getDuration().multipliedBy(REST_FOR_EACH_SECOND);
            return last.getTimeDone().plus(rest.compareTo(REST) > 0 ? rest : REST);
        }

        @Override
        public boolean isDeterministic() {
            return false;
        }
    }

    @Bean
    RecurringTask<Void> foldDeltas(Tally tally) {
        return Tasks.recurring("tally-fold", new Resting())
            .execute((_, _) -> tally.fold(Scope.system()));
    }
}
