package io.liangze.problem;

import io.liangze.shared.Severity;
import io.liangze.tally.Counted;
import io.liangze.tally.Delta;
import io.liangze.tally.Measure;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a problem counts for: in the month that it was opened in, at its subject's place. */
@Component
class Counts implements Counted {

    /** What a change of a problem changes; {@code before} is null when it begins. */
    static List<Delta> of(@Nullable Problem before, Problem after) {
        var was = before == null ? List.<Delta>of() : of(before);
        var is = of(after);
        var deltas = new ArrayList<Delta>();
        was.stream().filter(d -> !is.contains(d)).map(Delta::negated).forEach(deltas::add);
        is.stream().filter(d -> !was.contains(d)).forEach(deltas::add);
        return deltas;
    }

    private static List<Delta> of(Problem problem) {
        return switch (problem.state()) {
            case OPEN, RECTIFIED -> open(problem);
            case ESCALATED -> {
                var deltas = open(problem);
                deltas.add(delta(problem, Measure.ESCALATED, ""));
                yield deltas;
            }
            case REFERRED -> List.of(delta(problem, Measure.PROBLEMS_REFERRED, ""));
            case CLOSED -> List.of(delta(problem, Measure.PROBLEMS_CLOSED, ""));
            case CANCELLED -> List.of();
        };
    }

    private static List<Delta> open(Problem problem) {
        var deltas = new ArrayList<Delta>();
        deltas.add(delta(problem, Measure.PROBLEMS_OPEN, problem.due().toString()));
        if (problem.severity().compareTo(Severity.SERIOUS) >= 0)
            deltas.add(delta(problem, Measure.SERIOUS_OPEN, problem.due().toString()));
        return deltas;
    }

    private static Delta delta(Problem problem, Measure measure, String mark) {
        var subject = problem.subject();
        return new Delta(subject.region().code(), YearMonth.from(problem.openedOn()), subject.family(), subject.grade(),
            measure, mark, 1);
    }

    @Override
    public Set<Measure> measures() {
        return EnumSet.of(Measure.PROBLEMS_OPEN, Measure.SERIOUS_OPEN, Measure.ESCALATED, Measure.PROBLEMS_CLOSED,
            Measure.PROBLEMS_REFERRED);
    }

    @Override
    public String facts() {
        return """
            select p.region as place, to_char(p.opened_on, 'YYYY-MM') as period, p.family, p.grade, m.measure, m.mark, count(*) as n
            from problem p
            cross join lateral (
                select c.measure, c.mark
                from (values ('PROBLEMS_OPEN', to_char(p.due, 'YYYY-MM-DD'), p.state in ('OPEN', 'RECTIFIED', 'ESCALATED')),
                             ('SERIOUS_OPEN', to_char(p.due, 'YYYY-MM-DD'),
                              p.state in ('OPEN', 'RECTIFIED', 'ESCALATED') and p.severity in ('SERIOUS', 'CRITICAL')),
                             ('ESCALATED', '', p.state = 'ESCALATED'),
                             ('PROBLEMS_CLOSED', '', p.state = 'CLOSED'),
                             ('PROBLEMS_REFERRED', '', p.state = 'REFERRED')) as c (measure, mark, counts)
                where c.counts
            ) m
            where p.county_code = :county
            group by p.region, to_char(p.opened_on, 'YYYY-MM'), p.family, p.grade, m.measure, m.mark
            """;
    }
}
