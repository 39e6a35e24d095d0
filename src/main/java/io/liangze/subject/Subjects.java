package io.liangze.subject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.region.Regions;
import io.liangze.shared.Cursor;
import io.liangze.shared.Page;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Food businesses under assignment (包保主体): who they are, and where each stands. */
@Service
public class Subjects {

    private static final int LONGEST_REASON = 300;

    private final SubjectTable table;
    private final SubjectCheck check;
    private final AroundTable around;
    private final Grader grader;
    private final SubjectBatch batch;
    private final SubjectWriter writer;
    private final NumberTable numbers;
    private final Regrading regrading;
    private final ChangeTable changes;
    private final Showing showing;
    private final Regions regions;
    private final Audit audit;
    private final Clock clock;

    Subjects(SubjectTable table, SubjectCheck check, AroundTable around, Grader grader, SubjectBatch batch, SubjectWriter writer,
             NumberTable numbers, Regrading regrading, ChangeTable changes, Showing showing, Regions regions, Audit audit, Clock clock) {
        this.table = table;
        this.check = check;
        this.around = around;
        this.grader = grader;
        this.batch = batch;
        this.writer = writer;
        this.numbers = numbers;
        this.regrading = regrading;
        this.changes = changes;
        this.showing = showing;
        this.regions = regions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One subject; its phone in clear for the office, the official who answers for it and the business itself, which the
     * log then tells.
     *
     * @throws Refusal {@code subject.absent} 404, also outside the scope
     */
    @Transactional
    public Subject find(Scope scope, UUID id) {
        return showing.shown(scope, table.find(scope.as(Role.READERS), id).orElseThrow(() -> Refusal.absent("subject")));
    }

    /**
     * A page of subjects by place, then id; phones as in {@link #find}.
     *
     * @throws Refusal {@code region.absent} 404
     */
    @Transactional
    public Page<Subject> page(Scope scope, SubjectFilter filter, @Nullable Cursor after, int limit) {
        var page = read(scope, filter, after, limit);
        return new Page<>(showing.shown(scope, page.items(), filter.region()), page.next(), null);
    }

    /** As {@link #page}, all phones masked. */
    @Transactional(readOnly = true)
    public Page<Subject> rows(Scope scope, SubjectFilter filter, @Nullable Cursor after, int limit) {
        return read(scope, filter, after, limit).map(showing::masked);
    }

    /** How many subjects {@link #page} has in all. */
    @Transactional(readOnly = true)
    public long count(Scope scope, SubjectFilter filter) {
        return table.count(within(scope, filter), filter);
    }

    /**
     * Opens a subject (登记主体).
     *
     * @param id the writer's own, so that it can be sent twice; null makes one
     * @return the subject; the same one when the same id comes again
     * @throws Refusal {@code region.absent} 404 for a place outside; {@code subject.number-taken} 409; {@code input.invalid} 422
     */
    @Transactional
    public Subject open(Scope scope, @Nullable UUID id, Map<SubjectField, @Nullable String> fields) {
        var keeper = scope.as(Role.KEEPERS);
        var known = id == null ? Optional.<Subject>empty() : table.find(keeper, id);
        if (known.isPresent()) return showing.shown(scope, known.get());

        var flaws = new Refusal.Flaws();
        var draft = check.read(fields, SubjectCheck.into(flaws));
        refuseOutside(keeper, draft);
        check.checkComplete(draft, SubjectCheck.into(flaws));
        flaws.refuse();
        var now = draft.over(null);
        check.checkTogether(now, SubjectCheck.into(flaws));
        flaws.refuse();
        refuseTaken(scope, now, null);

        var standing = grader.stand(now, null, around.of(List.of(now), List.of()));
        var step = Step.open(id == null ? UuidCreator.getTimeOrderedEpoch() : id, regions.place(scope, now.region()), now, standing,
            null, scope.name(), clock.instant());
        write(scope, "subject.opened", step);
        return showing.shown(scope, step.after());
    }

    /**
     * Changes fields (变更登记); what is not named stays. A place in another county closes it there and opens it here.
     *
     * @return the subject; after a move the new one
     * @throws Refusal {@code subject.absent}, {@code region.absent} 404; {@code subject.number-taken} 409; {@code input.invalid} 422
     */
    @Transactional
    public Subject change(Scope scope, UUID id, Map<SubjectField, @Nullable String> fields, @Nullable String reason) {
        var keeper = scope.as(Role.KEEPERS);
        var subject = table.lock(keeper, id).orElseThrow(() -> Refusal.absent("subject"));
        var flaws = new Refusal.Flaws();
        var draft = check.read(fields, SubjectCheck.into(flaws));
        refuseOutside(keeper, draft);
        flaws.require(reason == null || reason.length() <= LONGEST_REASON, "reason", "value.too-long", LONGEST_REASON);
        flaws.refuse();
        var now = draft.over(subject.particulars());
        check.checkTogether(now, SubjectCheck.into(flaws));
        flaws.refuse();
        refuseTaken(scope, now, id);

        var near = around.of(List.of(now), List.of(subject));
        if (!now.county().equals(subject.county())) {
            var steps = batch.moving(scope, subject, now, grader.stand(now, null, near), clock.instant());
            write(scope, "subject.moved", steps.toArray(Step[]::new));
            return showing.shown(scope, steps.getLast().after());
        }
        var step = Step.change(subject, regions.place(scope, now.region()), now, grader.stand(now, subject, near), reason,
            LocalDate.now(clock), clock.instant());
        if (!step.changesNothing()) write(scope, "subject.changed", step);
        return showing.shown(scope, step.changesNothing() ? subject : step.after());
    }

    /**
     * Closes a subject (注销).
     *
     * @param date its last day; today or before
     * @return the subject; the same again for the same reason and date
     * @throws Refusal {@code subject.absent} 404; {@code subject.closed} 409; {@code input.invalid} 422
     */
    @Transactional
    public Subject close(Scope scope, UUID id, @Nullable String reason, @Nullable LocalDate date) {
        var subject = table.lock(scope.as(Role.KEEPERS), id).orElseThrow(() -> Refusal.absent("subject"));
        if (subject.isClosed()) {
            if (Objects.equals(reason, subject.closedReason()) && Objects.equals(date, subject.closedOn())) return showing.shown(scope, subject);
            throw Refusal.conflict("subject.closed");
        }
        new Refusal.Flaws().require(reason != null && !reason.isBlank(), "reason", "value.missing")
            .require(reason == null || reason.length() <= LONGEST_REASON, "reason", "value.too-long", LONGEST_REASON)
            .require(date != null, "date", "value.missing")
            .require(date == null || !date.isAfter(LocalDate.now(clock)), "date", "date.future").refuse();

        var closed = subject.particulars().withStatus(SubjectStatus.CLOSED, null);
        var step = Step.change(subject, subject.region(), closed, grader.stand(closed, subject, Around.NOTHING), reason, date, clock.instant());
        write(scope, "subject.closed", step);
        return showing.shown(scope, step.after());
    }

    /**
     * What has happened to it, newest first, its opening last.
     *
     * @throws Refusal {@code subject.absent} 404
     */
    @Transactional(readOnly = true)
    public List<SubjectChange> history(Scope scope, UUID id) {
        var subject = table.find(scope.as(Role.READERS), id).orElseThrow(() -> Refusal.absent("subject"));
        var history = new ArrayList<>(changes.of(subject));
        history.add(new SubjectChange(subject.createdAt(), subject.openedBy(), SubjectAct.OPENED, null, Map.of(), Map.of()));
        return history;
    }

    private Page<Subject> read(Scope scope, SubjectFilter filter, @Nullable Cursor after, int limit) {
        return Page.read(within(scope, filter), after, limit, s -> new Cursor(s.particulars().region(), s.id()),
            (part, from, most) -> table.list(part, filter, from, most));
    }

    private Scope within(Scope scope, SubjectFilter filter) {
        return regions.within(scope.as(Role.READERS), filter.region());
    }

    private void write(Scope scope, String act, Step... steps) {
        writer.write(scope, steps);
        var chains = new HashSet<String>();
        for (var step : steps) {
            var before = step.before();
            audit.record(scope, new Change(act, "SUBJECT", step.after().id(), step.after().particulars().region(),
                before == null ? null : step.differing(before), step.differing(step.after())));
            for (var side : before == null ? List.of(step.after()) : List.of(before, step.after()))
                if (side.particulars().headOffice() != null) chains.add(side.particulars().headOffice().value());
        }
        regrading.ofHeadOffices(scope, chains);
    }

    private static void refuseOutside(Scope keeper, Draft draft) {
        var region = draft.region();
        if (region != null && !keeper.holds(region)) throw Refusal.absent("region");
    }

    /** Names the holder only to whom he is no secret. */
    private void refuseTaken(Scope scope, Particulars now, @Nullable UUID own) {
        for (var holder : numbers.holders(SubjectKeys.of(now)).values()) {
            if (holder.id().equals(own)) continue;
            var named = table.find(scope, holder.id());
            if (named.isEmpty()) throw Refusal.conflict("subject.number-taken", 0, "");
            throw Refusal.conflict("subject.number-taken", 1, named.get().name()).with("holder", holder.id());
        }
    }
}
