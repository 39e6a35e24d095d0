package io.liangze.board;

import io.liangze.problem.Problem;
import io.liangze.problem.ProblemFilter;
import io.liangze.problem.ProblemState;
import io.liangze.problem.Problems;
import io.liangze.shared.Period;
import io.liangze.shared.Scope;
import io.liangze.subject.SubjectFilter;
import io.liangze.subject.Subjects;
import io.liangze.supervision.Supervision;
import io.liangze.supervision.Visit;
import io.liangze.supervision.VisitFilter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What waits for a business (企业), and who answers for it. */
@Component
class BusinessDesk {

    private static final int SHOPS = 20;
    private static final int PROBLEMS = 50;
    private static final int VISITS = 5;

    private final Subjects subjects;
    private final Problems problems;
    private final Supervision supervision;
    private final Clock clock;

    BusinessDesk(Subjects subjects, Problems problems, Supervision supervision, Clock clock) {
        this.subjects = subjects;
        this.problems = problems;
        this.supervision = supervision;
        this.clock = clock;
    }

    Desk.Business of(Scope scope) {
        var open = problems.page(scope, ProblemFilter.all().showing(ProblemState.UNSETTLED, false), null, PROBLEMS).items().stream()
            .sorted(Comparator.comparing(Problem::due)).toList();
        return new Desk.Business(subjects.rows(scope, SubjectFilter.ALL, null, SHOPS).items(), open, visits(scope));
    }

    private List<Visit> visits(Scope scope) {
        var year = Period.of(Period.Every.YEAR, LocalDate.now(clock));
        return Stream.of(year, year.previous()).flatMap(some -> supervision.visits(scope, in(some), null, PROBLEMS).items().stream())
            .sorted(Comparator.comparing(Visit::endedAt).reversed()).limit(VISITS).toList();
    }

    private static VisitFilter in(Period period) {
        return new VisitFilter(null, List.of(period), List.of(), List.of(), List.of(), List.of(), null, null, false);
    }
}
