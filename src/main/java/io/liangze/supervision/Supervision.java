package io.liangze.supervision;

import io.liangze.assignment.Assignments;
import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.evidence.Evidence;
import io.liangze.problem.About;
import io.liangze.problem.Opened;
import io.liangze.problem.Problems;
import io.liangze.region.Regions;
import io.liangze.shared.Cursor;
import io.liangze.shared.Named;
import io.liangze.shared.Page;
import io.liangze.shared.Period;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.subject.Subjects;
import io.liangze.work.Work;
import io.liangze.work.Works;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tasks of a period, and the visits that answer them (督导任务、督导记录). */
@Service
public class Supervision {

    private static final int LAST_VISITS = 3;

    private final TaskTable tasks;
    private final VisitTable visits;
    private final CorrectionTable corrections;
    private final TaskCounts counts;
    private final Checklists checklists;
    private final Subjects subjects;
    private final Assignments assignments;
    private final Problems problems;
    private final Evidence evidence;
    private final Regions regions;
    private final Works works;
    private final Audit audit;
    private final Clock clock;

    Supervision(TaskTable tasks, VisitTable visits, CorrectionTable corrections, TaskCounts counts, Checklists checklists, Subjects subjects,
                Assignments assignments, Problems problems, Evidence evidence, Regions regions, Works works, Audit audit, Clock clock) {
        this.tasks = tasks;
        this.visits = visits;
        this.corrections = corrections;
        this.counts = counts;
        this.checklists = checklists;
        this.subjects = subjects;
        this.assignments = assignments;
        this.problems = problems;
        this.evidence = evidence;
        this.regions = regions;
        this.works = works;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a quarter's tasks for a place; those of months, halves and years that end in it too.
     *
     * @param region null = the account's own place
     * @return the id of the action, see {@link #generation}
     * @throws Refusal {@code region.absent} 404
     */
    @Transactional
    public UUID generate(Scope scope, Period.Quarter quarter, @Nullable String region) {
        var keeper = scope.as(Role.KEEPERS);
        var place = region == null ? keeper.home() : regions.whole(keeper, region).code();
        return works.start(keeper, GenerateWorker.KIND, place, new GenerateWorker.Asked(quarter, place));
    }

    /** A generation as it stands. @throws Refusal {@code work.absent} 404 */
    @Transactional(readOnly = true)
    public Work generation(Scope scope, UUID id) {
        return works.find(scope.as(Role.KEEPERS), GenerateWorker.KIND, id);
    }

    /** The same, if it is of that quarter. @throws Refusal {@code work.absent} 404 */
    @Transactional(readOnly = true)
    public Work generation(Scope scope, Period.Quarter quarter, UUID id) {
        var work = generation(scope, id);
        if (!work.input().path("quarter").asString("").equals(quarter.toString())) throw Refusal.absent("work");
        return work;
    }

    /** Tasks by place, then id. */
    @Transactional(readOnly = true)
    public Page<SupervisionTask> tasks(Scope scope, TaskFilter filter, @Nullable Cursor after, int limit) {
        var seen = regions.within(scope.as(Role.READERS), filter.region());
        var today = LocalDate.now(clock);
        var system = Scope.system();
        var wanted = filter.by(scope);
        return Page.read(seen, after, limit, TaskTable.Row::cursor, (part, from, n) -> tasks.list(part, wanted, today, from, n))
            .map(row -> row.task(today, code -> Optional.of(regions.name(system, code))));
    }

    /** How many {@link #tasks} lists in all. */
    @Transactional(readOnly = true)
    public long count(Scope scope, TaskFilter filter) {
        return tasks.count(regions.within(scope.as(Role.READERS), filter.region()), filter.by(scope), LocalDate.now(clock));
    }

    /**
     * A task with all that its visit needs. Not read-only: the number of the business is shown to the official who
     * answers for it, and that is logged.
     *
     * @throws Refusal {@code task.absent} 404
     */
    @Transactional
    public TaskDetail task(Scope scope, UUID id) {
        var seen = scope.as(Role.READERS);
        var row = tasks.find(seen, id).orElseThrow(() -> Refusal.absent("task"));
        var task = row.task(LocalDate.now(clock), code -> Optional.of(regions.name(Scope.system(), code)));
        return new TaskDetail(TaskDetail.Head.of(task), subjects.find(scope, row.subject()), checklist(row),
            visits.last(row.countyCode(), row.subject(), LAST_VISITS).stream().map(this::lastVisit).toList(),
            problems.openOf(scope, row.countyCode(), row.subject()));
    }

    private Checklist checklist(TaskTable.Row task) {
        return checklists.compose(task.checklist(), task.kind(), task.checklistGrade(), task.id(), task.madeOn());
    }

    private TaskDetail.LastVisit lastVisit(VisitTable.Row visit) {
        return new TaskDetail.LastVisit(visit.id(), VisitCheck.inOfficeTime(visit.endedAt()), visit.officialName(), visit.mode(),
            visit.conclusion(), visit.problems().stream().map(Opened::item).toList());
    }

    /**
     * Records a visit (督导) and closes its task; each wrong item opens a problem (问题) in the same transaction.
     *
     * @return the receipt; the same one when the same {@code visit.id()} comes again
     * @throws Refusal {@code task.absent} 404; {@code task.visited-before} 409 for another visit of a done task;
     *                 {@code task.closed} 409 cancelled, or too late: the next period has ended; {@code task.not-yours} 403;
     *                 {@code input.invalid} 422
     */
    @Transactional
    public Receipt visit(Scope scope, UUID taskId, VisitReport visit) {
        var officials = scope.as(Role.OFFICIAL);
        var task = tasks.lock(officials, taskId).orElseThrow(() -> Refusal.absent("task"));
        if (visit.id() != null) {
            var before = visits.receipt(task.countyCode(), visit.id(), taskId);
            if (before.isPresent()) return before.get();
        }
        var received = clock.instant();
        var today = LocalDate.ofInstant(received, VisitCheck.OFFICE_TIME);
        if (task.visit() != null) throw Refusal.conflict("task.visited-before");
        if (task.status(today) == TaskStatus.CANCELLED || today.isAfter(Period.of(task.period()).next().last())) throw Refusal.conflict("task.closed");
        if (task.official() == null || !officials.official().filter(task.official()::equals).isPresent()) throw Refusal.forbidden("task.not-yours");
        if (visit.id() == null) throw Refusal.invalid("id", "value.missing");

        var checklist = checklist(task);
        var named = VisitCheck.named(visit);
        new VisitCheck(checklist, evidence.require(officials, named)).visit(visit, task, Period.of(task.period()).first(), received);
        var times = VisitCheck.Times.of(visit, received);
        var findings = VisitCheck.findings(Objects.requireNonNull(visit.answers()), checklist);
        var opened = findings.isEmpty() ? List.<Opened>of() : problems.openFromVisit(officials, about(officials, task), visit.id(), findings);
        var conclusion = findings.isEmpty() ? Conclusion.NO_PROBLEM : Conclusion.PROBLEMS;
        boolean late = times.endedOn().isAfter(task.due());

        visits.insert(visit, task, times, received, conclusion, opened);
        tasks.done(task, visit.id(), times.endedOn(), late, Objects.requireNonNull(visit.mode()), opened.size());
        if (!named.isEmpty()) evidence.link(officials, named, "VISIT", visit.id(), task.region(), task.subject());
        counts.done(task, times.endedOn(), late);
        audit.record(officials, Change.made("visit.recorded", "VISIT", visit.id(), task.region(), Map.of("task", taskId, "subject", task.subject(),
            "mode", visit.mode(), "endedAt", times.endedAt(), "conclusion", conclusion, "problems", opened.size(), "evidence", named)));
        return new Receipt(visit.id(), conclusion, opened);
    }

    private About about(Scope scope, TaskTable.Row task) {
        return assignments.about(scope, task.subject()).orElseThrow(() -> Refusal.absent("subject"));
    }

    /** Visits by place, then id. */
    @Transactional(readOnly = true)
    public Page<Visit> visits(Scope scope, VisitFilter filter, @Nullable Cursor after, int limit) {
        var seen = regions.within(scope.as(Role.READERS), filter.region());
        return Page.read(seen, after, limit, VisitTable.Row::cursor, (part, from, n) -> visits.list(part, filter, from, n))
            .map(row -> visit(row, List.of()));
    }

    /** How many {@link #visits} lists in all. */
    @Transactional(readOnly = true)
    public long countVisits(Scope scope, VisitFilter filter) {
        return visits.count(regions.within(scope.as(Role.READERS), filter.region()), filter);
    }

    /** The last visits to a subject, newest first. */
    @Transactional(readOnly = true)
    public List<Visit> lastVisits(Scope scope, UUID subject, int limit) {
        return visits.last(scope.as(Role.READERS), subject, limit).stream().map(row -> visit(row, List.of())).toList();
    }

    /** A visit with its corrections. @throws Refusal {@code visit.absent} 404 */
    @Transactional(readOnly = true)
    public Visit visitOf(Scope scope, UUID id) {
        var row = visits.find(scope.as(Role.READERS), id).orElseThrow(() -> Refusal.absent("visit"));
        return visit(row, corrections.of(row.countyCode(), row.id()));
    }

    /** The questions that a visit answered. */
    @Transactional(readOnly = true)
    public Checklist asked(Scope scope, Visit visit) {
        return tasks.find(scope.as(Role.READERS), visit.task()).map(this::checklist).orElseThrow(() -> Refusal.absent("visit"));
    }

    private Visit visit(VisitTable.Row row, List<Correction> corrections) {
        return new Visit(row.id(), row.task(), new SupervisionTask.Visited(row.subject(), row.subjectName(), row.kind(), row.family(),
            regions.place(Scope.system(), row.region())), row.grade(), new Named(row.official(), row.officialName()), row.mode(),
            VisitCheck.inOfficeTime(row.startedAt()), VisitCheck.inOfficeTime(row.endedAt()), VisitCheck.inOfficeTime(row.receivedAt()),
            row.start(), row.end(), row.checklist(), row.answers(), row.companion(), row.advice(), row.evidence(), row.conclusion(),
            row.problems(), corrections);
    }
}
