package io.liangze.identity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every ten minutes: expired tokens, old wrong passwords, and one-time codes that have been fetched. */
@Configuration
class IdentityJobs {

    @Bean
    RecurringTask<Void> forgetExpired(TokenTable tokens, Lockout lockout, FirstCodes codes, Clock clock) {
        return Tasks.recurring("identity-forget-expired", FixedDelay.ofMinutes(10)).execute((_, _) -> {
            var now = clock.instant();
            tokens.deleteExpired(now);
            lockout.deleteStale(now);
            codes.deleteStale(now);
        });
    }
}
