package io.liangze.assignment;

import io.liangze.shared.Values;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which relations: all given conditions together; of a list any.
 *
 * @param history also those that have ended
 * @param acting  only those held by a lead official in place of another
 * @param pinned  only those made by hand
 */
public record AssignmentFilter(List<UUID> subject, List<UUID> official, @Nullable String region,
                               @Nullable Boolean history, @Nullable Boolean acting, @Nullable Boolean pinned) {

    public AssignmentFilter {
        subject = Values.named(subject);
        official = Values.named(official);
    }

    public static AssignmentFilter ofOfficial(UUID official) {
        return new AssignmentFilter(List.of(), List.of(official), null, null, null, null);
    }

    public static AssignmentFilter ofSubject(UUID subject) {
        return new AssignmentFilter(List.of(subject), List.of(), null, true, null, null);
    }

    boolean withHistory() {
        return Boolean.TRUE.equals(history);
    }

    /** For links of lists. */
    public String query() {
        var query = new StringBuilder();
        if (region != null) query.append("region=").append(region).append('&');
        official.forEach(one -> query.append("official=").append(one).append('&'));
        subject.forEach(one -> query.append("subject=").append(one).append('&'));
        if (withHistory()) query.append("history=true&");
        if (Boolean.TRUE.equals(acting)) query.append("acting=true&");
        if (Boolean.TRUE.equals(pinned)) query.append("pinned=true&");
        return query.toString();
    }
}
