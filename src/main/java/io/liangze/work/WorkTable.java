package io.liangze.work;

import io.liangze.shared.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class WorkTable {

    private static final String COLUMNS = """
        w.id, w.kind, w.state, w.region, w.account, w.actor, w.input, w.progress, w.mark, w.error, w.queued_at, w.started_at, w.ended_at""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    WorkTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(UUID id, String kind, @Nullable String region, Scope scope, Object input, Instant at) {
        jdbc.sql("""
                insert into work (id, kind, state, region, account, actor, scope, input, queued_at)
                values (:id, :kind, 'QUEUED', :region, :account, :actor, cast(:scope as jsonb), cast(:input as jsonb), :at)
                """)
            .param("id", id).param("kind", kind).param("region", region).param("account", scope.account())
            .param("actor", scope.name()).param("scope", json.writeValueAsString(scope))
            .param("input", json.writeValueAsString(input)).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    Optional<Work> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from work w where w.id = :id").param("id", id).query(this::work).optional();
    }

    List<Work> of(@Nullable UUID account, String kindPrefix, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                 from work w where w.account = :account and w.kind like :prefix || '%'
                order by w.queued_at desc limit :limit
                """).param("account", account).param("prefix", kindPrefix).param("limit", limit).query(this::work).list();
    }

    /** The scope of the one who asked, as it was then. */
    Scope scope(UUID id) {
        var text = jdbc.sql("select w.scope from work w where w.id = :id").param("id", id).query(String.class).single();
        return json.readValue(text, Scope.class);
    }

    void begin(UUID id, Instant at) {
        jdbc.sql("update work set state = 'RUNNING', started_at = coalesce(started_at, :at) where id = :id")
            .param("id", id).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    void progress(UUID id, Object figures, @Nullable String mark) {
        jdbc.sql("update work set progress = cast(:figures as jsonb), mark = coalesce(:mark, mark) where id = :id")
            .param("id", id).param("figures", json.writeValueAsString(figures)).param("mark", mark).update();
    }

    void end(UUID id, WorkState state, @Nullable String error, Instant at) {
        jdbc.sql("update work set state = :state, error = :error, ended_at = :at where id = :id")
            .param("id", id).param("state", state.name()).param("error", error).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    private Work work(ResultSet row, int number) throws SQLException {
        return new Work(row.getObject("id", UUID.class), row.getString("kind"), WorkState.valueOf(row.getString("state")),
            row.getString("region"), row.getObject("account", UUID.class), row.getString("actor"),
            json.readTree(row.getString("input")), json.readTree(row.getString("progress")), row.getString("mark"),
            row.getString("error"), at(row, "queued_at"), at(row, "started_at"), at(row, "ended_at"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
