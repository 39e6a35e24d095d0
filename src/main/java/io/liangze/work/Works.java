package io.liangze.work;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Queues long actions and tells how far they are. */
@Service
public class Works {

    private final WorkTable table;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    Works(WorkTable table, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.table = table;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Queues an action; it begins once the caller's transaction has committed.
     *
     * @param region the place that it works on; null = everywhere
     * @param input  a record that its {@link Worker} reads back
     * @return its id
     */
    @Transactional
    public UUID start(Scope scope, String kind, @Nullable String region, Object input) {
        var id = UuidCreator.getTimeOrderedEpoch();
        table.insert(id, kind, region, scope, input, clock.instant());
        scheduler.getObject().scheduleIfNotExists(WorkJobs.DO_WORK.instance(id.toString()).build(), Instant.EPOCH);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                if (scheduler.getObject() instanceof Scheduler here) here.triggerCheckForDueExecutions();
            }
        });
        return id;
    }

    /**
     * An action as it stands.
     *
     * @param kind the kind, or its beginning: {@code import.}
     * @throws Refusal {@code work.absent} 404, also for somebody else's unless its place lies in the scope of an office
     */
    @Transactional(readOnly = true)
    public Work find(Scope scope, String kind, UUID id) {
        return table.find(id).filter(w -> w.kind().startsWith(kind)).filter(w -> sees(scope, w))
            .orElseThrow(() -> Refusal.absent("work"));
    }

    /** The account's own actions, newest first, at most 50; {@code kindPrefix} such as {@code import.}. */
    @Transactional(readOnly = true)
    public List<Work> mine(Scope scope, String kindPrefix) {
        return table.of(scope.account(), kindPrefix, 50);
    }

    private static boolean sees(Scope scope, Work work) {
        if (scope.isSystem() || scope.account() != null && scope.account().equals(work.account())) return true;
        return scope.has(Role.SYSTEM_ADMIN)
            || work.region() != null && scope.has(Role.OFFICE) && scope.as(Role.OFFICE).holds(work.region());
    }
}
