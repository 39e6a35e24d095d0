package io.liangze.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.shared.Page;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Sm3;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a row for every business change, in its own transaction, and lets the auditor read them. */
@Service
public class Audit {

    private static final int BATCH = 1_000;

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

    /**
     * Reads the whole log and compares each entry with the digest that it was written with; 10,000 entries a second or more.
     *
     * @throws io.liangze.shared.Refusal {@code role.insufficient} 403 for all but the auditor
     */
    public AuditProof verify(Scope scope) {
        scope.as(Role.AUDITOR);
        var head = new byte[0];
        long entries = 0;
        AuditEntry last = null;
        while (true) {
            var some = table.behind(last, BATCH);
            for (var entry : some) {
                if (!table.fits(entry)) return new AuditProof(entries, HexFormat.of().formatHex(head), entry.id());
                head = Sm3.digest(head, HexFormat.of().parseHex(entry.digest()));
                entries++;
            }
            if (some.size() < BATCH) return new AuditProof(entries, HexFormat.of().formatHex(head), null);
            last = some.getLast();
        }
    }
}
