package io.liangze.problem;

import io.liangze.shared.Severity;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A problem opened by hand.
 *
 * @param id       the client's; left out = a new one
 * @param severity left out = {@link Severity#GENERAL}
 */
public record NewProblem(@Nullable UUID id, @Nullable UUID subject, @Nullable ProblemSource source, @Nullable String item,
                         Severity severity, @Nullable String text, List<UUID> evidence) {

    public NewProblem {
        severity = Objects.requireNonNullElse(severity, Severity.GENERAL);
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }
}
