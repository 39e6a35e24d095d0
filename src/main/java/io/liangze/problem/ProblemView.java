package io.liangze.problem;

import io.liangze.evidence.Exhibit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A problem as its page shows it to one account.
 *
 * @param newestFirst the history
 * @param daysApart   between the days of both pictures
 * @param may         what this account may do now, in order of weight
 * @param others      what is possible now and not for this account: code of the reason → acts
 * @param memory      other problems of the subject, newest first
 * @param exhibits    evidence that may be shown, by id
 */
public record ProblemView(Problem problem, List<ProblemEvent> newestFirst, List<Mark> track, @Nullable Picture before,
                   @Nullable Picture after, long daysApart, Deadline deadline, List<Act> may, Map<String, List<Act>> others, @Nullable Act mainAct,
                   boolean nextReturnEscalates, @Nullable LocalDate signForBy, List<Problem> memory, Map<UUID, Exhibit> exhibits) {

    /** One mark on the way from found to struck off. @param look done, back, now, or empty for what is still to come */
    public record Mark(String words, @Nullable LocalDate on, String look) {}

    /** A photo and who showed it when. */
    public record Picture(UUID id, Instant at, String by) {}

    /**
     * Until when, and how much of it is used.
     *
     * @param left  working days; negative once it is over
     * @param total days from the finding to the deadline
     * @param rule  what it follows from, in words
     */
    public record Deadline(int left, long used, long total, String rule) {}

    public boolean isPicture(UUID evidence) {
        var exhibit = exhibits.get(evidence);
        return exhibit != null && exhibit.isPicture();
    }
}
