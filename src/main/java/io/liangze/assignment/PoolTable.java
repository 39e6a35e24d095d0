package io.liangze.assignment;

import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Scope;
import io.liangze.subject.Kind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a matching reads: subjects without a name behind them, officials with their loads, leads, stakes. */
@Repository
class PoolTable {

    /** An active subject without a relation. */
    record OpenRow(UUID id, String region, Kind kind, Family family, Grade grade, String season, boolean hadOne) {}

    /** An official in post. */
    record OfficialRow(UUID id, String countyCode, String region, String level, String name, String post, @Nullable String field,
                       boolean lead, @Nullable String linkedCounty) {}

    /**
     * The relations in force of one official.
     *
     * @param all  that are not acting
     * @param here of the place and the grades that were asked for, acting ones too
     */
    record Load(UUID official, int all, long here) {}

    /** A relation that a rebalance may move, with the subject's key. */
    record HeldRow(UUID relation, UUID official, UUID id, String region, Kind kind, Family family, Grade grade, String season) {}

    /** A subject that nobody could be put behind. @param why NO_OFFICIAL or STAKE */
    record Lacking(UUID subject, String county, String why) {}

    private final JdbcClient jdbc;

    PoolTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Open subjects of these grades, in the order of places. Each is looked up by itself: a join would trust what the
     * server believes of the relations, which after many new ones is that there are none.
     */
    List<OpenRow> open(Scope place, Collection<Grade> grades) {
        return jdbc.sql("""
                select s.id, s.region, s.kind, s.family, s.grade, coalesce(case when s.status = 'SEASONAL' then s.season end, '') as season,
                       exists (select from assignment h where h.county_code = s.county_code and h.subject = s.id) as had_one
                from subject s
                left join lateral (
                    select a.id from assignment a where a.county_code = s.county_code and a.subject = s.id and a.until is null limit 1
                ) a on true
                where %s and s.grade = any (:grades) and s.status in ('ACTIVE', 'SEASONAL') and a.id is null
                order by s.region, s.kind, s.id
                """.formatted(place.over("s", "id")))
            .params(place.params()).param("grades", names(grades)).query(OpenRow.class).list();
    }

    /** Officials in post of these places and levels, and the leads of the places given. */
    List<OfficialRow> officials(String low, String high, Collection<String> levels) {
        return jdbc.sql("""
                select o.id, o.county_code, o.region, o.level, o.name, o.post, o.field, o.lead, o.linked_county
                from official o
                where o.region >= :low and o.region < :high and o.state = 'IN_POST' and o.level = any (:levels)
                order by o.region, o.id
                """)
            .param("low", low).param("high", high).param("levels", levels.toArray(String[]::new))
            .query(OfficialRow.class).list();
    }

    /** Lead officials (总包保) of a county and of the city above it, the nearest place first. */
    List<OfficialRow> leads(String county) {
        return jdbc.sql("""
                select o.id, o.county_code, o.region, o.level, o.name, o.post, o.field, o.lead, o.linked_county
                from official o
                where o.lead and o.state = 'IN_POST'
                  and ((o.region >= :low and o.region < :high) or o.region = :city)
                order by case o.level when 'TOWNSHIP' then 1 when 'COUNTY' then 2 else 3 end, o.region, o.id
                """)
            .param("low", county + "000000").param("high", county + "999999").param("city", county.substring(0, 4) + "00000000")
            .query(OfficialRow.class).list();
    }

    /** Declared stakes in subjects of a county or, by four digits, of a city. */
    Set<Matching.Stake> stakes(String prefix) {
        return new HashSet<>(jdbc.sql("""
                select k.subject, k.official from official_stake k where k.county_code like :prefix || '%'
                """).param("prefix", prefix).query(Matching.Stake.class).list());
    }

    /** Relations in force of a place that are neither pinned nor acting. */
    List<HeldRow> held(Scope place, Collection<Grade> grades) {
        return jdbc.sql("""
                select a.id as relation, a.official, s.id, s.region, s.kind, s.family, s.grade, coalesce(case when s.status = 'SEASONAL' then s.season end, '') as season
                from assignment a join subject s on s.county_code = a.county_code and s.id = a.subject
                where %s and a.until is null and not a.pinned and not a.acting and a.grade = any (:grades)
                """.formatted(place.over("a")))
            .params(place.params()).param("grades", names(grades)).query(HeldRow.class).list();
    }

    /** The loads of a county or city, read once for all its officials. */
    List<Load> loads(String pool, Scope place, Collection<Grade> grades) {
        return jdbc.sql("""
                select a.official, cast(count(*) filter (where not a.acting) as int) as all,
                       count(*) filter (where %s and a.grade = any (:grades)) as here
                from assignment a where a.county_code between :first and :last and a.until is null group by a.official
                """.formatted(place.over("a")))
            .params(place.params()).param("grades", names(grades)).param("first", pool.substring(0, 6))
            .param("last", pool.substring(0, 6).replaceAll("00$", "99")).query(Load.class).list();
    }

    /** Replaces what was found of the subjects that nobody could be put behind. */
    void gaps(Scope place, Collection<Grade> grades, List<Lacking> found, LocalDate today) {
        var subjects = found.stream().map(Lacking::subject).toArray(UUID[]::new);
        jdbc.sql("""
                delete from coverage_gap g using subject s
                where s.county_code = g.county_code and s.id = g.subject and %s
                  and (s.grade is null or s.grade = any (:grades))
                  and not exists (select from unnest(cast(:subjects as uuid[])) as f (subject) where f.subject = g.subject)
                """.formatted(place.over("s", "id")))
            .params(place.params()).param("grades", names(grades)).param("subjects", subjects).update();
        if (found.isEmpty()) return;
        jdbc.sql("""
                insert into coverage_gap (county_code, subject, why, since)
                select county_code, subject, why, :today
                from unnest(cast(:counties as text[]), cast(:subjects as uuid[]), cast(:whys as text[])) as g (county_code, subject, why)
                on conflict (county_code, subject) do update set why = excluded.why
                """)
            .param("counties", found.stream().map(Lacking::county).toArray(String[]::new)).param("subjects", subjects)
            .param("whys", found.stream().map(Lacking::why).toArray(String[]::new)).param("today", today).update();
    }

    private static String[] names(Collection<Grade> grades) {
        return grades.stream().map(Grade::name).toArray(String[]::new);
    }
}
