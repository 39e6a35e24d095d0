package io.liangze.assignment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which relations: all given conditions together.
 *
 * @param history also those that have ended
 * @param acting  only those held by a lead official in place of another
 * @param pinned  only those made by hand
 */
public record AssignmentFilter(@Nullable UUID subject, @Nullable UUID official, @Nullable String region,
                               @Nullable Boolean history, @Nullable Boolean acting, @Nullable Boolean pinned) {

    public static AssignmentFilter ofOfficial(UUID official) {
        return new AssignmentFilter(null, official, null, null, null, null);
    }

    public static AssignmentFilter ofSubject(UUID subject) {
        return new AssignmentFilter(subject, null, null, true, null, null);
    }

    boolean withHistory() {
        return Boolean.TRUE.equals(history);
    }

    /** For links of lists. */
    public String query() {
        var query = new StringBuilder();
        if (region != null) query.append("region=").append(region).append('&');
        if (official != null) query.append("official=").append(official).append('&');
        if (subject != null) query.append("subject=").append(subject).append('&');
        if (withHistory()) query.append("history=true&");
        if (Boolean.TRUE.equals(acting)) query.append("acting=true&");
        if (Boolean.TRUE.equals(pinned)) query.append("pinned=true&");
        return query.toString();
    }
}
