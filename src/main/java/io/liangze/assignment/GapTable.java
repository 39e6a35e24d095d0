package io.liangze.assignment;

import io.liangze.shared.Cursor;
import io.liangze.shared.Grade;
import io.liangze.shared.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Active subjects without a relation: read from both, so that none can be missing here. */
@Repository
class GapTable {

    /** @param why what the last matching found; null before the first */
    record Row(UUID id, String name, String region, Grade grade, @Nullable String why, LocalDate since) {
        Cursor cursor() {
            return new Cursor(region, id);
        }
    }

    /** In operation on {@code :month}, with a grade, and nobody behind it. */
    private static final String OPEN = """
        s.grade is not null and (s.status = 'ACTIVE' or s.status = 'SEASONAL' and season_holds(s.season, :month))
          and not exists (select from assignment a where a.county_code = s.county_code and a.subject = s.id and a.until is null)""";

    private final JdbcClient jdbc;

    GapTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> list(Scope part, LocalDate today, @Nullable Cursor after, int limit) {
        return jdbc.sql("""
                select s.id, s.name, s.region, s.grade, g.why,
                       coalesce(g.since, cast(s.updated_at at time zone 'Asia/Shanghai' as date)) as since
                from subject s left join coverage_gap g on g.county_code = s.county_code and g.subject = s.id
                where %s and %s and %s
                order by s.region, s.id limit :limit
                """.formatted(part.over("s", "id"), OPEN, Cursor.behind(after, "s")))
            .params(part.params()).params(Cursor.params(after)).param("month", today.getMonthValue())
            .param("limit", limit).query(Row.class).list();
    }

    long count(Scope scope, LocalDate today) {
        return jdbc.sql("select count(*) from subject s where %s and %s".formatted(scope.over("s", "id"), OPEN))
            .params(scope.params()).param("month", today.getMonthValue()).query(Long.class).single();
    }
}
