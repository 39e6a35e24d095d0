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

    /** An official in post, with how many he answers for now. */
    record OfficialRow(UUID id, String countyCode, String region, String level, String name, String post, @Nullable String field,
                       boolean lead, @Nullable String linkedCounty, int load) {}

    /** A relation that a rebalance may move, with the subject's key. */
    record HeldRow(UUID official, UUID id, String region, Kind kind, Family family, Grade grade, String season) {}

    /** A subject that nobody could be put behind. @param why NO_OFFICIAL or STAKE */
    record Lacking(UUID subject, String county, String why) {}

    private final JdbcClient jdbc;

    PoolTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open subjects of these grades, in the order of places. */
    List<OpenRow> open(Scope place, Collection<Grade> grades) {
        return jdbc.sql("""
                select s.id, s.region, s.kind, s.family, s.grade, coalesce(case when s.status = 'SEASONAL' then s.season end, '') as season,
                       exists (select from assignment h where h.county_code = s.county_code and h.subject = s.id) as had_one
                from subject s
                left join assignment a on a.county_code = s.county_code and a.subject = s.id and a.until is null
                where %s and s.grade = any (:grades) and s.status in ('ACTIVE', 'SEASONAL') and a.id is null
                order by s.region, s.kind, s.id
                """.formatted(place.over("s", "id")))
            .params(place.params()).param("grades", names(grades)).query(OpenRow.class).list();
    }

    /** Officials in post of these places and levels, and the leads of the places given. */
    List<OfficialRow> officials(String low, String high, Collection<String> levels) {
        return jdbc.sql("""
                select o.id, o.county_code, o.region, o.level, o.name, o.post, o.field, o.lead, o.linked_county,
                       (select count(*) from assignment a where a.official = o.id and a.until is null and not a.acting) as load
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
                select o.id, o.county_code, o.region, o.level, o.name, o.post, o.field, o.lead, o.linked_county, 0 as load
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
                select a.official, s.id, s.region, s.kind, s.family, s.grade, coalesce(case when s.status = 'SEASONAL' then s.season end, '') as season
                from assignment a join subject s on s.county_code = a.county_code and s.id = a.subject
                where %s and a.until is null and not a.pinned and not a.acting and a.grade = any (:grades)
                """.formatted(place.over("a")))
            .params(place.params()).param("grades", names(grades)).query(HeldRow.class).list();
    }

    /** How many relations are in force. */
    long inForce(Scope place, Collection<Grade> grades) {
        return jdbc.sql("select count(*) from assignment a where %s and a.until is null and a.grade = any (:grades)".formatted(place.over("a")))
            .params(place.params()).param("grades", names(grades)).query(Long.class).single();
    }

    /** Replaces what was found of the subjects that nobody could be put behind. */
    void gaps(Scope place, Collection<Grade> grades, List<Lacking> found, LocalDate today) {
        var subjects = found.stream().map(Lacking::subject).toArray(UUID[]::new);
        jdbc.sql("""
                delete from coverage_gap g using subject s
                where s.county_code = g.county_code and s.id = g.subject and %s
                  and (s.grade is null or s.grade = any (:grades)) and not g.subject = any (:subjects)
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
