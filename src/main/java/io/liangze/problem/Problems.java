package io.liangze.problem;

import io.liangze.region.Regions;
import io.liangze.shared.Cursor;
import io.liangze.shared.Page;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Severity;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The loop of problems (问题闭环): opened, put right, looked at again, struck off; nothing drops through. */
@Service
public class Problems {

    private final ProblemTable table;
    private final HistoryTable history;
    private final Opening opening;
    private final Acting acting;
    private final Following following;
    private final Escalation escalation;
    private final Regions regions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Problems(ProblemTable table, HistoryTable history, Opening opening, Acting acting, Following following,
             Escalation escalation, Regions regions, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.history = history;
        this.opening = opening;
        this.acting = acting;
        this.following = following;
        this.escalation = escalation;
        this.regions = regions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Opens what a visit found wrong, in the visit's transaction, which has checked the evidence. What was put right on
     * the spot (当场整改) is closed at once where it is GENERAL and waits for an office's look where it is graver.
     *
     * @return in the order of the findings
     * @throws Refusal {@code role.insufficient} 403 for all but officials
     */
    @Transactional
    public List<Opened> openFromVisit(Scope scope, About about, UUID visit, List<Finding> findings) {
        scope.as(Role.OFFICIAL);
        return opening.fromVisit(scope, about, visit, findings);
    }

    /**
     * Opens one by hand. The same id again answers as before, from the account that sent it first.
     *
     * @throws Refusal {@code role.insufficient}, {@code problem.source-not-yours} 403; {@code subject.absent} 404;
     *     {@code idempotency.key-reused} 409 for somebody else's id; {@code input.invalid} 422, also for source VISIT
     */
    @Transactional
    public ProblemFile open(Scope scope, NewProblem problem) {
        return file(opening.byHand(scope, problem));
    }

    /**
     * Takes a step: what the state allows ({@link Progress#allowed()}), by who may, with what it needs.
     *
     * @return the problem afterwards
     * @throws Refusal {@code role.insufficient} 403; {@code problem.absent} 404; {@code problem.not-now} 409 with
     *     {@code allowed}; 403 {@code problem.*} saying who may; {@code input.invalid} 422
     */
    @Transactional
    public ProblemFile act(Scope scope, UUID id, Step step) {
        return file(acting.take(scope, id, step));
    }

    /** Until when a problem found today is to be put right, by severity. */
    public Map<Severity, LocalDate> deadlines(Scope scope) {
        return opening.dueDates();
    }

    /** @throws Refusal {@code problem.absent} 404 */
    @Transactional(readOnly = true)
    public ProblemFile find(Scope scope, UUID id) {
        return file(table.find(scope.as(Role.READERS), id).orElseThrow(() -> Refusal.absent("problem")));
    }

    /** By place, then id. @throws Refusal {@code region.absent} 404 */
    @Transactional(readOnly = true)
    public Page<Problem> page(Scope scope, ProblemFilter filter, @Nullable Cursor after, int limit) {
        var conditions = conditions(scope, filter);
        return Page.read(within(scope, filter), after, limit, p -> new Cursor(p.subject().region().code(), p.id()),
            (part, behind, rows) -> table.list(part, conditions, behind, rows));
    }

    /** How many {@link #page} lists in all. */
    @Transactional(readOnly = true)
    public long count(Scope scope, ProblemFilter filter) {
        return table.count(within(scope, filter), conditions(scope, filter));
    }

    /** What a visit opened, in the order of its findings. @param county six digits */
    @Transactional(readOnly = true)
    public List<Problem> ofVisit(Scope scope, String county, UUID visit) {
        return table.ofVisit(scope.as(Role.READERS), county, visit);
    }

    /** The last problems of a subject, newest first. @param county six digits */
    @Transactional(readOnly = true)
    public List<Problem> ofSubject(Scope scope, String county, UUID subject, int limit) {
        return table.ofSubject(scope.as(Role.READERS), county, subject, limit);
    }

    /** Of a subject, those still to be put right or looked at. @param county six digits */
    @Transactional(readOnly = true)
    public List<Problem> openOf(Scope scope, String county, UUID subject) {
        return table.unsettledOf(scope.as(Role.READERS), county, subject);
    }

    /** Tells living problems what has changed of their subjects within their counties; belongs to that change's transaction. */
    @Transactional
    public void follow(Scope scope, Collection<About> subjects) {
        following.subjects(scope, subjects);
    }

    /** Tells living problems who answers for their subjects from now on; belongs to that change's transaction. */
    @Transactional
    public void answeredBy(Scope scope, Collection<Responsible> responsibles) {
        following.officials(scope, responsibles);
    }

    /** Escalates what nobody put right in time, in many small transactions. @return how many */
    public int escalateLate(Scope scope) {
        int all = 0;
        for (var county : escalation.counties()) {
            int some;
            do {
                some = transaction.execute(_ -> escalation.escalate(scope, county));
                all += some;
            } while (some > 0);
        }
        return all;
    }

    private ProblemFile file(Problem problem) {
        return new ProblemFile(problem, history.of(problem));
    }

    private Scope within(Scope scope, ProblemFilter filter) {
        return regions.within(scope.as(Role.READERS), filter.region());
    }

    private ProblemConditions conditions(Scope scope, ProblemFilter filter) {
        return new ProblemConditions(filter, scope, LocalDate.now(clock));
    }
}
