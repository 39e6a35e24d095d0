package io.liangze.problem;

import io.liangze.shared.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * What people type into the forms of the acts.
 *
 * @param evidence photos that were uploaded already
 */
public record StepForm(@Nullable String text, @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate due, @Nullable String to,
                @Nullable EnforcementResult result, @Nullable String number, @Nullable UUID twin,
                @Nullable UUID subject, @Nullable ProblemSource source, @Nullable Severity severity, @Nullable String item,
                @Nullable UUID id, List<UUID> evidence) {

    static final StepForm EMPTY = new StepForm(null, null, null, null, null, null, null, null, null, null, null, List.of());

    public StepForm {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    StepForm with(List<UUID> uploaded) {
        return new StepForm(text, due, to, result, number, twin, subject, source, severity, item, id, uploaded);
    }

    Step step(Act act) {
        return switch (act) {
            case RECTIFY -> new Step.Rectify(text, evidence);
            case ACCEPT -> new Step.Accept(text, evidence);
            case RETURN -> new Step.Return(text, due);
            case EXTEND -> new Step.Extend(due, text);
            case ESCALATE -> new Step.Escalate(text);
            case REFER -> new Step.Refer(to, text);
            case SIGN_FOR -> new Step.SignFor();
            case ENFORCEMENT_RESULT -> new Step.Conclude(result, number, text);
            case CANCEL -> new Step.Cancel(text, twin);
            case REMARK -> new Step.Remark(text, evidence);
            case OPEN, FIX_ON_SITE, NOT_ACCEPTED -> throw new IllegalArgumentException("no form for " + act);
        };
    }

    NewProblem problem() {
        return new NewProblem(id, subject, source, item, severity, text, evidence);
    }
}
