package io.liangze.subject;

import io.liangze.shared.Cursor;
import io.liangze.shared.Scope;
import io.liangze.shared.Walk;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads subjects. {@link SubjectWriter} writes them. */
@Repository
class SubjectTable {

    private final JdbcClient jdbc;
    private final SubjectRow row;
    private final SubjectSearch search;

    SubjectTable(JdbcClient jdbc, SubjectRow row, SubjectSearch search) {
        this.jdbc = jdbc;
        this.row = row;
        this.search = search;
    }

    Optional<Subject> find(Scope scope, UUID id) {
        return jdbc.sql("select %s from %s where s.id = :id and %s".formatted(SubjectRow.COLUMNS, SubjectRow.FROM, scope.over("s", "id")))
            .params(scope.params()).param("id", id).query(row).optional();
    }

    /** Held until the end of the transaction. */
    Optional<Subject> lock(Scope scope, UUID id) {
        return find(scope, id).flatMap(found -> jdbc.sql("""
                select %s from %s where s.county_code = :county and s.id = :id for update of s
                """.formatted(SubjectRow.COLUMNS, SubjectRow.FROM))
            .param("county", found.county()).param("id", id).query(row).optional());
    }

    /** Where a subject lies in the table. */
    record Ref(String county, UUID id) {}

    /** Those that are there, in no order. */
    List<Subject> all(Collection<Ref> refs) {
        if (refs.isEmpty()) return List.of();
        return jdbc.sql("""
                select %s from unnest(cast(:counties as text[]), cast(:ids as uuid[])) as k (county, id)
                join subject s on s.county_code = cast(k.county as char(6)) and s.id = k.id
                left join responsible o on o.county_code = s.county_code and o.subject = s.id
                """.formatted(SubjectRow.COLUMNS))
            .param("counties", refs.stream().map(Ref::county).toArray(String[]::new))
            .param("ids", refs.stream().map(Ref::id).toArray(UUID[]::new)).query(row).list();
    }

    /** By place, then id. Keyset: page 5,000 costs what page 1 costs. */
    List<Subject> list(Scope part, SubjectFilter filter, @Nullable Cursor after, int limit) {
        var where = search.where(filter);
        return jdbc.sql("""
                select %s from %s %s
                where %s %s and %s
                order by s.region, s.id limit :limit
                """.formatted(SubjectRow.COLUMNS, SubjectRow.FROM, where.join(), part.over("s", "id"), where.and(), Cursor.behind(after, "s")))
            .params(part.params()).params(where.params()).params(Cursor.params(after)).param("limit", limit)
            .query(row).list();
    }

    long count(Scope scope, SubjectFilter filter) {
        var where = search.where(filter);
        return jdbc.sql("select count(*) from subject s %s where %s %s".formatted(where.join(), scope.over("s", "id"), where.and()))
            .params(scope.params()).params(where.params()).query(Long.class).single();
    }

    /** Walks over all of a scope in pages of {@code size}, by place. */
    void walk(Scope scope, SubjectFilter filter, int size, Consumer<List<Subject>> pages) {
        for (var part : scope.parts())
            Walk.over(size, after -> list(part, filter, after, size), subject -> new Cursor(subject.particulars().region(), subject.id()), pages);
    }

    /** Of head offices whose stores are counted: all that there are, few. */
    List<Subject> headOffices(Collection<String> codes) {
        return jdbc.sql("""
                select %s from %s
                where s.credit_code = any(:codes) and s.stores is null and (s.chain_role = 'HQ' or s.kind in ('S4', 'C3'))
                  and s.status in ('ACTIVE', 'SEASONAL')
                """.formatted(SubjectRow.COLUMNS, SubjectRow.FROM)).param("codes", codes.toArray(String[]::new)).query(row).list();
    }

    /** A subject and where it is. */
    record Located(Ref ref, Around.Point at) {}

    /** Those of a county whom a campus would draw, and that are not known as such. */
    List<Located> unmarked(String county) {
        return jdbc.sql("""
                select s.id, s.longitude, s.latitude from subject s
                where s.county_code = :county and s.kind in (:kinds) and s.longitude is not null and s.latitude is not null
                  and not 'CAMPUS_AREA' = any(s.flags) and s.status in ('ACTIVE', 'SEASONAL')
                """)
            .param("county", county).param("kinds", Around.NEAR_CAMPUS.stream().map(Enum::name).toList())
            .query((row, _) -> new Located(new Ref(county, row.getObject("id", UUID.class)),
                new Around.Point(row.getDouble("longitude"), row.getDouble("latitude")))).list();
    }

    /** Where an import opened subjects. */
    List<String> countiesOf(UUID origin) {
        return jdbc.sql("select distinct s.county_code from subject s where s.origin = :origin").param("origin", origin)
            .query(String.class).list();
    }

    /** The head offices whose stores came with an import. */
    List<String> headOfficesOf(UUID origin) {
        return jdbc.sql("select distinct s.head_office from subject s where s.head_office is not null and s.origin = :origin")
            .param("origin", origin).query(String.class).list();
    }
}
