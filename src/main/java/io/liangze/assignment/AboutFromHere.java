package io.liangze.assignment;

import io.liangze.problem.About;
import io.liangze.problem.AboutSubjects;
import io.liangze.shared.Scope;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells the loop of problems what it must know of a subject and of who answers for it. */
@Repository
class AboutFromHere implements AboutSubjects {

    private final JdbcClient jdbc;

    AboutFromHere(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<About> about(Scope scope, UUID subject) {
        return jdbc.sql("""
                select s.county_code as county, s.id as subject, s.name as subject_name, s.region, s.kind, s.family, s.grade, s.principal,
                       a.official, a.official_name
                from subject s left join assignment a on a.county_code = s.county_code and a.subject = s.id and a.until is null
                where %s and s.id = :id
                """.formatted(scope.over("s", "id"))).params(scope.params()).param("id", subject).query(About.class).optional();
    }
}
