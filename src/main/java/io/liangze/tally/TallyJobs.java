package io.liangze.tally;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.liangze.shared.Scope;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Folds the deltas every few seconds: reading stays exact whether or not it has happened. */
@Configuration
class TallyJobs {

    @Bean
    RecurringTask<Void> foldDeltas(Tally tally) {
        return Tasks.recurring("tally-fold", FixedDelay.of(Duration.ofSeconds(3)))
            .execute((_, _) -> tally.fold(Scope.system()));
    }
}
