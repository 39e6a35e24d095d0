package io.liangze.board;

import io.liangze.shared.Scope;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds problems, tasks and visits by the beginning of their ids, county by county along their keys. */
@Repository
class NumberTable {

    record Row(String kind, UUID id, String subjectName, String region) {}

    private static final int DIGITS = 32;

    private final JdbcClient jdbc;

    NumberTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param beginning hexadecimal digits without hyphens, at most 32 */
    List<Row> beginning(Scope scope, List<String> counties, String beginning, int limit) {
        return jdbc.sql("""
                select 'PROBLEM' as kind, p.id, p.subject_name, p.region from problem p
                where p.county_code = any (cast(:counties as char(6)[])) and p.id between :low and :high and %s
                union all
                select 'TASK', t.id, t.subject_name, t.region from task t
                where t.county_code = any (cast(:counties as char(6)[])) and t.id between :low and :high and %s
                union all
                select 'VISIT', v.id, v.subject_name, v.region from visit v
                where v.county_code = any (cast(:counties as char(6)[])) and v.id between :low and :high and %s
                order by kind, id limit :limit
                """.formatted(scope.over("p"), scope.over("t"), scope.over("v")))
            .params(scope.params()).param("counties", counties.toArray(String[]::new))
            .param("low", id(beginning, "0")).param("high", id(beginning, "f")).param("limit", limit)
            .query(Row.class).list();
    }

    private static UUID id(String beginning, String filling) {
        var digits = beginning + filling.repeat(DIGITS - beginning.length());
        return new UUID(Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, DIGITS, 16));
    }
}
