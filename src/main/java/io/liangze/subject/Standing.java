package io.liangze.subject;

import io.liangze.shared.Grade;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a subject stands: its grade with its reason, and what the office should know of it.
 *
 * @param next a lower grade that waits for the next period
 */
record Standing(@Nullable Grade grade, @Nullable GradeReason reason, GradeReason.@Nullable Next next, List<SubjectFlag> flags) {

    static Standing of(Subject subject) {
        return new Standing(subject.grade(), subject.gradeReason(), subject.gradeNext(), subject.flags());
    }

    /** Without a grade, as all but those in operation are. */
    static Standing without(Set<SubjectFlag> remarks) {
        return new Standing(null, null, null, List.copyOf(new TreeSet<>(remarks)));
    }

    /**
     * What a result leads to: upward at once, downward at {@code nextPeriod}; a grade by hand goes before both.
     *
     * @param before   as it stands; null for a new one
     * @param override in force on {@code today}
     */
    static Standing of(GradeResult result, @Nullable Standing before, GradeReason.@Nullable Override override,
                       Set<SubjectFlag> remarks, LocalDate today, LocalDate nextPeriod) {
        var flags = new TreeSet<>(remarks);
        for (var flag : result.flags()) flags.add(SubjectFlag.valueOf(flag));
        var reason = GradeReason.of(result, override);
        if (override != null) return new Standing(override.grade(), reason, null, List.copyOf(flags));

        var held = before == null ? null : before.grade;
        boolean lower = held != null && result.grade().compareTo(held) > 0;
        if (!lower || before.isDue(today)) return new Standing(result.grade(), reason, null, List.copyOf(flags));
        var from = before.next == null ? nextPeriod : before.next.from();
        return new Standing(held, before.reason, new GradeReason.Next(result.grade(), reason, from), List.copyOf(flags));
    }

    private boolean isDue(LocalDate today) {
        return next != null && !next.from().isAfter(today);
    }
}
