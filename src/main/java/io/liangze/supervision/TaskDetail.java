package io.liangze.supervision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liangze.problem.Problem;
import io.liangze.shared.Grade;
import io.liangze.shared.Named;
import io.liangze.subject.Subject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task with all that its visit needs.
 *
 * @param subject      whole
 * @param checklist    of the version that the task was made with
 * @param lastVisits   to this subject, newest first
 * @param openProblems of this subject
 */
public record TaskDetail(@JsonUnwrapped Head head, Subject subject, Checklist checklist, List<LastVisit> lastVisits,
                         List<Problem> openProblems) {

    /** The task itself. */
    public record Head(UUID id, String period, LocalDate due, TaskSort sort, TaskStatus status, Grade grade,
                       List<Mode> modes, @Nullable Named official, @Nullable UUID visit, boolean late, boolean voided) {
        static Head of(SupervisionTask task) {
            return new Head(task.id(), task.period(), task.due(), task.sort(), task.status(), task.grade(), task.modes(), task.official(),
                task.visit(), task.late(), task.voided());
        }
    }

    /** What was seen before. @param wrong ids of the items that were wrong */
    public record LastVisit(UUID id, OffsetDateTime at, String official, Mode mode, Conclusion conclusion, List<String> wrong) {}
}
