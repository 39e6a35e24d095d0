package io.liangze.bench;

import io.liangze.shared.Period;
import io.liangze.shared.Range;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the board shows, counted from the facts: the way that every other platform takes. */
final class Facts {

    private static final List<String> STATEMENTS = List.of("""
        select rpad(left(s.region, :digits), 12, '0') as place, s.grade, count(*) as subjects, count(a.id) as covered
        from subject s
        left join assignment a on a.county_code = s.county_code and a.subject = s.id and a.until is null
        where s.region >= :low and s.region < :high and s.grade is not null
          and (s.status = 'ACTIVE' or s.status = 'SEASONAL' and season_holds(s.season, :month))
        group by 1, 2
        """, """
        select rpad(left(t.region, :digits), 12, '0') as place, t.grade, count(*) as tasks, count(*) filter (where t.state = 'DONE') as done,
               count(*) filter (where t.state = 'DONE' and t.done_on <= t.due) as on_time,
               count(*) filter (where t.state = 'OPEN' and t.due < :today) as tasks_overdue
        from task t
        where t.region >= :low and t.region < :high and t.quarter = :quarter and t.sort in ('REGULAR', 'FIRST') and t.state <> 'CANCELLED'
        group by 1, 2
        """, """
        select rpad(left(v.region, :digits), 12, '0') as place, v.grade, count(*) as visits
        from visit v
        where v.region >= :low and v.region < :high and v.ended_on between :first and :last
          and not exists (select from task t where t.county_code = v.county_code and t.id = v.task and t.visit = v.id and t.voided)
        group by 1, 2
        """, """
        select rpad(left(p.region, :digits), 12, '0') as place, p.grade, count(*) as found,
               count(*) filter (where p.state in ('OPEN', 'RECTIFIED', 'ESCALATED')) as open,
               count(*) filter (where p.state in ('OPEN', 'RECTIFIED', 'ESCALATED') and p.due < :today) as overdue,
               count(*) filter (where p.state = 'CLOSED') as closed
        from problem p
        where p.region >= :low and p.region < :high and p.opened_on between :first and :last and p.state <> 'CANCELLED'
        group by 1, 2
        """);

    private final JdbcClient jdbc;
    private final Period.Quarter quarter;
    private final LocalDate today;

    Facts(Connection connection, Period.Quarter quarter, LocalDate today) {
        this.jdbc = Database.on(connection);
        this.quarter = quarter;
        this.today = today;
    }

    /** The place's figures by their names, added up over the places below and the grades. */
    Map<String, Long> of(String place) {
        var range = Range.of(place);
        var sums = new HashMap<String, Long>();
        for (var sql : STATEMENTS)
            for (var row : rows(sql, range, Math.min(12, below(Range.significantDigits(place)))))
                row.forEach((name, value) -> {
                    if (value instanceof Long n) sums.merge(name, n, Long::sum);
                });
        return sums;
    }

    /** Whether a board shows something else than was counted. */
    static boolean differs(Map<String, Long> counted, JsonNode shown) {
        var figures = Map.of("subjects", "subjects", "covered", "covered", "tasks", "tasks", "done", "done", "on_time", "onTime",
            "tasks_overdue", "tasksOverdue", "visits", "visits");
        var problems = List.of("found", "open", "overdue", "closed");
        return figures.entrySet().stream().anyMatch(f -> counted.getOrDefault(f.getKey(), 0L) != shown.path(f.getValue()).asLong())
            || problems.stream().anyMatch(f -> counted.getOrDefault(f, 0L) != shown.path("problems").path(f).asLong());
    }

    private List<Map<String, Object>> rows(String sql, Range range, int digits) {
        return new ArrayList<>(jdbc.sql(sql).param("low", range.low()).param("high", range.high()).param("digits", digits)
            .param("quarter", quarter.toString()).param("first", quarter.first()).param("last", quarter.last())
            .param("today", today).param("month", today.getMonthValue()).query().listOfRows());
    }

    private static int below(int digits) {
        return digits < 6 ? digits + 2 : digits + 3;
    }

    /** Random places of a level, always the same ones. */
    static List<String> places(Connection connection, String level, int most) throws SQLException {
        return Database.on(connection).sql("select code from place where level = :level and ended_on is null order by md5(code) limit :most")
            .param("level", level).param("most", most).query(String.class).list();
    }
}
