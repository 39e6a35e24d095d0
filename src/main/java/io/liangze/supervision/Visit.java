package io.liangze.supervision;

import io.liangze.problem.Opened;
import io.liangze.shared.Grade;
import io.liangze.shared.Named;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it is read (督导记录).
 *
 * @param startedAt   corrected by the phone's clock
 * @param answers     as they were sent; what was corrected stands in {@code corrections}
 * @param corrections oldest first
 */
public record Visit(UUID id, UUID task, SupervisionTask.Visited subject, Grade grade, Named official, Mode mode,
                    OffsetDateTime startedAt, OffsetDateTime endedAt, OffsetDateTime receivedAt,
                    VisitReport.@Nullable Position start, VisitReport.@Nullable Position end, String checklistVersion,
                    List<VisitReport.Answer> answers, VisitReport.Companion companion, @Nullable String advice,
                    List<UUID> evidence, Conclusion conclusion, List<Opened> problems, List<Correction> corrections) {

    /** The answers as they stand after all corrections. */
    public List<VisitReport.Answer> answersNow() {
        return corrections.isEmpty() ? answers : corrections.getLast().answers();
    }

    /** How long it took. */
    public long minutes() {
        return Math.max(1, Duration.between(startedAt, endedAt).toMinutes());
    }
}
