package io.liangze.subject;

import io.liangze.identity.BusinessMove;
import io.liangze.shared.Grade;
import io.liangze.shared.Place;
import io.liangze.tally.Delta;
import io.liangze.tally.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of one subject, from what it was to what it will be.
 *
 * @param before null for a new one
 */
record Step(@Nullable Subject before, Subject after, SubjectAct act, @Nullable String reason) {

    /** A new subject. */
    static Step open(UUID id, Place place, Particulars p, Standing standing, @Nullable UUID movedFrom, String by, Instant at) {
        var opened = new Subject(id, place, p, null, standing.grade(), standing.reason(), standing.next(), standing.flags(), null,
            movedFrom, null, null, by, at, at, 1);
        return new Step(null, opened, SubjectAct.OPENED, null);
    }

    /** Other particulars, and where it stands with them; the act follows from what differs. */
    static Step change(Subject before, Place place, Particulars p, Standing standing, @Nullable String reason, @Nullable LocalDate day, Instant at) {
        boolean closes = p.status().isFinal();
        boolean was = before.isClosed();
        var after = new Subject(before.id(), place, p, null, standing.grade(), standing.reason(), standing.next(), standing.flags(),
            before.official(), before.movedFrom(), closes ? was ? before.closedReason() : reason : null,
            closes ? was ? before.closedOn() : day : null, before.openedBy(), before.createdAt(), at, before.revision() + 1);
        return new Step(before, after, act(before, after), reason);
    }

    /** Nothing but where it stands. */
    static Step regrade(Subject before, Standing standing, @Nullable String reason, Instant at) {
        return change(before, before.region(), before.particulars(), standing, reason, null, at);
    }

    Step as(SubjectAct other) {
        return new Step(before, after, other, reason);
    }

    private static SubjectAct act(Subject before, Subject after) {
        if (!before.isClosed() && after.isClosed()) return SubjectAct.CLOSED;
        if (before.status() != after.status()) return SubjectAct.STATUS;
        return before.particulars().equals(after.particulars()) ? SubjectAct.GRADED : SubjectAct.CHANGED;
    }

    boolean isNew() {
        return before == null;
    }

    boolean changesNothing() {
        return before != null && before.particulars().equals(after.particulars()) && Standing.of(before).equals(Standing.of(after))
            && Objects.equals(before.closedReason(), after.closedReason()) && Objects.equals(before.closedOn(), after.closedOn());
    }

    /** Whether others follow it: name, place, kind, grade, status, season, principal. */
    boolean concernsOthers() {
        if (before == null) return true;
        var was = before.particulars();
        var is = after.particulars();
        return before.grade() != after.grade() || was.status() != is.status() || was.kind() != is.kind()
            || !was.region().equals(is.region()) || !was.name().equals(is.name())
            || !Objects.equals(was.seasonMonths(), is.seasonMonths()) || !Objects.equals(was.principal(), is.principal());
    }

    /** Where it lies from now on, if that is elsewhere. In another county it goes on under the id of the new one. */
    Optional<BusinessMove> move() {
        var region = after.particulars().region();
        if (before == null) return Optional.ofNullable(after.movedFrom()).map(from -> new BusinessMove(from, after.id(), region));
        return act == SubjectAct.MOVED || before.particulars().region().equals(region) ? Optional.empty()
            : Optional.of(new BusinessMove(after.id(), after.id(), region));
    }

    /** It is no more, here or elsewhere. */
    boolean isEnd() {
        return before != null && !before.isClosed() && after.isClosed() && act != SubjectAct.MOVED;
    }

    /** What it does to the number of subjects in operation. */
    List<Delta> deltas(YearMonth month) {
        var deltas = new ArrayList<Delta>(2);
        if (before != null) count(before, month, -1, deltas);
        count(after, month, 1, deltas);
        return deltas;
    }

    private static void count(Subject subject, YearMonth month, int n, List<Delta> deltas) {
        var mark = switch (subject.status()) {
            case ACTIVE -> "";
            case SEASONAL -> SubjectRow.months(subject.particulars().seasonMonths());
            default -> null;
        };
        if (mark != null)
            deltas.add(new Delta(subject.particulars().region(), month, subject.family(), subject.grade(), Measure.SUBJECTS, mark, n));
    }

    /** Fields that differ, by their JSON names, as they were or as they are. */
    Map<String, Object> differing(Subject side) {
        var values = new LinkedHashMap<String, Object>();
        for (var field : SubjectField.values())
            if (before == null || !Objects.equals(field.of(before.particulars()), field.of(after.particulars())))
                put(values, field.jsonName(), field.of(side.particulars()));
        if (before == null || before.grade() != after.grade()) put(values, "grade", side.grade());
        if (before == null || !Objects.equals(before.gradeNext(), after.gradeNext())) put(values, "gradeNext", next(side));
        if (before == null || !before.flags().equals(after.flags())) put(values, "flags", side.flags().isEmpty() ? null : side.flags());
        return values;
    }

    private static @Nullable Grade next(Subject side) {
        return side.gradeNext() == null ? null : Objects.requireNonNull(side.gradeNext()).grade();
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) values.put(name, value instanceof SealedPhone phone ? phone.toString() : value);
    }
}
