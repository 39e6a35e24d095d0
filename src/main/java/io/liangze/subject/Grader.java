package io.liangze.subject;

import io.liangze.shared.Period;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds where a subject stands, from its particulars and from what lies around it. */
@Component
class Grader {

    private final Grading grading;
    private final SubjectCheck check;
    private final Clock clock;

    Grader(Grading grading, SubjectCheck check, Clock clock) {
        this.grading = grading;
        this.check = check;
        this.clock = clock;
    }

    /** @param before null for a new subject */
    Standing stand(Particulars p, @Nullable Subject before, Around around) {
        var reason = before == null ? null : before.gradeReason();
        return stand(p, before, reason == null ? null : reason.override(), around);
    }

    Standing stand(Particulars p, @Nullable Subject before, GradeReason.@Nullable Override override, Around around) {
        var remarks = check.remarks(p);
        if (p.status() != SubjectStatus.ACTIVE && p.status() != SubjectStatus.SEASONAL) return Standing.without(remarks);
        var today = LocalDate.now(clock);
        var inForce = override == null || override.until().isBefore(today) ? null : override;
        var nextPeriod = Period.of(Period.Every.QUARTER, today).next().first();
        return Standing.of(grading.grade(facts(p, before, around), today), before == null ? null : Standing.of(before), inForce,
            remarks, today, nextPeriod);
    }

    static GradingFacts facts(Particulars p, @Nullable Subject before, Around around) {
        return new GradingFacts(p.kind(), p.scale(), p.areaM2() == null ? null : Objects.requireNonNull(p.areaM2()).doubleValue(),
            p.seats(), p.dinersPerMeal(), p.foodCategory(), p.chainRole(), p.stores() == null ? around.storesOf(p) : p.stores(),
            p.salesChannel(), p.riskLevel(), around.schoolGateM(p), around.historyOf(before));
    }
}
