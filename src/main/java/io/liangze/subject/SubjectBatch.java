package io.liangze.subject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.region.Regions;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings many drafts into the table at once: finds the subjects that are there already, puts old and new together, grades,
 * and writes what differs. Belongs to the caller's transaction.
 */
@Component
class SubjectBatch {

    /** What became of each draft, by its place in the batch: exactly one of the first four. */
    interface Fates {
        void created(int at, Subject subject);
        void updated(int at, Subject before, Subject after);
        void unchanged(int at);
        void rejected(int at, @Nullable SubjectField field, String code, Object... args);
        void warned(int at, SubjectField field, String code);
    }

    private final NumberTable numbers;
    private final SubjectTable table;
    private final AroundTable around;
    private final SubjectCheck check;
    private final Grader grader;
    private final SubjectWriter writer;
    private final Regions regions;
    private final Clock clock;

    SubjectBatch(NumberTable numbers, SubjectTable table, AroundTable around, SubjectCheck check, Grader grader,
                 SubjectWriter writer, Regions regions, Clock clock) {
        this.numbers = numbers;
        this.table = table;
        this.around = around;
        this.check = check;
        this.grader = grader;
        this.writer = writer;
        this.regions = regions;
        this.clock = clock;
    }

    /** One draft with what is known of it. */
    private record Row(int at, @Nullable Subject known, Particulars now) {
        boolean moves() {
            return known != null && !known.county().equals(now.county());
        }
    }

    /** What has to be written for a row: nothing where nothing differs. */
    private record Work(Row row, List<Step> steps) {}

    /**
     * @param scope  rows outside are rejected, and rows of subjects outside
     * @param origin the import that they come with; null for none
     * @return what was changed or has moved here, so that others may follow; new ones are told of at the end, place by place
     */
    List<Step> store(Scope scope, @Nullable UUID origin, List<Draft> drafts, Fates fates) {
        var known = known(drafts);
        var rows = new ArrayList<Row>(drafts.size());
        for (int at = 0; at < drafts.size(); at++) {
            var row = together(scope, at, drafts.get(at), known, fates);
            if (row != null) rows.add(row);
        }
        var there = rows.stream().filter(row -> row.known != null && !row.moves()).map(row -> Objects.requireNonNull(row.known)).toList();
        var near = around.of(rows.stream().map(Row::now).toList(), there);
        var at = clock.instant();
        var works = rows.stream().map(row -> new Work(row, steps(scope, row, near, at))).toList();
        var steps = works.stream().flatMap(work -> work.steps.stream()).toList();
        var left = writer.writeAll(scope, steps, origin);
        works.forEach(work -> tell(work, left, fates));
        return steps.stream().filter(step -> !step.isNew() || step.after().movedFrom() != null)
            .filter(step -> !left.contains(step.after().id())).toList();
    }

    private void tell(Work work, Set<UUID> left, Fates fates) {
        var row = work.row;
        check.remarks(row.now).forEach(remark -> fates.warned(row.at, SubjectCheck.about(remark), "subject." + remark));
        if (work.steps.isEmpty()) fates.unchanged(row.at);
        else if (work.steps.stream().anyMatch(step -> left.contains(step.after().id()))) fates.rejected(row.at, null, "subject.changed-meanwhile");
        else if (row.known == null) fates.created(row.at, work.steps.getLast().after());
        else fates.updated(row.at, row.known, work.steps.getLast().after());
    }

    /** Old and new together, or null where the row is rejected. */
    private @Nullable Row together(Scope scope, int at, Draft draft, Known known, Fates fates) {
        var region = Objects.requireNonNull(draft.region());
        if (!scope.holds(region)) {
            fates.rejected(at, SubjectField.REGION, "place.outside");
            return null;
        }
        var found = known.of(draft);
        var subject = found.isEmpty() ? null : found.getFirst();
        if (subject != null && !scope.holds(subject.particulars().region())) {
            fates.rejected(at, numberOf(draft), "subject.number-elsewhere");
            return null;
        }
        if (found.size() > 1 || subject != null && isOfAnother(draft, subject)) {
            fates.rejected(at, numberOf(draft), "subject.number-taken", Objects.requireNonNull(subject).name());
            return null;
        }
        var now = draft.over(subject == null ? null : subject.particulars());
        var flaws = new ArrayList<SubjectField>(0);
        check.checkTogether(now, (field, code, args) -> {
            if (flaws.isEmpty()) fates.rejected(at, field, code, args);
            flaws.add(field);
        });
        return flaws.isEmpty() ? new Row(at, subject, now) : null;
    }

    /** Both name a credit code, and not the same: the licence belongs to another business. */
    private static boolean isOfAnother(Draft draft, Subject subject) {
        var code = draft.creditCode();
        var held = subject.particulars().creditCode();
        return code != null && held != null && !code.equals(held);
    }

    private static SubjectField numberOf(Draft draft) {
        if (draft.value(SubjectField.LICENCE_NO) != null) return SubjectField.LICENCE_NO;
        return draft.creditCode() != null ? SubjectField.CREDIT_CODE : SubjectField.NAME;
    }

    /** One step; two where it moves into another county: closed there, opened here. */
    private List<Step> steps(Scope scope, Row row, Around near, Instant at) {
        var place = regions.place(scope, row.now.region());
        if (row.known == null)
            return List.of(Step.open(UuidCreator.getTimeOrderedEpoch(), place, row.now, grader.stand(row.now, null, near), null, scope.name(), at));
        if (!row.moves()) {
            var step = Step.change(row.known, place, row.now, grader.stand(row.now, row.known, near), null, LocalDate.now(clock), at);
            return step.changesNothing() ? List.of() : List.of(step);
        }
        return moving(scope, row.known, row.now, grader.stand(row.now, null, near), at);
    }

    List<Step> moving(Scope scope, Subject known, Particulars now, Standing standing, Instant at) {
        var place = regions.place(scope, now.region());
        var gone = known.particulars().withStatus(SubjectStatus.CLOSED, null);
        var closed = Step.change(known, known.region(), gone, Standing.without(Set.copyOf(known.flags())), place.name(), LocalDate.now(clock), at)
            .as(SubjectAct.MOVED);
        return List.of(closed, Step.open(UuidCreator.getTimeOrderedEpoch(), place, now, standing, known.id(), scope.name(), at));
    }

    private Known known(Collection<Draft> drafts) {
        var keys = new HashSet<String>();
        for (var draft : drafts) keys.addAll(draft.keys());
        var holders = numbers.holders(keys);
        return new Known(holders, table.all(new LinkedHashSet<>(holders.values())).stream()
            .collect(Collectors.toMap(Subject::id, Function.identity())));
    }

    private record Known(Map<String, SubjectTable.Ref> holders, Map<UUID, Subject> subjects) {
        List<Subject> of(Draft draft) {
            if (holders.isEmpty()) return List.of();
            var found = new ArrayList<Subject>(1);
            for (var key : draft.keys()) {
                var holder = holders.get(key);
                var subject = holder == null ? null : subjects.get(holder.id());
                if (subject != null && !found.contains(subject)) found.add(subject);
            }
            return found;
        }
    }
}
