package io.liangze.supervision;

import io.liangze.problem.Opened;
import io.liangze.shared.Cursor;
import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Period;
import io.liangze.shared.Scope;
import io.liangze.subject.Kind;
import io.liangze.supervision.VisitReport.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Visits: rows that never change. Later versions of their answers: {@link CorrectionTable}. */
@Repository
class VisitTable {

    record Row(UUID id, UUID task, String countyCode, String region, UUID subject, String subjectName, Kind kind, Family family,
               Grade grade, UUID official, String officialName, Mode mode, Instant startedAt, Instant endedAt, LocalDate endedOn,
               Instant receivedAt, VisitReport.@Nullable Position start, VisitReport.@Nullable Position end, String checklist,
               List<Answer> answers, VisitReport.Companion companion, @Nullable String advice, List<UUID> evidence,
               Conclusion conclusion, List<Opened> problems) {
        Cursor cursor() {
            return new Cursor(region, id);
        }
    }

    private static final TypeReference<List<Answer>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<List<Opened>> OPENED = new TypeReference<>() {};

    private static final String COLUMNS = """
        v.id, v.task, v.county_code, v.region, v.subject, v.subject_name, v.kind, v.family, v.grade, v.official, v.official_name, v.mode,
        v.started_at, v.ended_at, v.ended_on, v.received_at, v.start_latitude, v.start_longitude, v.start_accuracy_m, v.end_latitude,
        v.end_longitude, v.end_accuracy_m, v.checklist, v.answers, v.companion, v.advice, v.evidence, v.conclusion, v.problems""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    VisitTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(VisitReport visit, TaskTable.Row task, VisitCheck.Times times, Instant received, Conclusion conclusion, List<Opened> problems) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("county", task.countyCode());
        values.put("id", visit.id());
        values.put("task", task.id());
        values.put("region", task.region());
        values.put("subject", task.subject());
        values.put("subjectName", task.subjectName());
        values.put("kind", task.kind().name());
        values.put("family", task.family().name());
        values.put("grade", task.grade().name());
        values.put("official", task.official());
        values.put("officialName", task.officialName());
        values.put("mode", String.valueOf(visit.mode()));
        values.put("startedAt", times.startedAt().atOffset(ZoneOffset.UTC));
        values.put("endedAt", times.endedAt().atOffset(ZoneOffset.UTC));
        values.put("endedOn", times.endedOn());
        values.put("phoneStartedAt", visit.startedAt());
        values.put("phoneEndedAt", visit.endedAt());
        values.put("sentAt", visit.sentAt());
        values.put("receivedAt", received.atOffset(ZoneOffset.UTC));
        position(values, "start", visit.start());
        position(values, "end", visit.end());
        values.put("checklist", visit.checklistVersion());
        values.put("answers", json.writeValueAsString(visit.answers()));
        values.put("companion", json.writeValueAsString(visit.companion()));
        values.put("advice", visit.advice());
        values.put("evidence", visit.evidence() == null ? new UUID[0] : visit.evidence().toArray(UUID[]::new));
        values.put("device", visit.device());
        values.put("conclusion", conclusion.name());
        values.put("problems", json.writeValueAsString(problems));
        jdbc.sql("""
                insert into visit (county_code, id, task, region, subject, subject_name, kind, family, grade, official, official_name, mode,
                    started_at, ended_at, ended_on, phone_started_at, phone_ended_at, sent_at, received_at,
                    start_latitude, start_longitude, start_accuracy_m, end_latitude, end_longitude, end_accuracy_m,
                    checklist, answers, companion, advice, evidence, device, conclusion, problems)
                values (:county, :id, :task, :region, :subject, :subjectName, :kind, :family, :grade, :official, :officialName, :mode,
                    :startedAt, :endedAt, :endedOn, :phoneStartedAt, :phoneEndedAt, :sentAt, :receivedAt,
                    :startLatitude, :startLongitude, :startAccuracy, :endLatitude, :endLongitude, :endAccuracy,
                    :checklist, cast(:answers as jsonb), cast(:companion as jsonb), :advice, :evidence, :device, :conclusion,
                    cast(:problems as jsonb))
                """).params(values).update();
    }

    private static void position(Map<String, @Nullable Object> values, String name, VisitReport.@Nullable Position position) {
        values.put(name + "Latitude", position == null ? null : position.latitude());
        values.put(name + "Longitude", position == null ? null : position.longitude());
        values.put(name + "Accuracy", position == null ? null : position.accuracyM());
    }

    /** What was answered to this visit, if it has come before; whoever asks. */
    Optional<Receipt> receipt(String county, UUID id, UUID task) {
        return jdbc.sql("select v.conclusion, v.problems from visit v where v.county_code = :county and v.id = :id and v.task = :task")
            .param("county", county).param("id", id).param("task", task)
            .query((row, _) -> new Receipt(id, Conclusion.valueOf(row.getString("conclusion")), json.readValue(row.getString("problems"), OPENED)))
            .optional();
    }

    Optional<Row> find(Scope scope, UUID id) {
        return jdbc.sql("select %s from visit v where %s and v.id = :id".formatted(COLUMNS, scope.over("v")))
            .params(scope.params()).param("id", id).query(this::row).optional();
    }

    /** By place, then id. */
    List<Row> list(Scope part, VisitFilter filter, @Nullable Cursor after, int limit) {
        var where = new Conditions(filter);
        return jdbc.sql("""
                select %s from visit v
                where %s and %s and %s
                order by v.region, v.id limit :limit
                """.formatted(COLUMNS, part.over("v"), where.sql(), Cursor.behind(after, "v")))
            .params(part.params()).params(where.values).params(Cursor.params(after))
            .param("limit", limit).query(this::row).list();
    }

    long count(Scope scope, VisitFilter filter) {
        var where = new Conditions(filter);
        return jdbc.sql("select count(*) from visit v where %s and %s".formatted(scope.over("v"), where.sql()))
            .params(scope.params()).params(where.values).query(Long.class).single();
    }

    /** The last visits to a place, newest first. */
    List<Row> last(String county, UUID subject, int limit) {
        return jdbc.sql("""
                select %s from visit v where v.county_code = :county and v.subject = :subject order by v.ended_at desc limit :limit
                """.formatted(COLUMNS)).param("county", county).param("subject", subject).param("limit", limit).query(this::row).list();
    }

    /** The same for whoever may see them. */
    List<Row> last(Scope scope, UUID subject, int limit) {
        return jdbc.sql("""
                select %s from visit v where %s and v.subject = :subject order by v.ended_at desc limit :limit
                """.formatted(COLUMNS, scope.over("v"))).params(scope.params()).param("subject", subject).param("limit", limit).query(this::row).list();
    }

    /** How many minutes a visit took an official since then, on average; null if he made none. */
    @Nullable Integer usualMinutes(UUID official, LocalDate since) {
        return jdbc.sql("""
                select cast(ceil(extract(epoch from avg(v.ended_at - v.started_at)) / 60) as int) as minutes
                from visit v where v.official = :official and v.ended_on >= :since
                """).param("official", official).param("since", since).query((row, _) -> row.getObject("minutes", Integer.class)).list().getFirst();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getObject("task", UUID.class), row.getString("county_code"), row.getString("region"),
            row.getObject("subject", UUID.class), row.getString("subject_name"), Kind.valueOf(row.getString("kind")),
            Family.valueOf(row.getString("family")), Grade.valueOf(row.getString("grade")), row.getObject("official", UUID.class),
            row.getString("official_name"), Mode.valueOf(row.getString("mode")), at(row, "started_at"), at(row, "ended_at"),
            row.getObject("ended_on", LocalDate.class), at(row, "received_at"), position(row, "start"), position(row, "end"),
            row.getString("checklist"), json.readValue(row.getString("answers"), ANSWERS),
            json.readValue(row.getString("companion"), VisitReport.Companion.class), row.getString("advice"),
            List.of((UUID[]) row.getArray("evidence").getArray()), Conclusion.valueOf(row.getString("conclusion")),
            json.readValue(row.getString("problems"), OPENED));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static VisitReport.@Nullable Position position(ResultSet row, String name) throws SQLException {
        var latitude = row.getObject(name + "_latitude", Double.class);
        return latitude == null ? null
            : new VisitReport.Position(latitude, row.getDouble(name + "_longitude"), row.getObject(name + "_accuracy_m", Double.class));
    }

    private static final class Conditions {

        private final List<String> sql = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        Conditions(VisitFilter filter) {
            ended(filter.period());
            any("official", filter.official());
            any("subject", filter.subject());
            anyOf("mode", filter.mode());
            anyOf("conclusion", filter.conclusion());
            anyOf("grade", filter.grade());
            anyOf("family", filter.family());
            if (Boolean.FALSE.equals(filter.voided()))
                sql.add("not exists (select from task t where t.county_code = v.county_code and t.visit = v.id and t.voided)");
        }

        private void ended(List<Period> periods) {
            if (periods.isEmpty()) return;
            var spans = new ArrayList<String>();
            for (int i = 0; i < periods.size(); i++) {
                spans.add("v.ended_on between :first%1$d and :last%1$d".formatted(i));
                values.put("first" + i, periods.get(i).first());
                values.put("last" + i, periods.get(i).last());
            }
            sql.add("(" + String.join(" or ", spans) + ")");
        }

        private void any(String column, List<UUID> wanted) {
            if (wanted.isEmpty()) return;
            sql.add((wanted.size() == 1 ? "v.%1$s = :%1$s" : "v.%1$s = any (:%1$s)").formatted(column));
            values.put(column, wanted.size() == 1 ? wanted.getFirst() : wanted.toArray(UUID[]::new));
        }

        private void anyOf(String column, @Nullable List<? extends Enum<?>> wanted) {
            if (wanted == null || wanted.isEmpty()) return;
            sql.add("v.%1$s = any (:%1$s)".formatted(column));
            values.put(column, wanted.stream().map(Enum::name).toArray(String[]::new));
        }

        String sql() {
            return sql.isEmpty() ? "true" : String.join(" and ", sql);
        }
    }
}
