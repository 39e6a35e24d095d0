package io.liangze.supervision;

import io.liangze.problem.ProblemState;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Last visits and open problems of the subjects on a page of tasks: one statement a page. */
@Repository
class StandingTable {

    private final JdbcClient jdbc;

    StandingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By task. */
    Map<UUID, Standing> of(Collection<SupervisionTask> tasks) {
        if (tasks.isEmpty()) return Map.of();
        var found = new HashMap<UUID, Standing>();
        jdbc.sql("""
                select t.id, a.official_post, v.ended_on, v.conclusion, p.open, p.due
                from task t
                left join assignment a on a.county_code = t.county_code and a.subject = t.subject and a.official = t.official and a.until is null
                left join lateral (
                    select max(v.ended_on) as ended_on, (array_agg(v.conclusion order by v.ended_at desc))[1] as conclusion
                    from visit v where v.county_code = t.county_code and v.subject = t.subject
                ) v on true
                left join lateral (
                    select count(*) as open, min(p.due) as due
                    from problem p where p.county_code = t.county_code and p.subject = t.subject and p.state = any (:unsettled)
                ) p on true
                where t.county_code = any (:counties) and t.id = any (:ids)
                """)
            .param("unsettled", ProblemState.UNSETTLED.stream().map(Enum::name).toArray(String[]::new))
            .param("counties", tasks.stream().map(task -> task.subject().region().code().substring(0, 6)).distinct().toArray(String[]::new))
            .param("ids", tasks.stream().map(SupervisionTask::id).toArray(UUID[]::new))
            .query(row -> {
                var conclusion = row.getString("conclusion");
                found.put(row.getObject("id", UUID.class), new Standing(row.getString("official_post"), row.getObject("ended_on", LocalDate.class),
                    conclusion == null ? null : Conclusion.valueOf(conclusion), row.getInt("open"), row.getObject("due", LocalDate.class)));
            });
        return found;
    }
}
