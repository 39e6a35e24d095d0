package io.liangze.subject;

import io.liangze.shared.Grade;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a subject has its grade (分级依据).
 *
 * @param rule     row of the table, {@code G16}
 * @param version  of the table, {@code grading-2023-01-01}
 * @param text     the row's reason in words
 * @param base     what the row gives, before adjustments
 * @param override the grade by hand that goes before all this while it is in force
 */
public record GradeReason(String rule, String version, String text, Grade base, List<GradeResult.Adjustment> adjustments,
                          @Nullable Override override) {

    /**
     * A grade by hand (人工调整), approved by an office above.
     *
     * @param until last day
     */
    public record Override(Grade grade, String reason, LocalDate until, String by, String approvedBy) {}

    /**
     * A lower grade that waits for the next period.
     *
     * @param from its first day
     */
    public record Next(Grade grade, GradeReason reason, LocalDate from) {}

    static GradeReason of(GradeResult result, @Nullable Override override) {
        return new GradeReason(result.ruleId(), result.version(), result.text(), result.base(), result.adjustments(), override);
    }
}
