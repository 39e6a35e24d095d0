package io.liangze.assignment;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Subjects have another official to answer for them, their first, or none any more. Published inside the transaction.
 *
 * @param counties of the subjects, six digits each
 * @param subjects their ids; empty = any of these counties
 */
public record ResponsiblesChanged(List<String> counties, List<UUID> subjects) {

    /** Above so many it is cheaper to look at all of a county than to name each. */
    private static final int MOST_NAMED = 1_000;

    static ResponsiblesChanged of(Collection<String> counties, Collection<UUID> subjects) {
        return new ResponsiblesChanged(counties.stream().distinct().sorted().toList(),
            subjects.size() <= MOST_NAMED ? subjects.stream().distinct().toList() : List.of());
    }
}
