package io.liangze.supervision;

import io.liangze.problem.Responsible;
import io.liangze.shared.Copy;
import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Scope;
import io.liangze.subject.Kind;
import io.liangze.subject.RiskLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who owes what: subjects that need tasks, tasks by the many, and tasks that follow their subjects. */
@Repository
class OwedTable {

    /** An active subject, with the periods it has tasks for already and how often it was REMOTE in the year. */
    record Owing(UUID id, String region, String name, Kind kind, Family family, Grade grade, @Nullable RiskLevel risk,
                 Set<String> flags, @Nullable String season, @Nullable UUID official, @Nullable String officialName,
                 Set<String> periods, int remote) {}

    /** A task to be made. */
    record New(UUID id, Owing subject, String period, LocalDate periodLast, String quarter, LocalDate due, TaskSort sort,
               List<Mode> modes, String checklist) {}

    /** Under which key a task counts, and what it was. */
    record Keyed(String region, Family family, Grade grade, LocalDate periodLast, LocalDate due, TaskSort sort) {}

    /** A task that moved from one key to another. */
    record Rekeyed(String region, String family, String grade, LocalDate due, String newRegion, String newFamily, String newGrade,
                   LocalDate newDue, LocalDate periodLast, TaskSort sort) {}

    private final JdbcClient jdbc;
    private final Copy copy;

    OwedTable(JdbcClient jdbc, Copy copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    void lock(String county) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('generation'), hashtext(:county))").param("county", county).query((_, _) -> 0).single();
    }

    /** All active subjects of a place in one county. */
    List<Owing> owing(Scope place, String quarter, LocalDate yearBegan) {
        return jdbc.sql("""
                select s.id, s.region, s.name, s.kind, s.family, s.grade, s.risk_level, s.flags, s.season, a.official, a.official_name,
                       coalesce(t.periods, '{}') as periods, coalesce(v.remote, 0) as remote
                from subject s
                left join assignment a on a.county_code = s.county_code and a.subject = s.id and a.until is null
                left join (
                    select t.county_code, t.subject, array_agg(t.period) as periods
                    from task t where %1$s and t.quarter = :quarter and (t.state <> 'CANCELLED' or t.sort = 'REGULAR') and t.sort in ('REGULAR', 'FIRST')
                    group by t.county_code, t.subject
                ) t on t.county_code = s.county_code and t.subject = s.id
                left join (
                    select v.county_code, v.subject, cast(count(*) as int) as remote
                    from visit v where %2$s and v.mode = 'REMOTE' and v.ended_on >= :yearBegan
                    group by v.county_code, v.subject
                ) v on v.county_code = s.county_code and v.subject = s.id
                where %3$s and s.grade is not null and s.status in ('ACTIVE', 'SEASONAL')
                """.formatted(place.over("t"), place.over("v"), place.over("s", "id")))
            .params(place.params()).param("quarter", quarter).param("yearBegan", yearBegan).query(OwedTable::owing).list();
    }

    /** When a county's tasks of the quarter were made first. */
    Optional<Instant> madeAt(String county, String quarter) {
        return jdbc.sql("select g.made_at from generation g where g.county_code = :county and g.quarter = :quarter")
            .param("county", county).param("quarter", quarter).query(Instant.class).optional();
    }

    /** Active subjects with an official that came since then, or whose tasks were cancelled, and that owe none now. */
    List<Owing> newcomers(String county, @Nullable Collection<UUID> subjects, String quarter, Instant madeAt) {
        return jdbc.sql("""
                select s.id, s.region, s.name, s.kind, s.family, s.grade, s.risk_level, s.flags, s.season, a.official, a.official_name,
                       cast('{}' as text[]) as periods, 0 as remote
                from subject s
                join assignment a on a.county_code = s.county_code and a.subject = s.id and a.until is null
                where s.county_code = :county
                  and (:all or s.id = any (cast(:subjects as uuid[])))
                  and s.grade is not null and s.status in ('ACTIVE', 'SEASONAL')
                  and (s.created_at >= :madeAt or exists (
                      select from task c where c.county_code = s.county_code and c.subject = s.id and c.quarter >= :quarter and c.state = 'CANCELLED'))
                  and not exists (
                      select from task t where t.county_code = s.county_code and t.subject = s.id and t.quarter >= :quarter
                        and t.sort in ('REGULAR', 'FIRST') and (t.state <> 'CANCELLED' or t.sort = 'FIRST'))
                """)
            .param("county", county).param("quarter", quarter).param("madeAt", madeAt.atOffset(ZoneOffset.UTC)).param("all", subjects == null)
            .param("subjects", subjects == null ? null : subjects.toArray(UUID[]::new)).query(OwedTable::owing).list();
    }

    private static Owing owing(ResultSet row, int number) throws SQLException {
        var risk = row.getString("risk_level");
        return new Owing(row.getObject("id", UUID.class), row.getString("region"), row.getString("name"), Kind.valueOf(row.getString("kind")),
            Family.valueOf(row.getString("family")), Grade.valueOf(row.getString("grade")), risk == null ? null : RiskLevel.valueOf(risk),
            strings(row, "flags"), row.getString("season"), row.getObject("official", UUID.class), row.getString("official_name"),
            strings(row, "periods"), row.getInt("remote"));
    }

    private static Set<String> strings(ResultSet row, String column) throws SQLException {
        var array = (String[]) row.getArray(column).getArray();
        return array.length == 0 ? Set.of() : Set.copyOf(Arrays.asList(array));
    }

    void insert(List<New> tasks, Instant at) {
        Consumer<Copy.Rows> all = rows -> tasks.forEach(t -> rows.add(t.subject().region().substring(0, 6), t.id(), t.subject().region(),
            t.subject().id(), t.subject().name(), t.subject().kind(), t.subject().family(), t.subject().grade(), t.period(), t.periodLast(),
            t.quarter(), t.due(), t.sort(), t.modes(), "OPEN", t.subject().official(), t.subject().officialName(), t.checklist(),
            t.subject().grade(), at));
        copy.into("""
            task (county_code, id, region, subject, subject_name, kind, family, grade, period, period_last, quarter, due, sort, modes, state,
                  official, official_name, checklist, checklist_grade, created_at)""", all);
    }

    /** The first generation of a quarter counts: who comes later is a newcomer. */
    void generated(String county, String quarter, Instant at) {
        jdbc.sql("insert into generation (county_code, quarter, made_at) values (:county, :quarter, :at) on conflict do nothing")
            .param("county", county).param("quarter", quarter).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    /** Cancels open tasks whose subjects are no longer active. */
    List<Keyed> cancel(String county, @Nullable Collection<UUID> subjects) {
        return jdbc.sql("""
                update task t set state = 'CANCELLED', cancelled_why = s.status
                from subject s
                where t.county_code = :county and s.county_code = :county and s.id = t.subject and t.state = 'OPEN'
                  and (:all or t.subject = any (cast(:subjects as uuid[])))
                  and (s.status not in ('ACTIVE', 'SEASONAL') or s.grade is null)
                returning t.region, t.family, t.grade, t.period_last, t.due, t.sort
                """)
            .param("county", county).param("all", subjects == null)
            .param("subjects", subjects == null ? null : subjects.toArray(UUID[]::new)).query(Keyed.class).list();
    }

    /** Open tasks take the name, place, family and grade that their subjects have now. */
    List<Rekeyed> follow(String county, @Nullable Collection<UUID> subjects) {
        return jdbc.sql("""
                update task t set region = w.new_region, family = w.new_family, grade = w.new_grade, subject_name = w.name
                from (
                    select t.id, t.region, t.family, t.grade, t.due, s.region as new_region, s.family as new_family, s.grade as new_grade,
                           t.due as new_due, t.period_last, t.sort, s.name
                    from task t join subject s on s.county_code = t.county_code and s.id = t.subject
                    where t.county_code = :county and t.state = 'OPEN' and s.grade is not null
                      and (:all or t.subject = any (cast(:subjects as uuid[])))
                      and (t.region, t.family, t.grade, t.subject_name) is distinct from (s.region, s.family, cast(s.grade as char(1)), s.name)
                ) w
                where t.county_code = :county and t.id = w.id
                returning w.region, w.family, w.grade, w.due, w.new_region, w.new_family, w.new_grade, w.new_due, w.period_last, w.sort
                """)
            .param("county", county).param("all", subjects == null)
            .param("subjects", subjects == null ? null : subjects.toArray(UUID[]::new)).query(Rekeyed.class).list();
    }

    /** Open tasks go to the official who answers now, who has until {@code least} at the earliest; or to nobody, if there is none. */
    List<Rekeyed> reassign(String county, @Nullable Collection<UUID> subjects, LocalDate today, LocalDate least) {
        return jdbc.sql("""
                update task t set official = w.new_official, official_name = w.new_name, due = w.new_due
                from (
                    select t.id, t.region, t.family, t.grade, t.due, t.period_last, t.sort, a.official as new_official, a.official_name as new_name,
                           case when a.official is not null and t.due >= :today then greatest(t.due, :least) else t.due end as new_due
                    from task t
                    join subject s on s.county_code = t.county_code and s.id = t.subject
                    left join assignment a on a.county_code = t.county_code and a.subject = t.subject and a.until is null
                    where t.county_code = :county and t.state = 'OPEN' and t.official is distinct from a.official
                      and s.status in ('ACTIVE', 'SEASONAL')
                      and (:all or t.subject = any (cast(:subjects as uuid[])))
                ) w
                where t.county_code = :county and t.id = w.id
                returning w.region, w.family, w.grade, w.due, w.region as new_region, w.family as new_family, w.grade as new_grade, w.new_due,
                          w.period_last, w.sort
                """)
            .param("county", county).param("today", today).param("least", least).param("all", subjects == null)
            .param("subjects", subjects == null ? null : subjects.toArray(UUID[]::new)).query(Rekeyed.class).list();
    }

    /** Who answers now for subjects, for the loop of problems. */
    List<Responsible> responsibles(String county, @Nullable Collection<UUID> subjects) {
        return jdbc.sql("""
                select distinct p.county_code as county, p.subject, a.official, a.official_name
                from problem p left join assignment a on a.county_code = p.county_code and a.subject = p.subject and a.until is null
                where p.county_code = :county and p.state in ('OPEN', 'RECTIFIED', 'ESCALATED', 'REFERRED') and p.official is distinct from a.official
                  and (:all or p.subject = any (cast(:subjects as uuid[])))
                """)
            .param("county", county).param("all", subjects == null)
            .param("subjects", subjects == null ? null : subjects.toArray(UUID[]::new)).query(Responsible.class).list();
    }
}
