package io.liangze.problem;

import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Severity;
import io.liangze.shared.Sm3;
import io.liangze.tally.Delta;
import io.liangze.tally.Tally;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Escalates what nobody put right in time (超期升级): by county, many at once, harmless twice. */
@Component
class Escalation {

    /** Problems of one transaction. */
    private static final int BATCH = 1_000;

    private final ProblemTable table;
    private final HistoryTable history;
    private final Tally tally;
    private final Audit audit;
    private final Deadlines deadlines;
    private final Clock clock;

    Escalation(ProblemTable table, HistoryTable history, Tally tally, Audit audit, Deadlines deadlines, Clock clock) {
        this.table = table;
        this.history = history;
        this.tally = tally;
        this.audit = audit;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    List<String> counties() {
        return table.countiesWithLate(dueBy());
    }

    /** @return how many, at most {@value #BATCH} */
    int escalate(Scope scope, String county) {
        var late = table.lockLate(county, dueBy(), BATCH);
        if (late.isEmpty()) return 0;
        table.escalate(county, late);
        var now = clock.instant();
        var entries = new ArrayList<HistoryTable.Entry>();
        var deltas = new ArrayList<Delta>();
        for (var problem : late) {
            var raised = problem.with(problem.progress().raised());
            entries.add(new HistoryTable.Entry(raised, Journal.event(now, scope, Role.SYSTEM, Act.ESCALATE, raised.state(), null,
                List.of(), Map.of("overdueSince", problem.due().toString()))));
            deltas.addAll(Counts.of(problem, raised));
        }
        history.append(scope, entries);
        tally.add(scope, deltas);
        audit.record(scope, Change.made("problem.escalate", "PROBLEM", null, county + "000000", summary(late)));
        return late.size();
    }

    private Map<Severity, LocalDate> dueBy() {
        var today = LocalDate.now(clock);
        var dueBy = new EnumMap<Severity, LocalDate>(Severity.class);
        for (var severity : Severity.values()) dueBy.put(severity, deadlines.escalatedIfDueBy(severity, today));
        return dueBy;
    }

    /** An act on many: its count and the digest of its list, which the histories bear out. */
    private static Map<String, Object> summary(List<Problem> problems) {
        var list = problems.stream().map(p -> p.id().toString()).collect(Collectors.joining("\n"));
        return Map.of("escalated", problems.size(),
            "sm3", Sm3.hex(list));
    }
}
