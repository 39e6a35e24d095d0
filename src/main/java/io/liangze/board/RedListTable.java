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

    record Row(String county, UUID official, String officialName, String what, @Nullable String period, long number, long longest) {}

    private final JdbcClient jdbc;

    RedListTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> worst(Scope scope, LocalDate today, int limit) {
        return jdbc.sql("""
                select right(min(cast(due as text) || county), 6) as county, official, max(official_name) as official_name, what, period,
                       count(*) as number, max(cast(:today as date) - due) as longest
                from (
                    select p.county_code as county, p.official, p.official_name, 'PROBLEMS' as what, cast(null as text) as period, p.due
                    from problem p
                    where %s and p.state in ('OPEN', 'RECTIFIED', 'ESCALATED') and p.due < :today and p.official is not null
                    union all
                    select t.county_code, t.official, t.official_name, 'TASKS', t.quarter, t.due
                    from task t
                    where %s and t.state = 'OPEN' and t.due < :today and t.sort in ('REGULAR', 'FIRST') and t.official is not null
                ) late
                group by official, what, period
                order by number desc, longest desc, official limit :limit
                """.formatted(scope.over("p"), scope.over("t")))
            .params(scope.params()).param("today", today).param("limit", limit).query(Row.class).list();
    }
}
