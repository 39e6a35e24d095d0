package io.liangze.assignment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.shared.Copy;
import io.liangze.shared.Cursor;
import io.liangze.shared.Grade;
import io.liangze.shared.Scope;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The relations: reading lists of them, adding many, ending those that are no longer valid. */
@Repository
class AssignmentTable {

    /** A relation as it is stored, with the names for showing it. */
    record Row(UUID id, String countyCode, String region, UUID subject, String subjectName, Grade grade, UUID official,
               String officialName, String officialPost, boolean acting, boolean pinned, String rule, String why,
               LocalDate since, @Nullable LocalDate until, @Nullable String endedWhy) {
        Cursor cursor() {
            return new Cursor(region, id);
        }
    }

    /** The key under which a relation counts as covered. */
    record Covered(UUID subject, String region, String family, Grade grade, String season) {}

    /** A relation to be added. */
    record New(UUID subject, String region, Grade grade, String family, String season, UUID official, String officialCounty,
               String officialName, String officialPost, boolean acting, boolean pinned, String rule, String why) {}

    private static final String COLUMNS = """
        a.id, a.county_code, a.region, a.subject, coalesce(s.name, '—') as subject_name, a.grade, a.official, a.official_name,
        a.official_post, a.acting, a.pinned, a.rule, a.why, a.since, a.until, a.ended_why""";

    /** SQL: leading digits that name a lead official's place. */
    static final String DIGITS_OF_LEAD = "case o.level when 'CITY' then 4 when 'COUNTY' then 6 else 9 end";

    private final JdbcClient jdbc;
    private final Copy copy;

    AssignmentTable(JdbcClient jdbc, Copy copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    /** By place, then id. */
    List<Row> list(Scope part, AssignmentFilter filter, @Nullable Cursor after, int limit) {
        return jdbc.sql("""
                select %s
                from assignment a left join subject s on s.county_code = a.county_code and s.id = a.subject
                where %s and %s and %s
                order by a.region, a.id limit :limit
                """.formatted(COLUMNS, part.over("a"), conditions(), Cursor.behind(after, "a")))
            .params(part.params()).params(values(filter)).params(Cursor.params(after))
            .param("limit", limit)
            .query(Row.class).list();
    }

    long count(Scope scope, AssignmentFilter filter) {
        return jdbc.sql("select count(*) from assignment a where %s and %s".formatted(scope.over("a"), conditions()))
            .params(scope.params()).params(values(filter)).query(Long.class).single();
    }

    private static String conditions() {
        return """
            (:history or a.until is null)
              and (cardinality(cast(:subject as uuid[])) = 0 or a.subject = any (:subject))
              and (cardinality(cast(:official as uuid[])) = 0 or a.official = any (:official))
              and (cast(:acting as boolean) is null or a.acting = :acting)
              and (cast(:pinned as boolean) is null or a.pinned = :pinned)""";
    }

    private static Map<String, @Nullable Object> values(AssignmentFilter filter) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("history", filter.withHistory());
        values.put("subject", filter.subject().toArray(UUID[]::new));
        values.put("official", filter.official().toArray(UUID[]::new));
        values.put("acting", filter.acting());
        values.put("pinned", filter.pinned());
        return values;
    }

    /** Who answers for a subject now. */
    Optional<Row> inForce(String county, UUID subject) {
        return jdbc.sql("""
                select %s
                from assignment a left join subject s on s.county_code = a.county_code and s.id = a.subject
                where a.county_code = :county and a.subject = :subject and a.until is null
                """.formatted(COLUMNS)).param("county", county).param("subject", subject).query(Row.class).optional();
    }

    /** One matching at a time in this county or city, to the end of the transaction. Nobody takes a second one: no deadlocks. */
    void lock(String place) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('matching'), hashtext(:place))").param("place", place).query((_, _) -> 0).single();
    }

    /** Adds many; {@code since} is their first day. */
    void insert(Collection<New> relations, @Nullable UUID run, LocalDate since) {
        copy.into("""
            assignment (county_code, id, region, subject, grade, family, season, official, official_county, official_name,
                        official_post, acting, pinned, rule, why, run, since)""",
            rows -> relations.forEach(r -> rows.add(r.region().substring(0, 6), UuidCreator.getTimeOrderedEpoch(), r.region(),
                r.subject(), r.grade(), r.family(), r.season(), r.official(), r.officialCounty(), r.officialName(),
                r.officialPost(), r.acting(), r.pinned(), r.rule(), r.why(), run, since)));
    }

    /** Ends given relations of a county. */
    List<Covered> end(String county, Collection<UUID> relations, String why, LocalDate dayBefore) {
        return jdbc.sql("""
                update assignment a set until = greatest(a.since, :dayBefore), ended_why = :why
                where a.county_code = :county and a.id = any (:relations) and a.until is null
                returning a.subject, a.region, a.family, a.grade, a.season
                """)
            .param("county", county).param("relations", relations.toArray(UUID[]::new)).param("why", why)
            .param("dayBefore", dayBefore).query(Covered.class).list();
    }

    /** A relation in force that must end. */
    record Invalid(UUID id, String why) {}

    /**
     * Relations of a county that are no longer valid: subject not active, official left or moved, grade or place
     * changed, acting though the post is filled, a stake declared. Who answers is of the county or of a place above it,
     * so no others are read.
     *
     * @param subjects only these; null = all
     */
    private List<Invalid> invalid(String county, @Nullable Collection<UUID> subjects, MatchingRules.Content rules) {
        return jdbc.sql("""
                select a.id,
                       case when s.id is null or s.grade is null or s.status not in ('ACTIVE', 'SEASONAL') then 'SUBJECT'
                            when o.state is distinct from 'IN_POST' then 'LEFT'
                            when a.grade <> s.grade then 'GRADE'
                            when k.official is not null then 'STAKE'
                            when a.acting then 'FILLED'
                            else 'MOVED' end as why
                from assignment a
                left join subject s on s.county_code = a.county_code and s.id = a.subject
                left join official o on o.county_code = any (cast(:above as char(6)[])) and o.county_code = a.official_county and o.id = a.official
                left join official_stake k on k.county_code = a.county_code and k.subject = a.subject and k.official = a.official
                where a.county_code = :county and a.until is null
                  and (:all or a.subject = any (cast(:subjects as uuid[])))
                  and (s.id is null or s.grade is null or s.status not in ('ACTIVE', 'SEASONAL')
                       or o.state is distinct from 'IN_POST' or a.grade <> s.grade or k.official is not null
                       or not case when a.acting
                                   then o.lead and left(s.region, %3$s) = left(o.region, %3$s)
                                        and (a.rule <> 'M11' or not exists (
                                            select from official p
                                            where p.county_code = any (cast(:above as char(6)[])) and p.state = 'IN_POST' and p.region = %1$s and p.level = %2$s))
                                   else o.region = %1$s and o.level = %2$s end)
                """.formatted(poolOf("s", rules), levelOf("s", rules), DIGITS_OF_LEAD))
            .param("county", county).param("above", new String[] {county, county.substring(0, 4) + "00", county.substring(0, 2) + "0000"})
            .param("all", subjects == null).param("subjects", subjects == null ? null : subjects.toArray(UUID[]::new))
            .query(Invalid.class).list();
    }

    /**
     * Ends those. Found first, then ended by their keys: in one statement the server joins the table with itself, and
     * after many new relations it does not know how large that is.
     */
    List<Covered> endInvalid(String county, @Nullable Collection<UUID> subjects, MatchingRules.Content rules, LocalDate dayBefore) {
        var byReason = invalid(county, subjects, rules).stream()
            .collect(Collectors.groupingBy(Invalid::why, Collectors.mapping(Invalid::id, Collectors.toList())));
        return byReason.entrySet().stream().flatMap(e -> end(county, e.getValue(), e.getKey(), dayBefore).stream()).toList();
    }

    /** What relations in force count under, before and after their subjects changed. */
    record Rekeyed(String region, String family, String season, Grade grade, String newRegion, String newFamily, String newSeason) {}

    /** Relations that stay valid follow the place, family and season of their subjects. */
    List<Rekeyed> follow(String county, @Nullable Collection<UUID> subjects) {
        return jdbc.sql("""
                update assignment a set region = w.new_region, family = w.new_family, season = w.new_season
                from (
                    select a.id, a.region, a.family, a.season, s.region as new_region, s.family as new_family,
                           coalesce(case when s.status = 'SEASONAL' then s.season end, '') as new_season
                    from assignment a join subject s on s.county_code = a.county_code and s.id = a.subject
                    where a.county_code = :county and a.until is null
                      and (:all or a.subject = any (cast(:subjects as uuid[])))
                      and (a.region, a.family, a.season) is distinct from
                          (s.region, s.family, coalesce(case when s.status = 'SEASONAL' then s.season end, ''))
                ) w
                where a.county_code = :county and a.id = w.id
                returning w.region, w.family, w.season, a.grade, w.new_region, w.new_family, w.new_season
                """)
            .param("county", county).param("all", subjects == null)
            .param("subjects", subjects == null ? null : subjects.toArray(UUID[]::new))
            .query(Rekeyed.class).list();
    }

    /** SQL: the place whose officials answer for a subject; of the type of all places, else no index is asked. */
    static String poolOf(String s, MatchingRules.Content rules) {
        return "cast(rpad(left(%s.region, %s), 12, '0') as char(12))".formatted(s, byGrade(s, rules, grade -> Integer.toString(rules.digits(grade))));
    }

    private static String levelOf(String s, MatchingRules.Content rules) {
        return byGrade(s, rules, grade -> "'" + rules.level(grade) + "'");
    }

    private static String byGrade(String s, MatchingRules.Content rules, Function<Grade, String> value) {
        var cases = new StringBuilder("case %s.grade".formatted(s));
        for (var grade : rules.levels().keySet()) cases.append(" when '").append(grade).append("' then ").append(value.apply(grade));
        return cases.append(" end").toString();
    }
}
