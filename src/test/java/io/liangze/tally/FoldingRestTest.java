package io.liangze.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FoldingRestTest {

    private static final Instant DONE = Instant.parse("2026-11-25T00:00:10Z");

    private final TallyJobs.Resting resting = new TallyJobs.Resting();

    @Test
    void what_is_folded_in_an_instant_is_followed_after_three_seconds() {
        assertThat(resting.getNextExecutionTime(took(20))).isEqualTo(DONE.plusSeconds(3));
    }

    @Test
    void a_long_fold_is_followed_by_a_long_rest() {
        assertThat(resting.getNextExecutionTime(took(2_000))).isEqualTo(DONE.plusSeconds(10));
    }

    private static ExecutionComplete took(long millis) {
        return ExecutionComplete.success(mock(Execution.class), DONE.minusMillis(millis), DONE);
    }
}
