package io.liangze.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One role that an account holds, at a place or at one subject.
 *
 * @param region   12-digit code of the place; null = everywhere
 * @param ranges   what the place covers: one range, or one for each member of a zone
 * @param official the official whom the account belongs to, only with {@link Role#OFFICIAL}
 * @param subject  the subject whom the account belongs to, only with {@link Role#BUSINESS}
 */
public record Grant(Role role, @Nullable String region, List<Range> ranges, @Nullable UUID official, @Nullable UUID subject) {

    public Grant {
        ranges = ranges.stream().sorted().toList();
    }

    public static Grant at(Role role, String place) {
        return new Grant(role, place, List.of(Range.of(place)), null, null);
    }

    public static Grant everywhere(Role role) {
        return new Grant(role, null, List.of(Range.EVERYWHERE), null, null);
    }

    /** The same role over what it has in common with {@code area}; without ranges if that is nothing. */
    Grant over(List<Range> area) {
        var met = new ArrayList<Range>();
        for (var mine : ranges)
            for (var other : area) {
                var both = mine.meet(other);
                if (both != null) met.add(both);
            }
        return new Grant(role, region, met, official, subject);
    }
}
