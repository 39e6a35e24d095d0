package io.liangze.supervision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a task's subject besides the task: the memory of the place in one line.
 *
 * @param post       of the official who owes the task, while he answers for the subject
 * @param lastVisit  day of the last visit, this task's own included
 * @param conclusion of that visit
 * @param open       problems still to be put right or looked at
 * @param openDue    the first deadline among them
 */
public record Standing(@Nullable String post, @Nullable LocalDate lastVisit, @Nullable Conclusion conclusion, int open,
                @Nullable LocalDate openDue) {

    public static final Standing UNKNOWN = new Standing(null, null, null, 0, null);
}
