package io.liangze.subject;

import io.liangze.shared.Grade;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a version of the rules would change.
 *
 * @param subjects how many have a grade
 * @param shifts   how many of them would go from which grade to which; only changes
 * @param first    some of those that would change, by place
 */
public record GradingEffect(String version, long subjects, List<Shift> shifts, List<Changed> first) {

    public record Shift(@Nullable Grade from, Grade to, long count) {}

    /** From one grade to another; {@code from} null = it had none. */
    public record Way(@Nullable Grade from, Grade to) {}

    public record Changed(UUID id, String name, String place, @Nullable Grade from, Grade to, String rule) {}

    /** How many go that way; null = any. */
    public long changes(@Nullable Way way) {
        return shifts.stream().filter(shift -> way == null || way.equals(new Way(shift.from(), shift.to()))).mapToLong(Shift::count).sum();
    }

    public long changes() {
        return changes(null);
    }
}
