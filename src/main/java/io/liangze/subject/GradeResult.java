package io.liangze.subject;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.liangze.shared.Grade;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A grade and why.
 *
 * @param ruleId      the row of the table that gave the base, {@code G16}
 * @param version     of the table, {@code grading-2023-01-01}
 * @param text        the row's reason in words
 * @param base        before adjustments
 * @param adjustments those that raised it or set a flag, in the order of the table
 * @param incomplete  a figure is missing that could have led to another grade
 */
public record GradeResult(Grade grade, String ruleId, String version, String text, Grade base, List<Adjustment> adjustments,
                          boolean incomplete) {

    /** The flag of a subject whose figures the office should complete (资料不全). */
    public static final String INCOMPLETE_DATA = "INCOMPLETE_DATA";

    /**
     * @param to   the grade that it alone would lead to; null if it only sets a flag
     * @param flag for the plan of visits, {@code CAMPUS_AREA}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Adjustment(String id, String text, @Nullable Grade to, @Nullable String flag) {}

    /** Of the adjustments, and {@link #INCOMPLETE_DATA}. */
    public Set<String> flags() {
        var flags = new TreeSet<String>();
        for (var adjustment : adjustments) if (adjustment.flag != null) flags.add(adjustment.flag);
        if (incomplete) flags.add(INCOMPLETE_DATA);
        return flags;
    }
}
