package io.liangze.supervision;

import io.liangze.problem.ProblemState;
import io.liangze.shared.Cursor;
import io.liangze.shared.Scope;
import io.liangze.shared.Walk;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks with their subjects and visits, as a sheet lists them. */
@Repository
class TaskSheetTable {

    private static final int PAGE = 1_000;

    record Row(UUID id, String region, String period, LocalDate due, String sort, String state, String grade, String family, String kind,
               String subjectName, @Nullable String creditCode, @Nullable String licenceNo, @Nullable String address,
               @Nullable String principal, @Nullable String officialName, @Nullable String officialPost, String[] modes,
               @Nullable LocalDate doneOn, boolean late, @Nullable String mode, @Nullable OffsetDateTime startedAt,
               @Nullable OffsetDateTime endedAt, @Nullable String conclusion, int problems, int open) {

        String status(LocalDate today) {
            return switch (state) {
                case "DONE", "CANCELLED" -> state;
                default -> TaskStatus.ofOpen(due, today).name();
            };
        }

        @Nullable Long minutes() {
            return startedAt == null || endedAt == null ? null : Math.max(1, Duration.between(startedAt, endedAt).toMinutes());
        }
    }

    private final JdbcClient jdbc;

    TaskSheetTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Walks over all of a scope, by place, a page at a time: nothing is held. */
    void walk(Scope scope, TaskFilter filter, LocalDate today, Consumer<List<Row>> pages) {
        for (var part : scope.parts())
            Walk.over(PAGE, after -> page(part, filter, today, after), row -> new Cursor(row.region(), row.id()), pages);
    }

    /** The page is cut before the joins, so that each costs a page and not what follows it. */
    private List<Row> page(Scope part, TaskFilter filter, LocalDate today, @Nullable Cursor after) {
        var where = new TaskTable.Conditions(filter, today);
        return jdbc.sql("""
                select t.id, t.region, t.period, t.due, t.sort, t.state, t.grade, t.family, t.kind, t.subject_name, s.credit_code, s.licence_no,
                       s.address, s.principal, t.official_name, a.official_post, t.modes, t.done_on, t.late, v.mode, v.started_at, v.ended_at,
                       v.conclusion, t.problems, cast(coalesce(p.open, 0) as int) as open
                from (
                    select t.county_code, t.id, t.region, t.subject, t.subject_name, t.period, t.due, t.sort, t.state, t.grade, t.family, t.kind,
                           t.official, t.official_name, t.modes, t.done_on, t.late, t.visit, t.problems
                    from task t
                    where %s and %s and %s
                    order by t.region, t.id limit %d
                ) t
                join subject s on s.county_code = t.county_code and s.id = t.subject
                left join assignment a on a.county_code = t.county_code and a.subject = t.subject and a.official = t.official and a.until is null
                left join visit v on v.county_code = t.county_code and v.id = t.visit
                left join lateral (
                    select count(*) as open from problem p
                    where p.county_code = t.county_code and p.subject = t.subject and p.state = any (:unsettled)
                ) p on true
                order by t.region, t.id
                """.formatted(part.over("t"), where.sql(), Cursor.behind(after, "t"), PAGE))
            .params(part.params()).params(where.values()).params(Cursor.params(after))
            .param("unsettled", ProblemState.UNSETTLED.stream().map(Enum::name).toArray(String[]::new))
            .query((row, _) -> new Row(row.getObject("id", UUID.class), row.getString("region"), row.getString("period"),
                row.getObject("due", LocalDate.class), row.getString("sort"), row.getString("state"), row.getString("grade"),
                row.getString("family"), row.getString("kind"), row.getString("subject_name"), row.getString("credit_code"),
                row.getString("licence_no"), row.getString("address"), row.getString("principal"), row.getString("official_name"),
                row.getString("official_post"), (String[]) row.getArray("modes").getArray(), row.getObject("done_on", LocalDate.class),
                row.getBoolean("late"), row.getString("mode"), row.getObject("started_at", OffsetDateTime.class),
                row.getObject("ended_at", OffsetDateTime.class), row.getString("conclusion"), row.getInt("problems"), row.getInt("open")))
            .list();
    }
}
