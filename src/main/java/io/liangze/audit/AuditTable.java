package io.liangze.audit;

import io.liangze.shared.Range;
import io.liangze.shared.Scope;
import io.liangze.shared.Sm3;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Repository
class AuditTable {

    private static final ZoneId OFFICE_TIME = ZoneId.of("Asia/Shanghai");
    private static final String NO_COUNTY = "000000";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json.rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    }

    void insert(UUID id, Instant at, Scope scope, Change change) {
        var before = change.before() == null ? null : json.writeValueAsString(change.before());
        var after = change.after() == null ? null : json.writeValueAsString(change.after());
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
            .param("digest", digest(id, at, scope, change, before, after))
            .update();
    }

    /** SM3 over the entry as JSON with its members in order of name. */
    private byte[] digest(UUID id, Instant at, Scope scope, Change change, @Nullable String before, @Nullable String after) {
        var entry = new TreeMap<String, @Nullable Object>();
        entry.put("id", id.toString());
        entry.put("at", at.toString());
        entry.put("account", scope.account() == null ? null : scope.account().toString());
        entry.put("actor", scope.name());
        entry.put("address", scope.address());
        entry.put("act", change.act());
        entry.put("kind", change.kind());
        entry.put("object", change.object() == null ? null : change.object().toString());
        entry.put("region", change.region());
        entry.put("before", before == null ? null : json.readTree(before));
        entry.put("after", after == null ? null : json.readTree(after));
        return Sm3.digest(json.writeValueAsString(entry).getBytes(StandardCharsets.UTF_8));
    }

    /** Newest first: ids are ordered by time. */
    List<AuditEntry> list(AuditFilter filter, @Nullable UUID after, int limit) {
        var range = filter.region() == null ? Range.EVERYWHERE : Range.of(filter.region());
        return jdbc.sql("""
                select a.id, a.at, a.account, a.actor, a.address, a.act, a.kind, a.object, a.region, a.before, a.after, a.digest
                from audit_entry a
                where (cast(:all as boolean) or (a.region >= :low and a.region < :high))
                  and (cast(:from as timestamptz) is null or a.at >= :from)
                  and (cast(:to as timestamptz) is null or a.at < :to)
                  and (cast(:object as uuid) is null or a.object = :object)
                  and (cast(:act as text) is null or a.act = :act)
                  and (cast(:after as uuid) is null or a.id < :after)
                order by a.id desc limit :limit
                """)
            .param("all", filter.region() == null).param("low", range.low()).param("high", range.high())
            .param("from", filter.from() == null ? null : startOf(filter.from()))
            .param("to", filter.to() == null ? null : startOf(filter.to().plusDays(1)))
            .param("object", filter.object()).param("act", filter.act()).param("after", after).param("limit", limit)
            .query(this::entry).list();
    }

    private static OffsetDateTime startOf(java.time.LocalDate day) {
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
