package io.liangze.problem;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Problems turned on their side, one array a column, so that many are written by one statement. */
record ProblemColumns(Collection<Problem> problems) {

    /** What a problem is told of its subject. */
    Map<String, Object> told() {
        var columns = new LinkedHashMap<String, Object>();
        columns.put("ids", ids(Problem::id));
        columns.put("regions", texts(p -> p.subject().region().code()));
        columns.put("names", texts(p -> p.subject().name()));
        columns.put("kinds", texts(p -> p.subject().kind()));
        columns.put("families", texts(p -> p.subject().family().name()));
        columns.put("grades", texts(p -> p.subject().grade() == null ? "-" : p.subject().grade().name()));
        columns.put("owners", texts(Problem::owner));
        columns.put("officials", ids(p -> p.official() == null ? null : p.official().id()));
        columns.put("officialNames", texts(p -> p.official() == null ? null : p.official().name()));
        return columns;
    }

    /** All that a problem begins with. */
    Map<String, Object> all() {
        var columns = told();
        columns.put("subjects", ids(p -> p.subject().id()));
        columns.put("sources", texts(p -> p.source().name()));
        columns.put("items", texts(Problem::item));
        columns.put("severities", texts(p -> p.severity().name()));
        columns.put("texts", texts(Problem::text));
        columns.put("states", texts(p -> p.state().name()));
        columns.put("openedOn", texts(p -> p.openedOn().toString()));
        columns.put("openedAt", texts(p -> utc(p.openedAt())));
        columns.put("openedBy", ids(Problem::openedBy));
        columns.put("dues", texts(p -> p.due().toString()));
        columns.put("visits", ids(Problem::visit));
        columns.put("repeats", ids(Problem::repeatOf));
        columns.put("rectifiedBy", ids(p -> p.progress().rectifiedBy()));
        columns.put("rectifiedAs", texts(p -> p.progress().rectifiedAs() == null ? null : p.progress().rectifiedAs().name()));
        columns.put("closedAt", texts(p -> utc(p.progress().closedAt())));
        columns.put("closedOn", texts(p -> p.progress().closedOn() == null ? null : p.progress().closedOn().toString()));
        return columns;
    }

    private String[] texts(Function<Problem, @Nullable String> of) {
        return problems.stream().map(of).toArray(String[]::new);
    }

    private UUID[] ids(Function<Problem, @Nullable UUID> of) {
        return problems.stream().map(of).toArray(UUID[]::new);
    }

    private static @Nullable String utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC).toString();
    }
}
