package io.liangze.subject;

import io.liangze.shared.Grade;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One version of the table of grades (包保分级表), its conditions compiled once. */
final class GradingTable {

    /** As written: the first of {@code grades} that fits gives the base, then the adjustments. */
    record File(@Nullable List<Row> grades, @Nullable List<Rise> adjustments) {}

    record Row(@Nullable String id, @Nullable Grade grade, @Nullable String reason, @Nullable When when) {}

    /**
     * @param raise    by so many grades
     * @param notAbove where raising ends; A if not given
     * @param flag     set instead of, or beside, raising
     */
    record Rise(@Nullable String id, @Nullable String reason, @Nullable When when, @Nullable Integer raise, @Nullable Grade notAbove,
                @Nullable String flag) {}

    private record Rule(String id, Grade grade, String reason, Set<Kind> kinds, Condition fits) {}

    private record Adjusting(String id, String reason, Condition fits, int raise, Grade notAbove, @Nullable String flag) {
        /** Never lower than it is. */
        Grade from(Grade base) {
            int raised = Math.max(base.ordinal() - raise, notAbove.ordinal());
            return Grade.values()[Math.min(base.ordinal(), raised)];
        }
    }

    private static final Grade[] NONE = {};

    private final String version;
    private final File file;
    private final Map<Kind, Rule[]> rules = new EnumMap<>(Kind.class);
    private final Adjusting[] adjustments;

    /** @throws IllegalArgumentException naming the entry that is wrong */
    GradingTable(String version, File file) {
        this.version = version;
        this.file = file;
        if (file.grades == null || file.grades.isEmpty()) throw new IllegalArgumentException("grades: is missing");
        if (file.adjustments == null) throw new IllegalArgumentException("adjustments: is missing");
        var ids = new HashSet<String>();
        var all = file.grades.stream().map(row -> rule(row, ids)).toList();
        for (var rule : all)
            if ((rule.fits == Condition.ALWAYS) != (rule == all.getLast()))
                throw new IllegalArgumentException(rule.id + (rule == all.getLast()
                    ? ": is the last and does not fit everything" : ": fits everything, so what follows is never reached"));
        for (var kind : Kind.values())
            rules.put(kind, all.stream().filter(rule -> rule.kinds.contains(kind)).toArray(Rule[]::new));
        adjustments = file.adjustments.stream().map(rise -> adjusting(rise, ids)).toArray(Adjusting[]::new);
    }

    /** As it is written, for people to read. */
    File file() {
        return file;
    }

    /** What is unknown may fit: each such row above the one that fits is asked what the grade would have been. */
    GradeResult grade(GradingFacts facts) {
        var unknown = NONE;
        var ofKind = rules.get(facts.kind());
        int fitting = 0;
        for (; ; fitting++) {
            var truth = ofKind[fitting].fits.on(facts);
            if (truth == Condition.Truth.YES) break;
            if (truth == Condition.Truth.UNKNOWN) unknown = with(unknown, ofKind[fitting].grade);
        }
        var rule = ofKind[fitting];
        var applied = applied(facts, rule.grade);
        var grade = strongest(rule.grade, applied);
        boolean incomplete = false;
        for (var possible : unknown)
            incomplete |= possible != rule.grade && strongest(possible, applied(facts, possible)) != grade;
        return new GradeResult(grade, rule.id, version, rule.reason, rule.grade, applied, incomplete);
    }

    private List<GradeResult.Adjustment> applied(GradingFacts facts, Grade base) {
        List<GradeResult.Adjustment> applied = List.of();
        for (var adjustment : adjustments) {
            if (adjustment.fits.on(facts) != Condition.Truth.YES) continue;
            var to = adjustment.from(base);
            if (to == base && adjustment.flag == null) continue;
            if (applied.isEmpty()) applied = new ArrayList<>();
            applied.add(new GradeResult.Adjustment(adjustment.id, adjustment.reason, to == base ? null : to, adjustment.flag));
        }
        return applied;
    }

    private static Grade strongest(Grade base, List<GradeResult.Adjustment> applied) {
        var strongest = base;
        for (var adjustment : applied)
            if (adjustment.to() != null && adjustment.to().compareTo(strongest) < 0) strongest = adjustment.to();
        return strongest;
    }

    private static Grade[] with(Grade[] grades, Grade one) {
        var more = Arrays.copyOf(grades, grades.length + 1);
        more[grades.length] = one;
        return more;
    }

    private static Rule rule(Row row, Set<String> ids) {
        var id = id(row.id, ids);
        if (row.grade == null) throw new IllegalArgumentException(id + ": has no grade");
        var fits = condition(id, row.when);
        return new Rule(id, row.grade, reason(id, row.reason), row.when.kinds(), fits);
    }

    private static Adjusting adjusting(Rise rise, Set<String> ids) {
        var id = id(rise.id, ids);
        if ((rise.raise == null) == (rise.flag == null)) throw new IllegalArgumentException(id + ": either raises or sets a flag");
        if (rise.raise != null && (rise.raise < 1 || rise.raise > 3)) throw new IllegalArgumentException(id + ": raise is 1 to 3");
        return new Adjusting(id, reason(id, rise.reason), condition(id, rise.when), rise.raise == null ? 0 : rise.raise,
            rise.notAbove == null ? Grade.A : rise.notAbove, rise.flag);
    }

    private static String id(@Nullable String id, Set<String> ids) {
        if (id == null || id.isBlank()) throw new IllegalArgumentException("an entry after " + ids.size() + " others has no id");
        if (!ids.add(id)) throw new IllegalArgumentException(id + ": stands twice");
        return id;
    }

    private static String reason(String id, @Nullable String reason) {
        if (reason == null || reason.isBlank()) throw new IllegalArgumentException(id + ": has no reason");
        return reason;
    }

    private static Condition condition(String id, @Nullable When when) {
        if (when == null) throw new IllegalArgumentException(id + ": has no when");
        try {
            return when.compiled();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(id + ": " + wrong.getMessage(), wrong);
        }
    }
}
