package io.liangze.problem;

import io.liangze.shared.Cursor;
import io.liangze.shared.Scope;
import io.liangze.shared.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProblemTable {

    /** Open and past the day on which the system escalates it. */
    private static final String LATE = """
        p.state = 'OPEN' and p.due <= :latest and p.due <= case p.severity
            when 'CRITICAL' then cast(:critical as date) when 'SERIOUS' then cast(:serious as date) else cast(:general as date) end""";

    private final JdbcClient jdbc;
    private final ProblemRow row;

    ProblemTable(JdbcClient jdbc, ProblemRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    Optional<Problem> find(Scope scope, UUID id) {
        return jdbc.sql("select %s from problem p where p.id = :id and %s".formatted(ProblemRow.COLUMNS, scope.over("p")))
            .params(scope.params()).param("id", id).query(row).optional();
    }

    /** The same row, held until the end of the transaction. */
    Problem lock(Problem problem) {
        return jdbc.sql("select %s from problem p where p.county_code = :county and p.id = :id for update".formatted(ProblemRow.COLUMNS))
            .param("county", problem.county()).param("id", problem.id()).query(row).single();
    }

    /** By place, then id. */
    List<Problem> list(Scope part, ProblemConditions conditions, @Nullable Cursor after, int limit) {
        return jdbc.sql("""
                select %s from problem p
                where %s and %s and %s
                order by p.region, p.id limit :limit
                """.formatted(ProblemRow.COLUMNS, part.over("p"), conditions.sql(), Cursor.behind(after, "p")))
            .params(part.params()).params(conditions.params()).params(Cursor.params(after))
            .param("limit", limit)
            .query(row).list();
    }

    long count(Scope scope, ProblemConditions conditions) {
        return jdbc.sql("select count(*) from problem p where %s and %s".formatted(scope.over("p"), conditions.sql()))
            .params(scope.params()).params(conditions.params()).query(Long.class).single();
    }

    List<Problem> ofVisit(Scope scope, String county, UUID visit) {
        return jdbc.sql("""
                select %s from problem p where p.county_code = :county and p.visit = :visit and %s order by p.id
                """.formatted(ProblemRow.COLUMNS, scope.over("p")))
            .params(scope.params()).param("county", county).param("visit", visit).query(row).list();
    }

    /** Of one subject, newest first. */
    List<Problem> ofSubject(Scope scope, String county, UUID subject, int limit) {
        return jdbc.sql("""
                select %s from problem p where p.county_code = :county and p.subject = :subject and %s
                order by p.id desc limit :limit
                """.formatted(ProblemRow.COLUMNS, scope.over("p")))
            .params(scope.params()).param("county", county).param("subject", subject).param("limit", limit)
            .query(row).list();
    }

    List<Problem> unsettledOf(Scope scope, String county, UUID subject) {
        return jdbc.sql("""
                select %s from problem p
                where p.county_code = :county and p.subject = :subject and p.state in ('OPEN', 'RECTIFIED', 'ESCALATED') and %s
                order by p.due, p.id
                """.formatted(ProblemRow.COLUMNS, scope.over("p")))
            .params(scope.params()).param("county", county).param("subject", subject).query(row).list();
    }

    /** What was closed last of each of these items at the subject, on {@code since} or later. */
    Map<String, UUID> closed(String county, UUID subject, Collection<String> items, LocalDate since) {
        var found = new HashMap<String, UUID>();
        if (items.isEmpty()) return found;
        jdbc.sql("""
                select distinct on (p.item) p.item, p.id from problem p
                where p.county_code = :county and p.subject = :subject and p.state = 'CLOSED'
                  and p.item = any (:items) and p.closed_on >= :since
                order by p.item, p.closed_at desc, p.id desc
                """)
            .param("county", county).param("subject", subject).param("items", items.toArray(String[]::new)).param("since", since)
            .query((closed, _) -> found.put(closed.getString("item"), closed.getObject("id", UUID.class))).list();
        return found;
    }

    /** All in one statement. @return false if one of the ids is taken; nothing is written then */
    boolean insert(Collection<Problem> problems) {
        int written = jdbc.sql("""
                insert into problem (county_code, id, region, subject, subject_name, kind, family, grade, source, item, severity,
                    text, state, opened_on, opened_at, opened_by, due, owner, official, official_name, visit, repeat_of,
                    rectified_by, rectified_as, closed_at, closed_on)
                select left(r.region, 6)::char(6), r.id, r.region, r.subject, r.subject_name, r.kind, r.family, r.grade, r.source,
                    r.item, r.severity, r.text, r.state, r.opened_on, r.opened_at, r.opened_by, r.due, r.owner, r.official,
                    r.official_name, r.visit, r.repeat_of, r.rectified_by, r.rectified_as, r.closed_at, r.closed_on
                from unnest(cast(:ids as uuid[]), cast(:regions as char(12)[]), cast(:subjects as uuid[]), cast(:names as text[]),
                        cast(:kinds as text[]), cast(:families as text[]), cast(:grades as text[]), cast(:sources as text[]),
                        cast(:items as text[]), cast(:severities as text[]), cast(:texts as text[]), cast(:states as text[]),
                        cast(:openedOn as date[]), cast(:openedAt as timestamptz[]), cast(:openedBy as uuid[]), cast(:dues as date[]),
                        cast(:owners as text[]), cast(:officials as uuid[]), cast(:officialNames as text[]), cast(:visits as uuid[]),
                        cast(:repeats as uuid[]), cast(:rectifiedBy as uuid[]), cast(:rectifiedAs as text[]),
                        cast(:closedAt as timestamptz[]), cast(:closedOn as date[]))
                     as r (id, region, subject, subject_name, kind, family, grade, source, item, severity, text, state, opened_on,
                        opened_at, opened_by, due, owner, official, official_name, visit, repeat_of, rectified_by, rectified_as,
                        closed_at, closed_on)
                on conflict do nothing
                """)
            .params(new ProblemColumns(problems).all()).update();
        return written == problems.size();
    }

    /** Moves a problem on. @return false if somebody was first */
    boolean move(Problem before, Progress to) {
        return jdbc.sql("""
                update problem set state = :state, due = :due, returns = :returns, extended = :extended, escalated = :escalated,
                    rectified_by = :rectifiedBy, rectified_as = :rectifiedAs, referred_to = :referredTo,
                    signed_for_at = :signedForAt, result = :result, result_number = :resultNumber,
                    closed_at = :closedAt, closed_on = :closedOn, twin = :twin
                where county_code = :county and id = :id and state = :from
                """)
            .param("county", before.county()).param("id", before.id()).param("from", before.state().name())
            .param("state", to.state().name()).param("due", to.due()).param("returns", to.returns())
            .param("extended", to.extended()).param("escalated", to.escalated())
            .param("rectifiedBy", to.rectifiedBy()).param("rectifiedAs", name(to.rectifiedAs()))
            .param("referredTo", to.referredTo()).param("signedForAt", utc(to.signedForAt()))
            .param("result", name(to.result())).param("resultNumber", to.resultNumber())
            .param("closedAt", utc(to.closedAt())).param("closedOn", to.closedOn()).param("twin", to.twin())
            .update() == 1;
    }

    /** Counties with {@linkplain #lockLate late} problems. */
    List<String> countiesWithLate(Map<Severity, LocalDate> dueBy) {
        return jdbc.sql("select distinct p.county_code from problem p where " + LATE + " order by 1")
            .params(late(dueBy)).query(String.class).list();
    }

    /** Open problems of a county that nobody put right long after their deadline, held until the end of the transaction. */
    List<Problem> lockLate(String county, Map<Severity, LocalDate> dueBy, int limit) {
        return jdbc.sql("select %s from problem p where p.county_code = :county and %s order by p.id limit :limit for update"
                .formatted(ProblemRow.COLUMNS, LATE))
            .params(late(dueBy)).param("county", county).param("limit", limit).query(row).list();
    }

    private static Map<String, Object> late(Map<Severity, LocalDate> dueBy) {
        return Map.of("critical", dueBy.get(Severity.CRITICAL), "serious", dueBy.get(Severity.SERIOUS),
            "general", dueBy.get(Severity.GENERAL), "latest", dueBy.values().stream().max(LocalDate::compareTo).orElseThrow());
    }

    /** Escalates those of a county that are open, by one statement. */
    void escalate(String county, Collection<Problem> problems) {
        jdbc.sql("""
                update problem set state = 'ESCALATED', escalated = true
                where county_code = :county and id = any (:ids) and state = 'OPEN'
                """)
            .param("county", county).param("ids", problems.stream().map(Problem::id).toArray(UUID[]::new)).update();
    }

    /** Problems of subjects of a county that are not at their end, held until the end of the transaction. */
    List<Problem> lockLiving(String county, Collection<UUID> subjects) {
        return jdbc.sql("""
                select %s from problem p
                where p.county_code = :county and p.subject = any (:subjects)
                  and p.state in ('OPEN', 'RECTIFIED', 'ESCALATED', 'REFERRED')
                order by p.id for update
                """.formatted(ProblemRow.COLUMNS))
            .param("county", county).param("subjects", subjects.toArray(UUID[]::new)).query(row).list();
    }

    /** Writes what problems of a county were told of their subjects. */
    void tell(String county, Collection<Problem> problems) {
        jdbc.sql("""
                update problem p set region = r.region, subject_name = r.subject_name, kind = r.kind, family = r.family,
                    grade = r.grade, owner = r.owner, official = r.official, official_name = r.official_name
                from unnest(cast(:ids as uuid[]), cast(:regions as char(12)[]), cast(:names as text[]), cast(:kinds as text[]),
                        cast(:families as text[]), cast(:grades as text[]), cast(:owners as text[]), cast(:officials as uuid[]),
                        cast(:officialNames as text[]))
                     as r (id, region, subject_name, kind, family, grade, owner, official, official_name)
                where p.county_code = :county and p.id = r.id
                """)
            .params(new ProblemColumns(problems).told()).param("county", county).update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
