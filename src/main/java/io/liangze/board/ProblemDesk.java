package io.liangze.board;

import io.liangze.problem.Problem;
import io.liangze.problem.ProblemFilter;
import io.liangze.problem.ProblemSource;
import io.liangze.problem.ProblemState;
import io.liangze.problem.Problems;
import io.liangze.shared.Scope;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What waits for those who come in when problems are grave or others look: regulators (监管人员), inspection groups (督查组). */
@Component
class ProblemDesk {

    private static final int ROWS = 50;

    private final Problems problems;

    ProblemDesk(Problems problems) {
        this.problems = problems;
    }

    /** Handed to enforcement; those nobody has signed for first (待签收). */
    Desk.Follower referred(Scope scope) {
        var referred = problems.page(scope, in(ProblemState.REFERRED), null, ROWS).items().stream()
            .sorted(Comparator.comparing((Problem problem) -> problem.progress().signedForAt() != null).thenComparing(Problem::due)).toList();
        return new Desk.Follower(List.of(count(scope, "home.referred", in(ProblemState.REFERRED), false),
            count(scope, "home.overdue", overdue(), true), count(scope, "home.raised", in(ProblemState.ESCALATED), true)), referred);
    }

    /** What inspections found, and what is late. */
    Desk.Follower found(Scope scope) {
        var ours = from(ProblemSource.OVERSIGHT);
        return new Desk.Follower(List.of(count(scope, "home.found", ours, false), count(scope, "home.overdue", overdue(), true),
            count(scope, "home.raised", in(ProblemState.ESCALATED), true)), problems.page(scope, ours, null, ROWS).items());
    }

    private Pending count(Scope scope, String label, ProblemFilter filter, boolean red) {
        return new Pending(label, problems.count(scope, filter), "/problems?" + filter.query(), red);
    }

    private static ProblemFilter in(ProblemState state) {
        return ProblemFilter.all().showing(List.of(state), false);
    }

    private static ProblemFilter overdue() {
        return ProblemFilter.all().showing(List.of(), true);
    }

    private static ProblemFilter from(ProblemSource source) {
        return new ProblemFilter(null, List.of(), List.of(), List.of(), List.of(source), List.of(), List.of(), List.of(), List.of(),
            List.of(), false, false, null);
    }
}
