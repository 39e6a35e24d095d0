package io.liangze.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.shared.Page;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a row for every business change, in its own transaction, and lets the auditor read them. */
@Service
public class Audit {

    private final AuditTable table;
    private final Clock clock;

    Audit(AuditTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Records a change; belongs to the transaction of the change. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Scope scope, Change change) {
        table.insert(UuidCreator.getTimeOrderedEpoch(), clock.instant(), scope, change);
    }

    /**
     * The log, newest first.
     *
     * @param after {@code next} of the page before
     * @throws io.liangze.shared.Refusal {@code role.insufficient} 403 for all but the auditor
     */
    @Transactional(readOnly = true)
    public Page<AuditEntry> entries(Scope scope, AuditFilter filter, @Nullable UUID after, int limit) {
        scope.as(Role.AUDITOR);
        return Page.cut(table.list(filter, after, limit + 1), limit, entry -> entry.id().toString());
    }
}
