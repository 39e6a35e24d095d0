package io.liangze.supervision;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.shared.Scope;
import io.liangze.supervision.VisitReport.Answer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Later versions of visits' answers: rows that never change. */
@Repository
class CorrectionTable {

    private static final TypeReference<List<Answer>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CorrectionTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** By version; the visit itself is the first. */
    List<Correction> of(String county, UUID visit) {
        return jdbc.sql("""
                select c.version, c.at, c.actor, c.reason, c.answers from visit_correction c
                where c.county_code = :county and c.visit = :visit order by c.version
                """).param("county", county).param("visit", visit)
            .query((row, _) -> new Correction(row.getInt("version"), row.getObject("at", OffsetDateTime.class), row.getString("actor"),
                row.getString("reason"), json.readValue(row.getString("answers"), ANSWERS))).list();
    }

    void insert(VisitTable.Row visit, int version, Scope by, String reason, List<Answer> answers, Instant at) {
        jdbc.sql("""
                insert into visit_correction (county_code, id, visit, version, at, account, actor, reason, answers)
                values (:county, :id, :visit, :version, :at, :account, :actor, :reason, cast(:answers as jsonb))
                """)
            .param("county", visit.countyCode()).param("id", UuidCreator.getTimeOrderedEpoch())
            .param("visit", visit.id()).param("version", version).param("at", at.atOffset(ZoneOffset.UTC))
            .param("account", by.account()).param("actor", by.name()).param("reason", reason)
            .param("answers", json.writeValueAsString(answers)).update();
    }
}
