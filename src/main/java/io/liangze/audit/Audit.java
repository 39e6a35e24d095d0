package io.liangze.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.shared.Page;
import io.liangze.shared.PlaceRanges;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Sm3;
import java.time.Clock;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a row for every business change, in its own transaction, and lets the auditor read them. */
@Service
public class Audit {

    private static final int BATCH = 1_000;

    private final AuditTable table;
    private final ObjectProvider<PlaceRanges> places;
    private final Clock clock;

    Audit(AuditTable table, ObjectProvider<PlaceRanges> places, Clock clock) {
        this.table = table;
        this.places = places;
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
     * @throws Refusal {@code role.insufficient} 403 for all but the auditor; {@code region.absent} 404
     */
    @Transactional(readOnly = true)
    public Page<AuditEntry> entries(Scope scope, AuditFilter filter, @Nullable AuditCursor after, int limit) {
        return Page.cut(table.list(seen(scope, filter), filter, after, limit + 1), limit, entry -> AuditCursor.behind(entry).toString());
    }

    /** How many {@link #entries} lists in all. */
    @Transactional(readOnly = true)
    public long count(Scope scope, AuditFilter filter) {
        return table.count(seen(scope, filter), filter);
    }

    private Scope seen(Scope scope, AuditFilter filter) {
        var auditor = scope.as(Role.AUDITOR);
        if (filter.region() == null) return auditor;
        var narrowed = auditor.over(places.getObject().rangesOf(filter.region()).orElseThrow(() -> Refusal.absent("region")));
        if (narrowed.isNowhere()) throw Refusal.absent("region");
        return narrowed;
    }

    /**
     * Reads the whole log and compares each entry with the digest that it was written with; 10,000 entries a second or more.
     *
     * @throws Refusal {@code role.insufficient} 403 for all but the auditor
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
