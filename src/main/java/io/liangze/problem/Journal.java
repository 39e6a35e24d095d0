package io.liangze.problem;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.evidence.Evidence;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.tally.Tally;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what must be true together with a change of a problem: its history, the counts, the log, the links of evidence. */
@Component
class Journal {

    private final HistoryTable history;
    private final Tally tally;
    private final Audit audit;
    private final Evidence evidence;

    Journal(HistoryTable history, Tally tally, Audit audit, Evidence evidence) {
        this.history = history;
        this.tally = tally;
        this.audit = audit;
        this.evidence = evidence;
    }

    /** Problems that have just been opened, with how each began. */
    void begun(Scope scope, Collection<Problem> problems, List<HistoryTable.Entry> events) {
        history.append(scope, events);
        tally.add(scope, problems.stream().flatMap(p -> Counts.of(null, p).stream()).toList());
        for (var problem : problems)
            audit.record(scope, Change.made("problem.open", "PROBLEM", problem.id(), problem.subject().region().code(), facts(problem)));
        events.forEach(entry -> link(scope, entry.problem(), entry.event()));
    }

    /** One problem that was moved. */
    void moved(Scope scope, Problem before, Problem after, ProblemEvent event) {
        history.append(scope, List.of(new HistoryTable.Entry(after, event)));
        tally.add(scope, Counts.of(before, after));
        audit.record(scope, new Change("problem." + event.act().path(), "PROBLEM", after.id(), after.subject().region().code(),
            facts(before), facts(after)));
        link(scope, after, event);
    }

    private void link(Scope scope, Problem problem, ProblemEvent event) {
        if (!event.evidence().isEmpty())
            evidence.link(scope, event.evidence(), "PROBLEM", problem.id(), problem.subject().region().code(), problem.subject().id());
    }

    static ProblemEvent event(Instant at, Scope scope, Role role, Act act, ProblemState state, @Nullable String text,
                              List<UUID> evidence, Map<String, String> details) {
        return new ProblemEvent(UuidCreator.getTimeOrderedEpoch(), at, scope.name(), role, act, state, text, evidence, details);
    }

    /** What the log keeps of a problem. */
    private static Map<String, Object> facts(Problem problem) {
        return Map.of("state", problem.state(), "due", problem.due(), "severity", problem.severity(), "source", problem.source(),
            "subject", problem.subject().id(), "returns", problem.progress().returns());
    }
}
