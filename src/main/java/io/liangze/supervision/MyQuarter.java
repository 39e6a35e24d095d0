package io.liangze.supervision;

import io.liangze.shared.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An official's quarter (我的督导).
 *
 * @param open    that can be visited now: those past their due date first, then by due date
 * @param done    in the quarter, newest first
 * @param minutes that a visit usually takes him; null before his first one
 */
public record MyQuarter(Period period, List<Entry> open, List<Entry> done, @Nullable Integer minutes) {

    /** A task with what is known of its subject. */
    public record Entry(SupervisionTask task, Standing standing) {}

    public int total() {
        return open.size() + done.size();
    }

    /** The one to go to next; null when none is left. */
    public @Nullable SupervisionTask next() {
        return open.isEmpty() ? null : open.getFirst().task();
    }
}
