package io.liangze.problem;

import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What happened to problems; rows are only added. */
@Repository
class HistoryTable {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    /** An event and the problem that it belongs to. */
    record Entry(Problem problem, ProblemEvent event) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    HistoryTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Oldest first. */
    List<ProblemEvent> of(Problem problem) {
        return jdbc.sql("""
                select e.id, e.at, e.actor, e.role, e.act, e.state, e.text, e.evidence, e.details
                from problem_event e where e.county_code = :county and e.problem = :problem order by e.id
                """)
            .param("county", problem.county()).param("problem", problem.id()).query(this::event).list();
    }

    /** All in one statement. */
    void append(Scope scope, Collection<Entry> entries) {
        jdbc.sql("""
                insert into problem_event (county_code, id, problem, at, account, actor, role, act, state, text, evidence, details)
                select r.county_code, r.id, r.problem, r.at, :account, :actor, r.role, r.act, r.state, r.text,
                       case r.evidence when '' then '{}' else cast(string_to_array(r.evidence, ',') as uuid[]) end, r.details
                from unnest(cast(:counties as char(6)[]), cast(:ids as uuid[]), cast(:problems as uuid[]), cast(:ats as timestamptz[]),
                        cast(:roles as text[]), cast(:acts as text[]), cast(:states as text[]), cast(:texts as text[]),
                        cast(:evidence as text[]), cast(:details as jsonb[]))
                     as r (county_code, id, problem, at, role, act, state, text, evidence, details)
                """)
            .param("account", scope.account()).param("actor", scope.name())
            .param("counties", entries.stream().map(e -> e.problem.county()).toArray(String[]::new))
            .param("ids", entries.stream().map(e -> e.event.id()).toArray(UUID[]::new))
            .param("problems", entries.stream().map(e -> e.problem.id()).toArray(UUID[]::new))
            .param("ats", entries.stream().map(e -> e.event.at().atOffset(ZoneOffset.UTC).toString()).toArray(String[]::new))
            .param("roles", entries.stream().map(e -> e.event.role().name()).toArray(String[]::new))
            .param("acts", entries.stream().map(e -> e.event.act().name()).toArray(String[]::new))
            .param("states", entries.stream().map(e -> e.event.state().name()).toArray(String[]::new))
            .param("texts", entries.stream().map(e -> e.event.text()).toArray(String[]::new))
            .param("evidence", entries.stream().map(e -> e.event.evidence().stream().map(UUID::toString)
                .collect(Collectors.joining(","))).toArray(String[]::new))
            .param("details", entries.stream().map(e -> json.writeValueAsString(e.event.details())).toArray(String[]::new))
            .update();
    }

    private ProblemEvent event(ResultSet row, int number) throws SQLException {
        Array evidence = row.getArray("evidence");
        return new ProblemEvent(row.getObject("id", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("actor"), Role.valueOf(row.getString("role")), Act.valueOf(row.getString("act")),
            ProblemState.valueOf(row.getString("state")), row.getString("text"), List.of((UUID[]) evidence.getArray()),
            json.readValue(row.getString("details"), DETAILS));
    }
}
