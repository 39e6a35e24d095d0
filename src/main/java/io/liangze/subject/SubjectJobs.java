package io.liangze.subject;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Grades all subjects anew each night. */
@Configuration
class SubjectJobs {

    @Bean
    RecurringTask<Void> regradeSubjects(Regrading regrading, Clock clock) {
        return Tasks.recurring("subjects.regrade", Schedules.daily(clock.getZone(), LocalTime.of(0, 5)))
            .execute((_, _) -> regrading.all(Scope.system()));
    }
}
