package io.liangze.supervision;

import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Named;
import io.liangze.shared.Place;
import io.liangze.subject.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One official owes one subject one visit in one period (督导任务).
 *
 * @param period   its own: as long as the subject's grade is visited once
 * @param due      last day on which the visit is on time
 * @param official who owes it; null in a gap
 * @param visit    once done
 * @param late     done after the due date
 * @param voided   its visit was declared void
 */
public record SupervisionTask(UUID id, String period, LocalDate due, TaskSort sort, TaskStatus status, Grade grade,
                              List<Mode> modes, @Nullable Named official, Visited subject, @Nullable UUID visit,
                              @Nullable LocalDate doneOn, boolean late, boolean voided, int problems) {

    /** The subject as its task names it. */
    public record Visited(UUID id, String name, Kind kind, Family family, Place region) {}
}
