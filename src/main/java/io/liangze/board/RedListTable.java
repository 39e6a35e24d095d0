package io.liangze.board;

import io.liangze.shared.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads overdue problems and tasks by official; both stand in indexes of what is open. */
@Repository
class RedListTable {

    record Row(String county, @Nullable UUID official, @Nullable String officialName, String what, long number, long longest) {}

    private final JdbcClient jdbc;

    RedListTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> worst(Scope scope, LocalDate today, int limit) {
        return jdbc.sql("""
                select county, official, official_name, what, count(*) as number, max(cast(:today as date) - due) as longest
                from (
                    select p.county_code as county, p.official, p.official_name, 'PROBLEMS' as what, p.due
                    from problem p where %s and p.state in ('OPEN', 'RECTIFIED', 'ESCALATED') and p.due < :today
                    union all
                    select t.county_code, t.official, t.official_name, 'TASKS', t.due
                    from task t where %s and t.state = 'OPEN' and t.due < :today
                ) late
                group by county, official, official_name, what
                order by number desc, longest desc, county limit :limit
                """.formatted(scope.over("p"), scope.over("t")))
            .params(scope.params()).param("today", today).param("limit", limit).query(Row.class).list();
    }
}
