package io.liangze.official;

import io.liangze.region.Level;
import io.liangze.shared.Copy;
import io.liangze.shared.Cursor;
import io.liangze.shared.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OfficialTable {

    private static final String COLUMNS = """
        o.id, o.region, o.level, o.name, o.organisation, o.post, o.field, o.lead, o.linked_county, o.id_number,
        encode(o.id_index, 'hex') as id_index, o.phone, encode(o.phone_index, 'hex') as phone_index, o.phone_mask, o.since,
        o.party_member, o.state, o.left_on, o.left_reason, o.created_at""";

    private static final String CONDITIONS = """
        (cardinality(cast(:level as text[])) = 0 or o.level = any (:level))
          and (cardinality(cast(:state as text[])) = 0 or o.state = any (:state))
          and (cast(:lead as boolean) is null or o.lead = :lead)
          and (cast(:name as text) is null or position(:name in o.name) > 0)
          and (cast(:person as uuid) is null or o.id = :person)""";

    private final JdbcClient jdbc;
    private final Copy copy;

    OfficialTable(JdbcClient jdbc, Copy copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    /**
     * What a filter asks of a row.
     *
     * @param name   part of it
     * @param person whom a whole number belongs to; a random id if to nobody
     */
    record Wanted(OfficialFilter filter, @Nullable String name, @Nullable UUID person) {}

    Optional<Stored> find(Scope scope, UUID id) {
        return jdbc.sql("select %s from official o where o.id = :id and %s".formatted(COLUMNS, scope.over("o")))
            .params(scope.params()).param("id", id).query(OfficialTable::stored).optional();
    }

    /** Held until the transaction ends. */
    Optional<Stored> lock(Scope scope, UUID id) {
        return jdbc.sql("select %s from official o where o.id = :id and %s for update".formatted(COLUMNS, scope.over("o")))
            .params(scope.params()).param("id", id).query(OfficialTable::stored).optional();
    }

    List<Stored> of(Collection<OfficialKeys.Owner> owners) {
        return jdbc.sql("""
                select %s from official o
                join unnest(cast(:counties as text[]), cast(cast(:ids as text[]) as uuid[])) as w (county, id)
                  on o.county_code = w.county::char(6) and o.id = w.id
                """.formatted(COLUMNS))
            .param("counties", owners.stream().map(OfficialKeys.Owner::county).toArray(String[]::new))
            .param("ids", owners.stream().map(o -> o.official().toString()).toArray(String[]::new))
            .query(OfficialTable::stored).list();
    }

    /** By place, then id. */
    List<Stored> list(Scope part, Wanted wanted, @Nullable Cursor after, int limit) {
        return jdbc.sql("""
                select %s from official o
                where %s and %s and %s
                order by o.region, o.id limit :limit
                """.formatted(COLUMNS, part.over("o"), CONDITIONS, Cursor.behind(after, "o")))
            .params(part.params()).params(params(wanted)).params(Cursor.params(after))
            .param("limit", limit)
            .query(OfficialTable::stored).list();
    }

    long count(Scope scope, Wanted wanted) {
        return jdbc.sql("select count(*) from official o where %s and %s".formatted(scope.over("o"), CONDITIONS))
            .params(scope.params()).params(params(wanted)).query(Long.class).single();
    }

    private static Map<String, @Nullable Object> params(Wanted wanted) {
        var filter = wanted.filter();
        var params = new HashMap<String, @Nullable Object>();
        params.put("level", filter.level().stream().map(Enum::name).toArray(String[]::new));
        params.put("state", filter.state().stream().map(Enum::name).toArray(String[]::new));
        params.put("lead", filter.lead());
        params.put("name", wanted.name());
        params.put("person", wanted.person());
        return params;
    }

    void insert(Collection<Stored> rows, Instant now) {
        copy.into("""
            official (county_code, id, region, level, name, organisation, post, field, lead, linked_county, id_number, id_index,
              phone, phone_index, phone_mask, since, party_member, state, left_on, left_reason, created_at, updated_at)""", out -> {
            for (var o : rows)
                out.add(o.county(), o.id(), o.region(), o.level(), o.name(), o.organisation(), o.post(), o.field(), o.lead(),
                    o.linkedCounty(), o.idNumber(), bytes(o.idIndex()), o.phone(), bytes(o.phoneIndex()), o.phoneMask(),
                    o.since(), o.partyMember(), o.state(), o.leftOn(), o.leftReason(), o.createdAt(), now);
        });
    }

    void delete(Collection<Stored> rows) {
        jdbc.sql("""
                delete from official o
                using unnest(cast(:counties as text[]), cast(cast(:ids as text[]) as uuid[])) as w (county, id)
                where o.county_code = w.county::char(6) and o.id = w.id
                """)
            .param("counties", rows.stream().map(Stored::county).toArray(String[]::new))
            .param("ids", rows.stream().map(o -> o.id().toString()).toArray(String[]::new))
            .update();
    }

    /** @return whether it is new */
    boolean declareStake(String county, UUID subject, UUID official, Instant at) {
        return jdbc.sql("""
                insert into official_stake (county_code, subject, official, declared_at) values (:county, :subject, :official, :at)
                on conflict do nothing
                """)
            .param("county", county).param("subject", subject).param("official", official)
            .param("at", at.atOffset(ZoneOffset.UTC)).update() > 0;
    }

    private static byte @Nullable [] bytes(@Nullable String hex) {
        return hex == null ? null : HexFormat.of().parseHex(hex);
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(row.getObject("id", UUID.class), row.getString("region"), Level.valueOf(row.getString("level")),
            row.getString("name"), row.getString("organisation"), row.getString("post"), row.getString("field"),
            row.getBoolean("lead"), row.getString("linked_county"), row.getBytes("id_number"), row.getString("id_index"),
            row.getBytes("phone"), row.getString("phone_index"), row.getString("phone_mask"),
            row.getObject("since", LocalDate.class), row.getObject("party_member", Boolean.class),
            OfficialState.valueOf(row.getString("state")), row.getObject("left_on", LocalDate.class), row.getString("left_reason"),
            row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
