package io.liangze.official;

import io.liangze.region.Level;
import io.liangze.shared.Values;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which officials a list has; several values of one are alternatives.
 *
 * @param region the whole subtree, or a zone
 * @param q      part of the name, or a whole mobile or ID number
 */
public record OfficialFilter(@Nullable String region, List<Level> level, List<OfficialState> state, @Nullable String q,
                             @Nullable Boolean lead) {

    public static final OfficialFilter ALL = new OfficialFilter(null, List.of(), List.of(), null, null);

    public OfficialFilter {
        level = Values.named(level);
        state = Values.named(state);
    }

    /** As it stands in the address of the list. */
    public String query() {
        var query = UriComponentsBuilder.newInstance();
        if (region != null && !region.isEmpty()) query.queryParam("region", region);
        query.queryParam("level", level);
        query.queryParam("state", state);
        if (q != null && !q.isEmpty()) query.queryParam("q", q);
        if (lead != null) query.queryParam("lead", lead);
        return Objects.requireNonNullElse(query.encode().build().getQuery(), "");
    }
}
