package io.liangze.subject;

import io.liangze.shared.Scope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OverrideTable {

    private static final String COLUMNS = """
        g.id, g.subject, g.grade, g.reason, g.until, g.asked_by_name as asked_by, g.asked_at, g.asked_level, g.state,
        g.decided_by_name as decided_by, g.decided_at""";

    private final JdbcClient jdbc;

    OverrideTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Scope scope, Subject subject, GradeOverride asked) {
        jdbc.sql("""
                insert into grade_override (county_code, id, subject, region, grade, reason, until, asked_by, asked_by_name, asked_at, asked_level, state)
                values (:county, :id, :subject, :region, :grade, :reason, :until, :askedBy, :name, :at, :level, 'WAITING')
                """)
            .param("county", subject.county()).param("id", asked.id()).param("subject", subject.id())
            .param("region", subject.particulars().region()).param("grade", asked.grade().name()).param("reason", asked.reason())
            .param("until", asked.until()).param("askedBy", scope.account()).param("name", asked.askedBy())
            .param("at", asked.askedAt().atOffset(ZoneOffset.UTC)).param("level", asked.askedLevel().name()).update();
    }

    /** The newest: the one that waits, if one does. */
    Optional<GradeOverride> latest(Subject subject) {
        return jdbc.sql("""
                select %s from grade_override g where g.county_code = :county and g.subject = :subject
                order by (g.state = 'WAITING') desc, g.id desc limit 1
                """.formatted(COLUMNS)).param("county", subject.county()).param("subject", subject.id())
            .query(GradeOverride.class).optional();
    }

    /** @return false if somebody was first */
    boolean decide(Scope scope, Subject subject, UUID id, GradeOverride.State to, Instant at) {
        return jdbc.sql("""
                update grade_override set state = :to, decided_by_name = :name, decided_at = :at
                where county_code = :county and id = :id and state = 'WAITING'
                """).param("to", to.name()).param("name", scope.name()).param("at", at.atOffset(ZoneOffset.UTC))
            .param("county", subject.county()).param("id", id).update() == 1;
    }

}
