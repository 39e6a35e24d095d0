package io.liangze.tally;

import io.liangze.shared.Family;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TallyTable {

    /** Held by whoever folds, and together by those who rebuild, to the end of their transactions. */
    private static final long FOLDER = 0x7A11;

    private final JdbcClient jdbc;

    TallyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One statement however many there are; a stock is written for now and for the month that it changed in. */
    void add(Collection<Delta> deltas) {
        var rows = deltas.stream().filter(d -> d.n() != 0).flatMap(d -> d.measure().isStock()
            ? Stream.of(Row.of(d, Tally.NOW), Row.of(d, d.month().toString()))
            : Stream.of(Row.of(d, d.month().toString()))).toList();
        if (rows.isEmpty()) return;
        jdbc.sql("""
                insert into tally_delta (county_code, place, period, family, grade, measure, mark, n)
                select left(place, 6), place, period, family, grade, measure, mark, n
                from unnest(cast(:places as text[]), cast(:periods as text[]), cast(:families as text[]), cast(:grades as text[]),
                            cast(:measures as text[]), cast(:marks as text[]), cast(:ns as bigint[]))
                     as r (place, period, family, grade, measure, mark, n)
                """)
            .param("places", rows.stream().map(Row::place).toArray(String[]::new))
            .param("periods", rows.stream().map(Row::period).toArray(String[]::new))
            .param("families", rows.stream().map(Row::family).toArray(String[]::new))
            .param("grades", rows.stream().map(Row::grade).toArray(String[]::new))
            .param("measures", rows.stream().map(Row::measure).toArray(String[]::new))
            .param("marks", rows.stream().map(Row::mark).toArray(String[]::new))
            .param("ns", rows.stream().map(Row::n).toArray(Long[]::new))
            .update();
    }

    private record Row(String place, String period, String family, String grade, String measure, String mark, long n) {
        static Row of(Delta d, String period) {
            return new Row(d.place(), period, d.family().name(), d.grade() == null ? "-" : d.grade().name(),
                d.measure().name(), d.mark(), d.n());
        }
    }

    void addFrom(String select, Map<String, ?> params) {
        jdbc.sql("insert into tally_delta (county_code, place, period, family, grade, measure, mark, n) " + select)
            .params(params).update();
    }

    /** Totals and what is not folded yet of a month, in one statement: so nothing is missed or read twice. */
    List<Kept> read(Cells cells, Collection<String> months, @Nullable Family family, LocalDate today) {
        return jdbc.sql("""
                with asked as (
                    select cell, cast(part as char(12)) as place, cast(left(part, 6) as char(6)) as county_code, part as low,
                           lpad(cast(cast(part as bigint) + case when part like '%000000' then 1000000 when part like '%000' then 1000 else 1 end as text), 12, '0') as high
                    from unnest(cast(:cells as int[]), cast(:parts as text[])) as a (cell, part)
                ), counted as (
                    select a.cell, t.period, t.grade, t.measure, t.mark, t.n
                    from asked a join tally_total t on t.county_code = a.county_code and t.place = a.place
                    where t.family = :family and t.period = any (cast(:months as text[]))
                    union all
                    select a.cell, d.period, d.grade, d.measure, d.mark, d.n
                    from asked a join tally_delta d on d.county_code = a.county_code and d.place >= a.low and d.place < a.high
                    where (:family = '*' or d.family = :family) and d.period = any (cast(:months as text[]))
                ), turned as (
                    select cell, period, grade, measure, n,
                           case when measure = any (cast(:turning as text[])) then case when mark < :today then :past else '' end else mark end as mark
                    from counted
                )
                select cell, period, nullif(grade, '-') as grade, measure, mark, cast(sum(n) as bigint) as n
                from turned group by cell, period, grade, measure, mark having sum(n) <> 0
                """)
            .param("cells", cells.numbers()).param("parts", cells.places())
            .param("months", months.toArray(String[]::new))
            .param("family", family == null ? "*" : family.name())
            .param("turning", names(Stream.of(Measure.values()).filter(Measure::turns)))
            .param("today", today.toString()).param("past", Count.PAST)
            .query(Kept.class).list();
    }

    /** In one statement: in two it would lose what comes in between. */
    int fold() {
        if (!jdbc.sql("select pg_try_advisory_xact_lock(:folder)").param("folder", FOLDER).query(Boolean.class).single()) return -1;
        return jdbc.sql("""
                with folded as (
                    delete from tally_delta returning county_code, place, period, family, grade, measure, mark, n
                ), summed as (
                    select county_code, place, period, family, grade, measure, mark, sum(n) as n
                    from folded group by county_code, place, period, family, grade, measure, mark
                ), spread as (%s),
                written as (
                    insert into tally_total (county_code, place, period, family, grade, measure, mark, n)
                    select county_code, place, period, family, grade, measure, mark, sum(n)
                    from spread group by county_code, place, period, family, grade, measure, mark having sum(n) <> 0
                    on conflict (county_code, place, family, period, measure, grade, mark) do update set n = tally_total.n + excluded.n
                )
                select count(*) from folded
                """.formatted(spread("summed"))).param("stars", new String[] {"*"}).query(Integer.class).single();
    }

    /** A lowest place's counts at itself and its ancestors up to the county, by family and over all families. */
    private static String spread(String source) {
        return """
            select s.county_code, cast(p.place as char(12)) as place, s.period, f.family, s.grade, s.measure, s.mark, s.n
            from %s s
            cross join lateral (select s.place as place
                union all select left(s.place, 9) || '000' where right(s.place, 3) <> '000'
                union all select left(s.place, 6) || '000000' where right(s.place, 6) <> '000000') p
            cross join lateral (select s.family as family union all select unnest(cast(:stars as text[]))) f
            """.formatted(source);
    }

    /** Nobody folds meanwhile, and nobody else rebuilds this county. */
    void lock(String county) {
        jdbc.sql("select pg_advisory_xact_lock_shared(:folder), pg_advisory_xact_lock(hashtext('tally'), hashtext(:county))")
            .param("folder", FOLDER).param("county", county).query((row, _) -> 0).single();
    }

    List<Difference> differences(Counted counted, String county) {
        return jdbc.sql("""
                with facts as (select cast(:county as char(6)) as county_code, f.* from (%s) f),
                spread as (%s),
                truth as (
                    select place, period, family, grade, measure, mark, sum(n) as n from spread
                    group by place, period, family, grade, measure, mark
                ), late as (
                    select county_code, place, period, family, grade, measure, mark, n from tally_delta where county_code = :county
                ), lateSpread as (%s),
                kept as (
                    select place, period, family, grade, measure, mark, sum(n) as n from (
                        select place, period, family, grade, measure, mark, n from tally_total where county_code = :county
                        union all select place, period, family, grade, measure, mark, n from lateSpread) k
                    where measure = any (cast(:measures as text[])) and (period = 'NOW' or not measure = any (cast(:stocks as text[])))
                    group by place, period, family, grade, measure, mark
                )
                select place, period, family, grade, measure, mark, coalesce(kept.n, 0) as kept, coalesce(truth.n, 0) as facts
                from kept full join truth using (place, period, family, grade, measure, mark)
                where coalesce(kept.n, 0) <> coalesce(truth.n, 0)
                order by place, period, measure limit 100
                """.formatted(counted.facts(), spread("facts"), spread("late")))
            .param("county", county)
            .param("stars", new String[] {"*"})
            .param("measures", names(counted.measures().stream()))
            .param("stocks", names(counted.measures().stream().filter(Measure::isStock)))
            .query(Difference.class).list();
    }

    void rebuild(Counted counted, String county) {
        var measures = names(counted.measures().stream());
        for (var table : List.of("tally_total", "tally_delta"))
            jdbc.sql("delete from %s where county_code = :county and measure = any (cast(:measures as text[]))".formatted(table))
                .param("county", county).param("measures", measures).update();
        jdbc.sql("""
                with facts as (select cast(:county as char(6)) as county_code, f.* from (%s) f),
                spread as (%s)
                insert into tally_total (county_code, place, period, family, grade, measure, mark, n)
                select county_code, place, period, family, grade, measure, mark, sum(n)
                from spread group by county_code, place, period, family, grade, measure, mark
                order by county_code, place, family, period, measure, grade, mark
                """.formatted(counted.facts(), spread("facts")))
            .param("county", county).param("stars", new String[] {"*"}).update();
    }

    private static String[] names(Stream<Measure> measures) {
        return measures.map(Measure::name).toArray(String[]::new);
    }
}
