package io.liangze.problem;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.liangze.shared.Scope;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Escalates soon after midnight, and soon after a start on a later day: so it looks every quarter of an hour. */
@Configuration
class ProblemJobs {

    private static final Logger log = LoggerFactory.getLogger(ProblemJobs.class);

    @Bean
    RecurringTask<Void> escalateLateProblems(Problems problems) {
        return Tasks.recurring("problem-escalation", FixedDelay.of(Duration.ofMinutes(15))).execute((_, _) -> {
            int escalated = problems.escalateLate(Scope.system());
            if (escalated > 0) log.info("Late problems escalated count={}", escalated);
        });
    }
}
