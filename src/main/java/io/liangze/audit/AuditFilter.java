package io.liangze.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which entries: all given conditions together. {@code from} and {@code to} are days, both included. */
public record AuditFilter(@Nullable String region, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable UUID object,
                          @Nullable String act) {

    public AuditFilter {
        region = region == null || region.isBlank() ? null : region.strip();
        act = act == null || act.isBlank() ? null : act;
    }

    /** As the query of an address; empty for no condition. */
    public String query() {
        return Stream.of(pair("region", region), pair("from", from), pair("to", to), pair("object", object), pair("act", act))
            .flatMap(Optional::stream).collect(Collectors.joining("&"));
    }

    private static Optional<String> pair(String name, @Nullable Object value) {
        return value == null ? Optional.empty() : Optional.of(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }
}
