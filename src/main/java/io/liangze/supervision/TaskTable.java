package io.liangze.supervision;

import io.liangze.shared.Cursor;
import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Named;
import io.liangze.shared.Period;
import io.liangze.shared.Place;
import io.liangze.shared.PlaceNames;
import io.liangze.shared.Scope;
import io.liangze.subject.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks: lists, one, and its two ends. */
@Repository
class TaskTable {

    /** A task with what a visit must know of it. */
    record Row(UUID id, String countyCode, String region, UUID subject, String subjectName, Kind kind, Family family, Grade grade,
               String period, LocalDate periodLast, LocalDate due, TaskSort sort, List<Mode> modes, String state,
               @Nullable UUID official, @Nullable String officialName, String checklist, Grade checklistGrade, @Nullable UUID visit,
               @Nullable LocalDate doneOn, boolean late, boolean voided, int problems, LocalDate madeOn) {

        Cursor cursor() {
            return new Cursor(region, id);
        }

        TaskStatus status(LocalDate today) {
            return switch (state) {
                case "DONE" -> TaskStatus.DONE;
                case "CANCELLED" -> TaskStatus.CANCELLED;
                default -> TaskStatus.ofOpen(due, today);
            };
        }

        SupervisionTask task(LocalDate today, PlaceNames places) {
            return new SupervisionTask(id, period, due, sort, status(today), grade, modes,
                official == null ? null : new Named(official, officialName == null ? "" : officialName),
                new SupervisionTask.Visited(subject, subjectName, kind, family, new Place(region, places.nameOf(region).orElse(region))),
                visit, doneOn, late, voided, problems);
        }
    }

    private static final String COLUMNS = """
        t.id, t.county_code, t.region, t.subject, t.subject_name, t.kind, t.family, t.grade, t.period, t.period_last, t.due, t.sort,
        t.modes, t.state, t.official, t.official_name, t.checklist, t.checklist_grade, t.visit, t.done_on, t.late, t.voided, t.problems,
        cast(t.created_at at time zone 'Asia/Shanghai' as date) as made_on""";

    private final JdbcClient jdbc;

    TaskTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By place, then id. Keyset: page 5,000 costs what page 1 costs. */
    List<Row> list(Scope part, TaskFilter filter, LocalDate today, @Nullable Cursor after, int limit) {
        var where = new Conditions(filter, today);
        return jdbc.sql("""
                select %s from task t
                where %s and %s and %s
                order by t.region, t.id limit :limit
                """.formatted(COLUMNS, part.over("t"), where.sql(), Cursor.behind(after, "t")))
            .params(part.params()).params(where.values()).params(Cursor.params(after))
            .param("limit", limit).query(TaskTable::row).list();
    }

    long count(Scope scope, TaskFilter filter, LocalDate today) {
        var where = new Conditions(filter, today);
        return jdbc.sql("select count(*) from task t where %s and %s".formatted(scope.over("t"), where.sql()))
            .params(scope.params()).params(where.values()).query(Long.class).single();
    }

    Optional<Row> find(Scope scope, UUID id) {
        return one(scope, id, "");
    }

    /** To the end of the transaction. */
    Optional<Row> lock(Scope scope, UUID id) {
        return one(scope, id, "for update");
    }

    private Optional<Row> one(Scope scope, UUID id, String how) {
        return jdbc.sql("select %s from task t where %s and t.id = :id %s".formatted(COLUMNS, scope.over("t"), how))
            .params(scope.params()).param("id", id).query(TaskTable::row).optional();
    }

    void done(Row task, UUID visit, LocalDate on, boolean late, Mode mode, int problems) {
        jdbc.sql("""
                update task set state = 'DONE', visit = :visit, done_on = :on, late = :late, mode = :mode, problems = :problems
                where county_code = :county and id = :id and state = 'OPEN'
                """)
            .param("visit", visit).param("on", on).param("late", late).param("mode", mode.name()).param("problems", problems)
            .param("county", task.countyCode()).param("id", task.id()).update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getString("county_code"), row.getString("region"),
            row.getObject("subject", UUID.class), row.getString("subject_name"), Kind.valueOf(row.getString("kind")),
            Family.valueOf(row.getString("family")), Grade.valueOf(row.getString("grade")), row.getString("period"),
            row.getObject("period_last", LocalDate.class), row.getObject("due", LocalDate.class), TaskSort.valueOf(row.getString("sort")),
            Arrays.stream((String[]) row.getArray("modes").getArray()).map(Mode::valueOf).toList(), row.getString("state"),
            row.getObject("official", UUID.class), row.getString("official_name"), row.getString("checklist"),
            Grade.valueOf(row.getString("checklist_grade")), row.getObject("visit", UUID.class), row.getObject("done_on", LocalDate.class),
            row.getBoolean("late"), row.getBoolean("voided"), row.getInt("problems"), row.getObject("made_on", LocalDate.class));
    }

    /** Only the conditions that were asked for: so each list finds its index. */
    static final class Conditions {

        private final List<String> sql = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        Conditions(TaskFilter filter, LocalDate today) {
            period(filter.period());
            if (filter.status() != null && !filter.status().isEmpty()) {
                sql.add("(" + String.join(" or ", filter.status().stream().distinct().map(Conditions::status).toList()) + ")");
                values.put("today", today);
                values.put("missed", today.minusDays(TaskStatus.GRACE_DAYS));
            }
            anyOf("grade", filter.grade());
            anyOf("kind", filter.kind());
            anyOf("family", filter.family());
            any("official", filter.official());
            any("subject", filter.subject());
            is("late", filter.late());
            is("voided", filter.voided());
            if (filter.q() != null && !filter.q().isBlank()) {
                sql.add("position(:q in t.subject_name) > 0");
                values.put("q", filter.q().strip());
            }
        }

        private void period(List<Period> periods) {
            if (periods.isEmpty()) return;
            sql.add("t.sort in ('REGULAR', 'FIRST')");
            var spans = new ArrayList<String>();
            for (int i = 0; i < periods.size(); i++)
                if (periods.get(i) instanceof Period.Quarter quarter) {
                    spans.add("t.quarter = :quarter" + i);
                    values.put("quarter" + i, quarter.toString());
                } else {
                    spans.add("t.period_last between :first%1$d and :last%1$d".formatted(i));
                    values.put("first" + i, periods.get(i).first());
                    values.put("last" + i, periods.get(i).last());
                }
            sql.add("(" + String.join(" or ", spans) + ")");
        }

        private static String status(TaskStatus status) {
            return switch (status) {
                case DUE -> "t.state = 'OPEN' and t.due >= :today";
                case OVERDUE -> "t.state = 'OPEN' and t.due < :today and t.due >= :missed";
                case MISSED -> "t.state = 'OPEN' and t.due < :missed";
                case DONE -> "t.state = 'DONE'";
                case CANCELLED -> "t.state = 'CANCELLED'";
            };
        }

        private void anyOf(String column, @Nullable List<? extends Enum<?>> wanted) {
            if (wanted == null || wanted.isEmpty()) return;
            sql.add("t.%1$s = any (:%1$s)".formatted(column));
            values.put(column, wanted.stream().map(Enum::name).toArray(String[]::new));
        }

        private void any(String column, List<UUID> wanted) {
            if (wanted.isEmpty()) return;
            sql.add((wanted.size() == 1 ? "t.%1$s = :%1$s" : "t.%1$s = any (:%1$s)").formatted(column));
            values.put(column, wanted.size() == 1 ? wanted.getFirst() : wanted.toArray(UUID[]::new));
        }

        private void is(String column, @Nullable Object value) {
            if (value == null) return;
            var name = column + values.size();
            sql.add("t.%s = :%s".formatted(column, name));
            values.put(name, value);
        }

        String sql() {
            return sql.isEmpty() ? "true" : String.join(" and ", sql);
        }

        Map<String, Object> values() {
            return values;
        }
    }
}
