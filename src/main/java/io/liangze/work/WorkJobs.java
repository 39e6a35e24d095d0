package io.liangze.work;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.liangze.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs long actions one by one per id; one whose process died is run again with its last mark. */
@Configuration
class WorkJobs {

    static final TaskDescriptor<Void> DO_WORK = TaskDescriptor.of("work");

    private static final Logger log = LoggerFactory.getLogger(WorkJobs.class);

    @Bean
    OneTimeTask<Void> doWork(WorkTable table, List<Worker> workers, Clock clock) {
        return Tasks.oneTime(DO_WORK)
            .onFailure((complete, again) -> again.reschedule(complete, Instant.now(clock).plusSeconds(5)))
            .execute((instance, _) -> run(UUID.fromString(instance.getId()), table, workers, clock));
    }

    private static void run(UUID id, WorkTable table, List<Worker> workers, Clock clock) {
        var work = table.find(id).orElseThrow();
        if (work.state().isOver()) return;
        var worker = workers.stream().filter(w -> w.does(work.kind())).findFirst().orElseThrow();
        table.begin(id, clock.instant());
        long began = System.nanoTime();
        try {
            worker.run(table.scope(id), work, progress(id, table));
            table.end(id, WorkState.DONE, null, clock.instant());
            log.info("Work done kind={} id={} tookMs={}", work.kind(), id, (System.nanoTime() - began) / 1_000_000);
        } catch (Refusal refusal) {
            table.end(id, WorkState.FAILED, "refusal." + refusal.code(), clock.instant());
        } catch (Exception bug) {
            if (Thread.currentThread().isInterrupted()) throw new IllegalStateException("stopped; goes on at the next start", bug);
            var ticket = UuidCreator.getTimeOrderedEpoch().toString();
            log.error("Work failed kind={} id={} ticket={}", work.kind(), id, ticket, bug);
            table.end(id, WorkState.FAILED, ticket, clock.instant());
        }
    }

    private static Worker.Progress progress(UUID id, WorkTable table) {
        return new Worker.Progress() {
            @Override
            public void show(Object figures) {
                table.progress(id, figures, null);
            }

            @Override
            public void keep(Object figures, String mark) {
                table.progress(id, figures, mark);
            }
        };
    }
}
