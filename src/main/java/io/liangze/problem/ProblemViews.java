package io.liangze.problem;

import io.liangze.evidence.Evidence;
import io.liangze.evidence.Exhibit;
import io.liangze.shared.Period;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a {@link ProblemView}: what happened, what is left, and what this account may do about it. */
@Component
class ProblemViews {

    private static final int MEMORY = 6;

    /** In order of weight: the first that the account may is the page's main button. */
    private static final List<Act> BUTTONS = List.of(Act.RECTIFY, Act.ACCEPT, Act.SIGN_FOR, Act.ENFORCEMENT_RESULT, Act.RETURN,
        Act.EXTEND, Act.ESCALATE, Act.REFER, Act.CANCEL);

    private static final Set<Act> MAIN = EnumSet.of(Act.RECTIFY, Act.ACCEPT, Act.SIGN_FOR, Act.ENFORCEMENT_RESULT);

    private final Problems problems;
    private final Competence competence;
    private final Deadlines deadlines;
    private final Evidence evidence;
    private final Opening opening;

    ProblemViews(Problems problems, Competence competence, Deadlines deadlines, Evidence evidence, Opening opening) {
        this.problems = problems;
        this.competence = competence;
        this.deadlines = deadlines;
        this.evidence = evidence;
        this.opening = opening;
    }

    ProblemView of(Scope scope, Screen screen, ProblemFile file) {
        var problem = file.problem();
        var exhibits = evidence.ofRecord(scope, "PROBLEM", problem.id()).stream()
            .collect(Collectors.toMap(Exhibit::id, Function.identity(), (a, _) -> a));
        var may = may(scope, problem);
        var memory = problems.ofSubject(scope, problem.county(), problem.subject().id(), MEMORY).stream()
            .filter(other -> !other.id().equals(problem.id())).toList();
        var before = picture(file.events(), EnumSet.of(Act.OPEN), exhibits);
        var after = picture(file.events().reversed(), EnumSet.of(Act.RECTIFY, Act.FIX_ON_SITE, Act.ACCEPT), exhibits);
        return new ProblemView(problem, file.events().reversed(), new ProblemTrack(screen).of(problem, file.events()),
            before, after, daysApart(before, after, screen.format().zone()), deadline(problem, screen), may, others(scope, problem),
            may.stream().filter(MAIN::contains).findFirst().orElse(null),
            deadlines.escalates(problem.progress().returns() + 1, screen.today()), signForBy(problem, file.events(), screen),
            memory, exhibits);
    }

    /** @throws io.liangze.shared.Refusal {@code subject.absent} 404 */
    SubjectView ofSubject(Scope scope, Screen screen, UUID subject) {
        var about = opening.about(scope, subject);
        var all = ProblemFilter.of(subject);
        var year = Period.of(Period.Every.YEAR, screen.today());
        boolean mayOpen = Arrays.stream(ProblemSource.values()).anyMatch(source -> competence.mayOpen(scope, about, source));
        return new SubjectView(subject, problems.ofSubject(scope, about.county(), subject, MEMORY),
            problems.count(scope, all.showing(ProblemState.UNSETTLED, false)), problems.count(scope, all.openedIn(year)), mayOpen);
    }

    /** What the state allows and the account may. */
    List<Act> may(Scope scope, Problem problem) {
        return BUTTONS.stream().filter(problem.progress().allowed()::contains)
            .filter(act -> competence.judge(scope, problem, act).isYes()).toList();
    }

    private Map<String, List<Act>> others(Scope scope, Problem problem) {
        var others = new LinkedHashMap<String, List<Act>>();
        for (var act : BUTTONS) {
            if (!problem.progress().allowed().contains(act)) continue;
            var verdict = competence.judge(scope, problem, act);
            if (!verdict.isYes()) others.computeIfAbsent(Objects.requireNonNull(verdict.why()), _ -> new ArrayList<>()).add(act);
        }
        return others;
    }

    /** The first picture of the first of these events that has one. */
    private static ProblemView.@Nullable Picture picture(List<ProblemEvent> events, Set<Act> acts, Map<UUID, Exhibit> exhibits) {
        for (var event : events) {
            if (!acts.contains(event.act())) continue;
            for (var id : event.evidence()) {
                var exhibit = exhibits.get(id);
                if (exhibit != null && exhibit.isPicture())
                    return new ProblemView.Picture(id, exhibit.takenAt() == null ? event.at() : exhibit.takenAt(), event.by());
            }
        }
        return null;
    }

    private static long daysApart(ProblemView.@Nullable Picture before, ProblemView.@Nullable Picture after, ZoneId zone) {
        return before == null || after == null ? 0
            : ChronoUnit.DAYS.between(LocalDate.ofInstant(before.at(), zone), LocalDate.ofInstant(after.at(), zone));
    }

    private ProblemView.Deadline deadline(Problem problem, Screen screen) {
        var today = screen.today();
        long total = Math.max(1, ChronoUnit.DAYS.between(problem.openedOn(), problem.due()));
        long used = Math.clamp(ChronoUnit.DAYS.between(problem.openedOn(), today), 0, total);
        return new ProblemView.Deadline(deadlines.workingDaysLeft(today, problem.due()), used, total, rule(problem, screen));
    }

    private String rule(Problem problem, Screen screen) {
        var terms = deadlines.terms(problem.openedOn());
        var first = terms.deadlines().get(problem.severity());
        return first.days() != null
            ? screen.words("problem.deadline.days", screen.name(problem.severity()), first.days(), terms.returns().workingDays())
            : screen.words("problem.deadline.working-days", screen.name(problem.severity()), first.workingDays(), terms.returns().workingDays());
    }

    private @Nullable LocalDate signForBy(Problem problem, List<ProblemEvent> events, Screen screen) {
        if (problem.state() != ProblemState.REFERRED) return null;
        return events.reversed().stream().filter(e -> e.act() == Act.REFER).findFirst()
            .map(e -> deadlines.signForBy(LocalDate.ofInstant(e.at(), screen.format().zone()))).orElse(null);
    }
}
