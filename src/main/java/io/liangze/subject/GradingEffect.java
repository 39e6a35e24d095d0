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

    public record Changed(UUID id, String name, String place, @Nullable Grade from, Grade to, String rule) {}

    public long changes() {
        return shifts.stream().mapToLong(Shift::count).sum();
    }
}
