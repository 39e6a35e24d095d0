package io.liangze.supervision;

import io.liangze.assignment.Assignments;
import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.evidence.Evidence;
import io.liangze.problem.Problems;
import io.liangze.problem.Step;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.supervision.VisitReport.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrections of visits (更正): new versions beside the old one, never over it. */
@Service
public class Corrections {

    private static final Duration WITHIN = Duration.ofDays(3);

    private final VisitTable visits;
    private final CorrectionTable corrections;
    private final TaskTable tasks;
    private final Checklists checklists;
    private final Assignments assignments;
    private final Problems problems;
    private final Evidence evidence;
    private final Audit audit;
    private final Clock clock;

    Corrections(VisitTable visits, CorrectionTable corrections, TaskTable tasks, Checklists checklists, Assignments assignments,
                Problems problems, Evidence evidence, Audit audit, Clock clock) {
        this.visits = visits;
        this.corrections = corrections;
        this.tasks = tasks;
        this.checklists = checklists;
        this.assignments = assignments;
        this.problems = problems;
        this.evidence = evidence;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is corrected. @param answers of the items that change; the others stay as they are */
    public record Wish(@Nullable String reason, @Nullable List<Answer> answers) {}

    /** Whether the account could correct the visit now: what the button asks. */
    public boolean isOpenTo(Scope scope, Visit visit) {
        return scope.has(Role.OFFICIAL) && !isLate(visit.receivedAt().toInstant()) && isHis(scope, visit.official().id());
    }

    /** @throws Refusal as {@link #correct} would, by who asks and when */
    public void permit(Scope scope, Visit visit) {
        permit(scope.as(Role.OFFICIAL), visit.receivedAt().toInstant(), visit.official().id());
    }

    private void permit(Scope officials, Instant received, UUID official) {
        if (isLate(received)) throw Refusal.conflict("visit.correction-late");
        if (!isHis(officials, official)) throw Refusal.forbidden("visit.not-yours");
    }

    private boolean isLate(Instant received) {
        return clock.instant().isAfter(received.plus(WITHIN));
    }

    private static boolean isHis(Scope scope, UUID official) {
        return scope.official().filter(official::equals).isPresent();
    }

    /**
     * Appends a version of a visit's answers. An item that is wrong now opens a problem; one that is no longer wrong
     * leaves its problem open, with a remark: only the office cancels.
     *
     * @return the new version; the last one when it is the same again
     * @throws Refusal {@code visit.absent} 404; {@code visit.correction-late} 409 after three days; {@code visit.not-yours}
     *                 403; {@code input.invalid} 422
     */
    @Transactional
    public Correction correct(Scope scope, UUID visitId, Wish wish) {
        var officials = scope.as(Role.OFFICIAL);
        var visit = visits.find(officials, visitId).orElseThrow(() -> Refusal.absent("visit"));
        var task = tasks.lock(officials, visit.task()).orElseThrow(() -> Refusal.absent("visit"));
        permit(officials, visit.receivedAt(), visit.official());

        var checklist = checklists.compose(task.checklist(), task.kind(), task.checklistGrade(), task.id(), task.madeOn());
        var changes = wish.answers() == null ? List.<Answer>of() : wish.answers();
        check(officials, wish, changes, checklist, visit);
        var earlier = corrections.of(visit.countyCode(), visitId);
        var before = earlier.isEmpty() ? visit.answers() : earlier.getLast().answers();
        var after = VisitCheck.corrected(before, changes);
        if (!earlier.isEmpty() && after.equals(before) && earlier.getLast().reason().equals(wish.reason())) return earlier.getLast();
        corrections.insert(visit, earlier.size() + 2, officials, Objects.requireNonNull(wish.reason()), after, clock.instant());
        follow(officials, visit, before, changes, checklist, wish.reason());
        audit.record(officials, new Change("visit.corrected", "VISIT", visitId, visit.region(), Map.of("answers", before),
            Map.of("answers", after, "reason", wish.reason())));
        return corrections.of(visit.countyCode(), visitId).getLast();
    }

    private void check(Scope scope, Wish wish, List<Answer> changes, Checklist checklist, VisitTable.Row visit) {
        var named = changes.stream().filter(Objects::nonNull).flatMap(a -> a.photos().stream()).collect(Collectors.toSet());
        var check = new VisitCheck(checklist, evidence.require(scope, named, "VISIT", visit.id(), visit.region()));
        var flaws = new Refusal.Flaws()
            .require(wish.reason() != null && wish.reason().strip().length() >= 2 && wish.reason().length() <= 500, "reason", "visit.reason")
            .require(!changes.isEmpty(), "answers", "value.missing");
        var seen = new HashSet<String>();
        var asked = checklist.asked(visit.mode()).stream().collect(Collectors.toMap(ChecklistItem::id, i -> i));
        for (int i = 0; i < changes.size(); i++) {
            var answer = changes.get(i);
            var item = answer == null || answer.item() == null ? null : asked.get(answer.item());
            if (item == null || !seen.add(item.id())) flaws.add("answers[" + i + "].item", "visit.item-unknown");
            else check.answer(answer, item, "answers[" + i + "].");
        }
        flaws.refuse();
        check.refuse();
    }

    private void follow(Scope scope, VisitTable.Row visit, List<Answer> before, List<Answer> changes, Checklist checklist, String reason) {
        var wrongBefore = VisitCheck.findings(before, checklist).stream().map(io.liangze.problem.Finding::item).collect(Collectors.toSet());
        var wrongNow = VisitCheck.findings(changes, checklist);
        var fresh = wrongNow.stream().filter(f -> !wrongBefore.contains(f.item())).toList();
        if (!fresh.isEmpty())
            problems.openFromVisit(scope, assignments.about(scope, visit.subject()).orElseThrow(() -> Refusal.absent("subject")), visit.id(), fresh);
        var named = changes.stream().flatMap(a -> a.photos().stream()).collect(Collectors.toSet());
        if (!named.isEmpty()) evidence.link(scope, named, "VISIT", visit.id(), visit.region(), visit.subject());
        var stillWrong = wrongNow.stream().map(io.liangze.problem.Finding::item).collect(Collectors.toSet());
        var withdrawn = changes.stream().map(Answer::item).filter(wrongBefore::contains).filter(item -> !stillWrong.contains(item)).collect(Collectors.toSet());
        if (!withdrawn.isEmpty())
            problems.ofVisit(scope, visit.countyCode(), visit.id()).stream().filter(p -> withdrawn.contains(p.item()))
                .forEach(p -> problems.act(scope, p.id(), new Step.Remark(reason, List.of())));
    }
}
