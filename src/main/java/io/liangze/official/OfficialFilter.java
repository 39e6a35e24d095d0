package io.liangze.official;

import io.liangze.region.Level;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which officials a list has.
 *
 * @param region the whole subtree, or a zone
 * @param q      part of the name, or a whole mobile or ID number
 */
public record OfficialFilter(@Nullable String region, @Nullable Level level, @Nullable OfficialState state, @Nullable String q,
                             @Nullable Boolean lead) {

    public static final OfficialFilter ALL = new OfficialFilter(null, null, null, null, null);

    /** As it stands in the address of the list. */
    public String query() {
        var query = UriComponentsBuilder.newInstance();
        if (region != null && !region.isEmpty()) query.queryParam("region", region);
        if (level != null) query.queryParam("level", level);
        if (state != null) query.queryParam("state", state);
        if (q != null && !q.isEmpty()) query.queryParam("q", q);
        if (lead != null) query.queryParam("lead", lead);
        return Objects.requireNonNullElse(query.encode().build().getQuery(), "");
    }
}
