package io.liangze.supervision;

import io.liangze.region.Level;
import io.liangze.shared.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often, how and by whom a subject is supervised (督导计划).
 *
 * @param modes       allowed, the usual one first; ONSITE is always among them
 * @param level       of the official who visits
 * @param remoteAYear how many visits of a calendar year may be REMOTE at most; null if there is no limit
 */
public record Plan(Period.Every every, List<Mode> modes, Level level, @Nullable Integer remoteAYear) {

    /** What is still allowed after so many REMOTE visits in the year. */
    public List<Mode> modesAfter(int remoteThisYear) {
        if (remoteAYear == null || remoteThisYear < remoteAYear) return modes;
        return modes.stream().filter(mode -> mode != Mode.REMOTE).toList();
    }
}
