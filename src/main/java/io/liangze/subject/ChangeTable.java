package io.liangze.subject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ChangeTable {

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ChangeTable(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Newest first, at most 500; serves the history. */
    List<SubjectChange> of(Subject subject) {
        return jdbc.sql("""
                select c.at, c.actor, c.act, c.reason, c.before, c.after from subject_change c
                where c.county_code = :county and c.subject = :subject order by c.id desc limit :most
                """).param("county", subject.county()).param("subject", subject.id()).param("most", MOST)
            .query((row, _) -> new SubjectChange(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("actor"),
                SubjectAct.valueOf(row.getString("act")), row.getString("reason"), values(row.getString("before")),
                values(row.getString("after")))).list();
    }

    /** An act that changes nothing of the subject itself. */
    void add(Scope scope, Subject subject, SubjectAct act, @Nullable String reason, Map<String, Object> after) {
        jdbc.sql("""
                insert into subject_change (county_code, id, subject, at, actor, act, reason, after)
                values (:county, :id, :subject, :at, :actor, :act, :reason, cast(:after as jsonb))
                """).param("county", subject.county()).param("id", UuidCreator.getTimeOrderedEpoch()).param("subject", subject.id())
            .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("actor", scope.name()).param("act", act.name())
            .param("reason", reason).param("after", json.writeValueAsString(after)).update();
    }

    private Map<String, Object> values(@Nullable String text) {
        return text == null ? Map.of() : json.readValue(text, VALUES);
    }
}
