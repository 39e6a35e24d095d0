package io.liangze.imports;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Uploads hold numbers of persons: what nobody has touched for a month is deleted. */
@Configuration
class ImportJobs {

    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    RecurringTask<Void> dropOldImports(ImportFolders folders, Clock clock) {
        return Tasks.recurring("imports-drop-old", FixedDelay.of(Duration.ofHours(6)))
            .execute((_, _) -> folders.dropUntouchedSince(clock.instant().minus(KEPT)));
    }
}
