package io.liangze.assignment;

import io.liangze.shared.Grade;
import io.liangze.shared.Scope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a relation by hand must fit. */
@Repository
class ByHandTable {

    /** @param grade null unless it needs somebody behind it */
    record SubjectRow(UUID id, String region, String family, @Nullable Grade grade, String season) {}

    record OfficialRow(UUID id, String countyCode, String region, String level, String name, String post) {}

    private final JdbcClient jdbc;

    ByHandTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SubjectRow> subject(Scope scope, UUID id) {
        return jdbc.sql("""
                select s.id, s.region, s.family, case when s.status in ('ACTIVE', 'SEASONAL') then s.grade end as grade,
                       coalesce(case when s.status = 'SEASONAL' then s.season end, '') as season
                from subject s where %s and s.id = :id
                """.formatted(scope.over("s", "id"))).params(scope.params()).param("id", id).query(SubjectRow.class).optional();
    }

    Optional<OfficialRow> official(UUID id) {
        return jdbc.sql("""
                select o.id, o.county_code, o.region, o.level, o.name, o.post from official o where o.id = :id and o.state = 'IN_POST'
                """).param("id", id).query(OfficialRow.class).optional();
    }

    boolean hasStake(String county, UUID subject, UUID official) {
        return jdbc.sql("""
                select exists (select from official_stake k where k.county_code = :county and k.subject = :subject and k.official = :official)
                """).param("county", county).param("subject", subject).param("official", official).query(Boolean.class).single();
    }

    List<Assignments.Choice> choices(String pool, String level) {
        return jdbc.sql("""
                select o.id, o.name, o.post,
                       (select count(*) from assignment a where a.official = o.id and a.until is null and not a.acting) as load
                from official o where o.region = :pool and o.level = :level and o.state = 'IN_POST' order by load, o.name
                """).param("pool", pool).param("level", level).query(Assignments.Choice.class).list();
    }
}
