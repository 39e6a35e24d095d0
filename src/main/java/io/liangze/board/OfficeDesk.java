package io.liangze.board;

import io.liangze.assignment.Assignments;
import io.liangze.problem.Problem;
import io.liangze.problem.ProblemFilter;
import io.liangze.problem.ProblemState;
import io.liangze.problem.Problems;
import io.liangze.shared.Period;
import io.liangze.shared.Scope;
import io.liangze.subject.SubjectFilter;
import io.liangze.subject.SubjectFlag;
import io.liangze.subject.Subjects;
import io.liangze.supervision.Supervision;
import io.liangze.supervision.TaskFilter;
import io.liangze.supervision.TaskStatus;
import io.liangze.work.Works;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What waits for an office (食安办). */
@Component
class OfficeDesk {

    private static final int ROWS = 8;
    private static final int GAPS = 5;

    private final Problems problems;
    private final Supervision supervision;
    private final Assignments assignments;
    private final Subjects subjects;
    private final Works works;
    private final FirstSteps steps;
    private final Clock clock;

    OfficeDesk(Problems problems, Supervision supervision, Assignments assignments, Subjects subjects, Works works, FirstSteps steps,
               Clock clock) {
        this.problems = problems;
        this.supervision = supervision;
        this.assignments = assignments;
        this.subjects = subjects;
        this.works = works;
        this.steps = steps;
        this.clock = clock;
    }

    Desk.Office of(Scope scope) {
        return new Desk.Office(pending(scope), list(scope, ProblemState.ESCALATED), list(scope, ProblemState.RECTIFIED),
            assignments.gaps(scope, null, null, GAPS).items(), works.mine(scope, "").stream().limit(GAPS).toList(), steps.of(scope));
    }

    private List<Pending> pending(Scope scope) {
        var quarter = Period.of(Period.Every.QUARTER, LocalDate.now(clock));
        var late = TaskFilter.of(quarter, TaskStatus.OVERDUE, TaskStatus.MISSED);
        var overdue = ProblemFilter.all().showing(List.of(), true);
        var waiting = SubjectFilter.ALL.withFlag(List.of(SubjectFlag.OVERRIDE_WAITING));
        return List.of(
            new Pending("home.overdue", problems.count(scope, overdue), "/problems?overdue=true", true),
            new Pending("home.tasks-overdue", supervision.count(scope, late), "/tasks?" + late.query(), true),
            new Pending("home.gaps", assignments.countGaps(scope, null), "/coverage", true),
            pending(scope, "home.raised", ProblemState.ESCALATED),
            pending(scope, "home.reviews", ProblemState.RECTIFIED),
            new Pending("home.overrides", subjects.count(scope, waiting), "/subjects?" + waiting.query(), false));
    }

    private Pending pending(Scope scope, String label, ProblemState state) {
        return new Pending(label, problems.count(scope, in(state)), "/problems?state=" + state, state == ProblemState.ESCALATED);
    }

    private List<Problem> list(Scope scope, ProblemState state) {
        return problems.page(scope, in(state), null, ROWS).items();
    }

    private static ProblemFilter in(ProblemState state) {
        return ProblemFilter.all().showing(List.of(state), false);
    }
}
