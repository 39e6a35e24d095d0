package io.liangze.audit;

import io.liangze.shared.Scope;
import io.liangze.shared.Sm3;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Repository
class AuditTable {

    private static final ZoneId OFFICE_TIME = ZoneId.of("Asia/Shanghai");
    private static final String NO_COUNTY = "000000";
    private static final String COLUMNS =
        "a.id, a.at, a.account, a.actor, a.address, a.act, a.kind, a.object, a.region, a.before, a.after, a.digest";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(UUID id, Instant at, Scope scope, Change change) {
        var before = change.before() == null ? null : json.writeValueAsString(change.before());
        var after = change.after() == null ? null : json.writeValueAsString(change.after());
        var entry = new AuditEntry(id, at, scope.account(), scope.name(), scope.address(), change.act(), change.kind(),
            change.object(), change.region(), tree(before), tree(after), "");
        jdbc.sql("""
                insert into audit_entry (county_code, id, at, account, actor, address, act, kind, object, region, before, after, digest)
                values (:county, :id, :at, :account, :actor, :address, :act, :kind, :object, :region,
                        cast(:before as jsonb), cast(:after as jsonb), :digest)
                """)
            .param("county", change.region() == null ? NO_COUNTY : change.region().substring(0, 6))
            .param("id", id).param("at", at.atOffset(ZoneOffset.UTC))
            .param("account", scope.account()).param("actor", scope.name()).param("address", scope.address())
            .param("act", change.act()).param("kind", change.kind()).param("object", change.object())
            .param("region", change.region()).param("before", before).param("after", after)
            .param("digest", digest(entry))
            .update();
    }

    /** SM3 over the entry as canonical JSON. */
    private byte[] digest(AuditEntry entry) {
        var members = json.createObjectNode();
        members.put("id", entry.id().toString());
        members.put("at", entry.at().toString());
        members.put("account", text(entry.account()));
        members.put("actor", entry.actor());
        members.put("address", entry.address());
        members.put("act", entry.act());
        members.put("kind", entry.kind());
        members.put("object", text(entry.object()));
        members.put("region", entry.region());
        members.set("before", entry.before());
        members.set("after", entry.after());
        return Sm3.digest(CanonicalJson.of(members));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    /** The entry still has the digest that it was written with. */
    boolean fits(AuditEntry entry) {
        return HexFormat.of().formatHex(digest(entry)).equals(entry.digest());
    }

    /** Oldest first, of all places, behind {@code last}. */
    List<AuditEntry> behind(@Nullable AuditEntry last, int limit) {
        return jdbc.sql("""
                select %s
                from audit_entry a
                where cast(:at as timestamptz) is null or (a.at, a.id) > (cast(:at as timestamptz), cast(:id as uuid))
                order by a.at, a.id limit :limit
                """.formatted(COLUMNS))
            .param("at", last == null ? null : last.at().atOffset(ZoneOffset.UTC)).param("id", last == null ? null : last.id())
            .param("limit", limit)
            .query(this::entry).list();
    }

    /** Newest first. */
    List<AuditEntry> list(Scope seen, AuditFilter filter, @Nullable AuditCursor after, int limit) {
        var behind = after == null ? "" : "and (a.at, a.id) < (:afterAt, :afterId) ";
        return asked(COLUMNS, seen, filter, behind + "order by a.at desc, a.id desc limit :limit")
            .param("afterAt", after == null ? null : after.at().atOffset(ZoneOffset.UTC)).param("afterId", after == null ? null : after.id())
            .param("limit", limit).query(this::entry).list();
    }

    long count(Scope seen, AuditFilter filter) {
        return asked("count(*)", seen, filter, "").query(Long.class).single();
    }

    private JdbcClient.StatementSpec asked(String columns, Scope seen, AuditFilter filter, String end) {
        return jdbc.sql("""
                select %s
                from audit_entry a
                where (%s or cast(:placeless as boolean) and a.region is null)
                  and (cast(:from as timestamptz) is null or a.at >= :from)
                  and (cast(:to as timestamptz) is null or a.at < :to)
                  and (cast(:object as uuid) is null or a.object = :object)
                  and (cast(:act as text) is null or a.act = :act)
                  %s
                """.formatted(columns, seen.over("a"), end))
            .params(seen.params()).param("placeless", filter.region() == null && isOverProvince(seen))
            .param("from", filter.from() == null ? null : startOf(filter.from()))
            .param("to", filter.to() == null ? null : startOf(filter.to().plusDays(1)))
            .param("object", filter.object()).param("act", filter.act());
    }

    /** What belongs to no place (accounts, sign-ins, loads of places) is for those who look over a province at least. */
    private static boolean isOverProvince(Scope seen) {
        return seen.parts().stream().anyMatch(part -> part.range().low().endsWith("0000000000"));
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(OFFICE_TIME).toOffsetDateTime();
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(row.getObject("id", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getObject("account", UUID.class), row.getString("actor"), row.getString("address"), row.getString("act"),
            row.getString("kind"), row.getObject("object", UUID.class), row.getString("region"),
            tree(row.getString("before")), tree(row.getString("after")), HexFormat.of().formatHex(row.getBytes("digest")));
    }

    private @Nullable JsonNode tree(@Nullable String text) {
        return text == null ? null : json.readTree(text);
    }
}
