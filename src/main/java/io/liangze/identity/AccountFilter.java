package io.liangze.identity;

import io.liangze.shared.Role;
import io.liangze.shared.Values;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Which accounts: all given conditions together. {@code q} is a part of the name, or the whole user name. */
public record AccountFilter(@Nullable String q, List<Role> role) {

    public AccountFilter {
        if (q != null && q.isBlank()) q = null;
        role = Values.named(role);
    }

    /** As it stands in an address. */
    public String query() {
        var query = UriComponentsBuilder.newInstance();
        if (q != null) query.queryParam("q", UriUtils.encode(q, StandardCharsets.UTF_8));
        query.queryParam("role", role);
        return query.build().toUriString();
    }
}
