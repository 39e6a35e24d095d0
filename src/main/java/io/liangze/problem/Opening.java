package io.liangze.problem;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.region.Regions;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Severity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How problems begin: as findings of a visit, or by hand. */
@Component
class Opening {

    private final ProblemTable table;
    private final Journal journal;
    private final Competence competence;
    private final Deadlines deadlines;
    private final Regions regions;
    private final StepCheck check;
    private final ObjectProvider<AboutSubjects> subjects;
    private final Clock clock;

    /** @param subjects asked for at the first use: the module that knows them stands above and calls this one too */
    Opening(ProblemTable table, Journal journal, Competence competence, Deadlines deadlines, Regions regions,
            StepCheck check, ObjectProvider<AboutSubjects> subjects, Clock clock) {
        this.table = table;
        this.journal = journal;
        this.competence = competence;
        this.deadlines = deadlines;
        this.regions = regions;
        this.check = check;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** Of problems opened today, by severity. */
    Map<Severity, LocalDate> dueDates() {
        var today = LocalDate.now(clock);
        var dates = new EnumMap<Severity, LocalDate>(Severity.class);
        for (var severity : Severity.values()) dates.put(severity, deadlines.first(severity, today));
        return dates;
    }

    List<Opened> fromVisit(Scope scope, About about, UUID visit, List<Finding> findings) {
        if (findings.isEmpty()) return List.of();
        var now = clock.instant();
        var today = LocalDate.now(clock);
        var earlier = table.closed(about.county(), about.subject(), findings.stream().map(Finding::item).toList(),
            deadlines.repeatsSince(today));
        var problems = new ArrayList<Problem>();
        var events = new ArrayList<HistoryTable.Entry>();
        for (var finding : findings) {
            var open = problem(scope, UuidCreator.getTimeOrderedEpoch(), about, ProblemSource.VISIT, finding.item(),
                finding.severity(), finding.text(), visit, earlier.get(finding.item()), now, today);
            var problem = begin(scope, open, finding, now, today, events);
            problems.add(problem);
        }
        table.insert(problems);
        journal.begun(scope, problems, events);
        return problems.stream().map(p -> new Opened(p.id(), Objects.requireNonNull(p.item()))).toList();
    }

    /** What was put right before the official's eyes waits for the office, or is done with where it is a general one. */
    private Problem begin(Scope scope, Problem open, Finding finding, Instant now, LocalDate today,
                          List<HistoryTable.Entry> events) {
        var photos = finding.evidence();
        boolean twoSides = finding.fixedOnSite() && !photos.isEmpty();
        var before = twoSides ? photos.subList(0, photos.size() - 1) : photos;
        events.add(entry(scope, open, Act.OPEN, now, finding.text(), before, rule(today)));
        if (!finding.fixedOnSite()) return open;

        var fixed = open.with(open.progress().fixedOnSite(scope.account(), Role.OFFICIAL));
        events.add(entry(scope, fixed, Act.FIX_ON_SITE, now, null, twoSides ? List.of(photos.getLast()) : List.of(), Map.of()));
        if (fixed.isGrave()) return fixed;

        var closed = fixed.with(fixed.progress().accepted(now, today));
        events.add(entry(scope, closed, Act.ACCEPT, now, null, List.of(), Map.of()));
        return closed;
    }

    private static HistoryTable.Entry entry(Scope scope, Problem problem, Act act, Instant now, @Nullable String text,
                                            List<UUID> evidence, Map<String, String> details) {
        var role = scope.isSystem() ? Role.SYSTEM : Role.OFFICIAL;
        return new HistoryTable.Entry(problem, Journal.event(now, scope, role, act, problem.state(), text, evidence, details));
    }

    private Map<String, String> rule(LocalDate today) {
        return Map.of("rule", deadlines.version(today));
    }

    /** @return the problem as it stands, also where the same account has opened it before */
    Problem byHand(Scope scope, NewProblem asked) {
        if (asked.id() != null) {
            var known = table.find(Scope.system(), asked.id());
            if (known.isPresent()) return again(scope, known.get());
        }
        scope.as(ProblemSource.OPENERS);
        if (asked.subject() == null) throw Refusal.invalid("subject", "value.missing");
        var about = about(scope, asked.subject());
        var role = competence.opener(scope, about, asked.source());
        refuseUnfit(scope, asked);

        var now = clock.instant();
        var today = LocalDate.now(clock);
        var item = asked.item() == null || asked.item().isBlank() ? null : asked.item().strip();
        var source = Objects.requireNonNull(asked.source());
        var text = Objects.requireNonNull(asked.text()).strip();
        var earlier = item == null ? Map.<String, UUID>of()
            : table.closed(about.county(), about.subject(), List.of(item), deadlines.repeatsSince(today));
        var problem = problem(scope, Objects.requireNonNullElseGet(asked.id(), UuidCreator::getTimeOrderedEpoch), about, source,
            item, asked.severity(), text, null, item == null ? null : earlier.get(item), now, today);
        if (!table.insert(List.of(problem))) return again(scope, table.find(Scope.system(), problem.id()).orElseThrow());
        var begun = Journal.event(now, scope, role, Act.OPEN, problem.state(), text, asked.evidence(), rule(today));
        journal.begun(scope, List.of(problem), List.of(new HistoryTable.Entry(problem, begun)));
        return problem;
    }

    /** @throws Refusal {@code subject.absent} 404 */
    About about(Scope scope, UUID subject) {
        var readers = scope.as(Role.READERS);
        return subjects.orderedStream().flatMap(known -> known.about(readers, subject).stream()).findFirst()
            .orElseThrow(() -> Refusal.absent("subject"));
    }

    private static Problem again(Scope scope, Problem known) {
        if (scope.account() == null || !scope.account().equals(known.openedBy())) throw Refusal.conflict("idempotency.key-reused");
        return known;
    }

    private void refuseUnfit(Scope scope, NewProblem asked) {
        var flaws = new Refusal.Flaws();
        if (asked.source() == null) flaws.add("source", "value.missing");
        else flaws.require(asked.source().opener().isPresent(), "source", "problem.visit-only");
        StepCheck.text(flaws, "text", asked.text(), true);
        StepCheck.name(flaws, "item", asked.item(), false);
        check.evidence(flaws, scope, asked.evidence());
        flaws.refuse();
    }

    private Problem problem(Scope scope, UUID id, About about, ProblemSource source, @Nullable String item,
                            Severity severity, String text, @Nullable UUID visit, @Nullable UUID repeatOf,
                            Instant now, LocalDate today) {
        var subject = new Problem.Subject(about.subject(), about.subjectName(), about.kind(), about.family(), about.grade(),
            regions.place(scope, about.region()));
        return new Problem(id, subject, source, item, severity, text, today, now, scope.account(), about.principal(),
            Problem.named(about.official(), about.officialName()), visit, repeatOf,
            Progress.begin(deadlines.first(severity, today)));
    }
}
