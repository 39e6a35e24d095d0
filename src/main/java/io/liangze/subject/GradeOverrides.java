package io.liangze.subject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.region.Level;
import io.liangze.region.Regions;
import io.liangze.shared.Grade;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grades by hand (人工调整分级): an office asks, an office of a level above decides, and it ends by itself. */
@Service
public class GradeOverrides {

    /** No grade by hand outlives this without being asked for again. */
    static final int MONTHS = 24;
    private static final int LONGEST_REASON = 500;

    private final SubjectTable table;
    private final OverrideTable overrides;
    private final ChangeTable changes;
    private final AroundTable around;
    private final Grader grader;
    private final SubjectWriter writer;
    private final Regions regions;
    private final Showing showing;
    private final Audit audit;
    private final Clock clock;

    GradeOverrides(SubjectTable table, OverrideTable overrides, ChangeTable changes, AroundTable around, Grader grader, SubjectWriter writer,
                   Regions regions, Showing showing, Audit audit, Clock clock) {
        this.table = table;
        this.overrides = overrides;
        this.changes = changes;
        this.around = around;
        this.grader = grader;
        this.writer = writer;
        this.regions = regions;
        this.showing = showing;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks for a grade; nothing changes before it is approved.
     *
     * @param until last day; after today, at most 24 months away
     * @return the request; the same one when it is sent again while it waits
     * @throws Refusal {@code subject.absent} 404; {@code override.no-grade}, {@code override.waiting} 409; {@code input.invalid} 422
     */
    @Transactional
    public GradeOverride ask(Scope scope, UUID subjectId, @Nullable Grade grade, @Nullable String reason, @Nullable LocalDate until) {
        var office = scope.as(Role.OFFICE);
        var subject = table.lock(office, subjectId).orElseThrow(() -> Refusal.absent("subject"));
        var last = overrides.latest(subject);
        if (last.filter(o -> o.state() == GradeOverride.State.WAITING && o.grade() == grade && o.reason().equals(reason)
            && o.until().equals(until)).isPresent()) return last.get();
        if (last.filter(o -> o.state() == GradeOverride.State.WAITING).isPresent()) throw Refusal.conflict("override.waiting");
        if (subject.grade() == null) throw Refusal.conflict("override.no-grade");
        var today = LocalDate.now(clock);
        new Refusal.Flaws().require(grade != null, "grade", "value.missing")
            .require(reason != null && !reason.isBlank(), "reason", "value.missing")
            .require(reason == null || reason.length() <= LONGEST_REASON, "reason", "value.too-long", LONGEST_REASON)
            .require(until != null, "until", "value.missing")
            .require(until == null || until.isAfter(today), "until", "date.past")
            .require(until == null || !until.isAfter(today.plusMonths(MONTHS)), "until", "override.too-long", MONTHS).refuse();

        var asked = new GradeOverride(UuidCreator.getTimeOrderedEpoch(), subjectId, grade, reason, until, scope.name(), clock.instant(),
            level(office, subject), GradeOverride.State.WAITING, null, null);
        overrides.insert(scope, subject, asked);
        changes.add(scope, subject, SubjectAct.OVERRIDE_ASKED, reason, Map.of("grade", grade, "until", until));
        audit.record(scope, Change.made("subject.override-asked", "SUBJECT", subjectId, subject.particulars().region(), asked));
        return asked;
    }

    /**
     * Approves what waits: the grade is in force at once.
     *
     * @return the subject; the same again if this account has just approved
     * @throws Refusal {@code subject.absent} 404; {@code override.none-waiting} 409; {@code override.level} 403 unless the office is of a level above
     */
    @Transactional
    public Subject approve(Scope scope, UUID subjectId) {
        var office = scope.as(Role.OFFICE);
        var subject = table.lock(office, subjectId).orElseThrow(() -> Refusal.absent("subject"));
        var asked = waiting(office, subject);
        decide(scope, subject, asked, GradeOverride.State.APPROVED);
        var override = new GradeReason.Override(asked.grade(), asked.reason(), asked.until(), asked.askedBy(), scope.name());
        var standing = grader.stand(subject.particulars(), subject, override, around.of(List.of(subject.particulars()), List.of(subject)));
        var step = Step.regrade(subject, standing, asked.reason(), clock.instant()).as(SubjectAct.OVERRIDE_APPROVED);
        writer.write(scope, step);
        audit.record(scope, new Change("subject.override-approved", "SUBJECT", subjectId, subject.particulars().region(),
            step.differing(subject), step.differing(step.after())));
        return showing.shown(scope, step.after());
    }

    /**
     * Refuses what waits.
     *
     * @throws Refusal as {@link #approve}; {@code input.invalid} 422 without a reason
     */
    @Transactional
    public Subject refuse(Scope scope, UUID subjectId, @Nullable String reason) {
        var office = scope.as(Role.OFFICE);
        var subject = table.lock(office, subjectId).orElseThrow(() -> Refusal.absent("subject"));
        var asked = waiting(office, subject);
        new Refusal.Flaws().require(reason != null && !reason.isBlank(), "reason", "value.missing")
            .require(reason == null || reason.length() <= LONGEST_REASON, "reason", "value.too-long", LONGEST_REASON).refuse();
        decide(scope, subject, asked, GradeOverride.State.REFUSED);
        changes.add(scope, subject, SubjectAct.OVERRIDE_REFUSED, reason, Map.of("grade", asked.grade()));
        audit.record(scope, Change.made("subject.override-refused", "SUBJECT", subjectId, subject.particulars().region(), Map.of("reason", reason)));
        return showing.shown(scope, subject);
    }

    /** The request that waits for a decision. @throws Refusal {@code subject.absent} 404 */
    @Transactional(readOnly = true)
    public Optional<GradeOverride> waiting(Scope scope, UUID subjectId) {
        var subject = table.find(scope.as(Role.READERS), subjectId).orElseThrow(() -> Refusal.absent("subject"));
        return overrides.latest(subject).filter(o -> o.state() == GradeOverride.State.WAITING);
    }

    /** Whether this account may decide now. */
    public boolean mayDecide(Scope scope, Subject subject, GradeOverride asked) {
        return scope.has(Role.OFFICE) && scope.as(Role.OFFICE).holds(subject.particulars().region())
            && isAbove(level(scope.as(Role.OFFICE), subject), asked.askedLevel());
    }

    private GradeOverride waiting(Scope office, Subject subject) {
        var asked = overrides.latest(subject).filter(o -> o.state() == GradeOverride.State.WAITING)
            .orElseThrow(() -> Refusal.conflict("override.none-waiting"));
        if (!mayDecide(office, subject, asked)) throw Refusal.forbidden("override.level");
        return asked;
    }

    private void decide(Scope scope, Subject subject, GradeOverride asked, GradeOverride.State to) {
        if (!overrides.decide(scope, subject, asked.id(), to, clock.instant())) throw Refusal.conflict("override.none-waiting");
    }

    /** The highest level at which this account is an office over the subject. */
    private Level level(Scope office, Subject subject) {
        return office.grants().stream().filter(g -> g.ranges().stream().anyMatch(r -> r.holds(subject.particulars().region())))
            .map(g -> g.region() == null ? Level.PROVINCE : regions.find(office, g.region()).level())
            .map(level -> level == Level.ZONE ? Level.COUNTY : level)
            .min(Comparator.naturalOrder()).orElse(Level.VILLAGE);
    }

    /** Nobody is above a province: it decides for itself. */
    private static boolean isAbove(Level decides, Level asked) {
        return decides.compareTo(asked) < 0 || decides == Level.PROVINCE;
    }
}
