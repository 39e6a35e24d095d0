package io.liangze.evidence;

import io.liangze.shared.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EvidenceTable {

    private static final String COLUMNS = "e.id, e.sender, e.sm3, e.bytes, e.type, e.taken_at, e.latitude, e.longitude, "
        + "e.exif_at, e.exif_latitude, e.exif_longitude, e.width, e.height, e.created_at";

    private final JdbcClient jdbc;

    EvidenceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if the sender has sent the same bytes before, or the id is taken. */
    boolean insert(String county, Exhibit exhibit) {
        return jdbc.sql("""
                insert into evidence (county_code, id, sender, sm3, bytes, type, taken_at, latitude, longitude,
                                      exif_at, exif_latitude, exif_longitude, width, height, created_at)
                values (:county, :id, :sender, :sm3, :bytes, :type, :takenAt, :latitude, :longitude,
                        :exifAt, :exifLatitude, :exifLongitude, :width, :height, :createdAt)
                on conflict do nothing
                """)
            .param("county", county).param("id", exhibit.id()).param("sender", exhibit.sender())
            .param("sm3", HexFormat.of().parseHex(exhibit.sm3())).param("bytes", exhibit.bytes()).param("type", exhibit.type().name())
            .param("takenAt", bound(exhibit.takenAt())).param("latitude", exhibit.latitude()).param("longitude", exhibit.longitude())
            .param("exifAt", bound(exhibit.exifAt())).param("exifLatitude", exhibit.exifLatitude())
            .param("exifLongitude", exhibit.exifLongitude()).param("width", exhibit.width()).param("height", exhibit.height())
            .param("createdAt", bound(exhibit.createdAt()))
            .update() == 1;
    }

    Optional<Exhibit> find(String county, UUID id) {
        return jdbc.sql("select %s from evidence e where e.county_code = :county and e.id = :id".formatted(COLUMNS))
            .param("county", county).param("id", id)
            .query(EvidenceTable::exhibit).optional();
    }

    Optional<Exhibit> findSame(String county, UUID sender, String sm3) {
        return jdbc.sql("""
                select %s from evidence e
                where e.county_code = :county and e.sender = :sender and e.sm3 = :sm3
                """.formatted(COLUMNS))
            .param("county", county).param("sender", sender).param("sm3", HexFormat.of().parseHex(sm3))
            .query(EvidenceTable::exhibit).optional();
    }

    /** The county in which the evidence lies, if a record within the scope names it. */
    Optional<String> homeOfLinked(Scope scope, UUID id) {
        return jdbc.sql("select l.home from evidence_link l where l.evidence = :id and %s limit 1".formatted(scope.over("l")))
            .params(scope.params()).param("id", id)
            .query(String.class).optional();
    }

    Set<UUID> own(String county, UUID sender, Collection<UUID> ids) {
        return new HashSet<>(jdbc.sql("""
                select e.id from evidence e
                where e.county_code = :county and e.sender = :sender and e.id = any(:ids)
                """)
            .param("county", county).param("sender", sender).param("ids", ids.toArray(UUID[]::new))
            .query(UUID.class).list());
    }

    Set<UUID> linked(String county, String kind, UUID record, Collection<UUID> ids) {
        return new HashSet<>(jdbc.sql("""
                select l.evidence from evidence_link l
                where l.county_code = :county and l.kind = :kind and l.record = :record and l.evidence = any(:ids)
                """)
            .param("county", county).param("kind", kind).param("record", record).param("ids", ids.toArray(UUID[]::new))
            .query(UUID.class).list());
    }

    /** Keeps the order of {@code ids}, behind those that the record already has. */
    void link(String county, UUID sender, List<UUID> ids, String kind, UUID record, String region, UUID subject) {
        jdbc.sql("""
                insert into evidence_link (county_code, kind, record, evidence, home, region, subject, position)
                select left(cast(:region as text), 6), :kind, :record, e.id, e.county_code, :region, :subject,
                       array_position(:ids, e.id)
                from evidence e
                where e.county_code = :county and e.sender = :sender and e.id = any(:ids)
                on conflict do nothing
                """)
            .param("county", county).param("sender", sender).param("ids", ids.toArray(UUID[]::new))
            .param("kind", kind).param("record", record).param("region", region).param("subject", subject)
            .update();
    }

    /** What a record within the scope names; home and id of each, in order. */
    List<Link> links(Scope scope, String kind, Collection<UUID> records) {
        return jdbc.sql("""
                select l.record, l.home, l.evidence from evidence_link l
                where l.kind = :kind and l.record = any(:records) and %s
                order by l.record, l.position, l.evidence
                """.formatted(scope.over("l")))
            .params(scope.params()).param("kind", kind).param("records", records.toArray(UUID[]::new))
            .query(Link.class).list();
    }

    /** @param home the evidence's county_code */
    record Link(UUID record, String home, UUID evidence) {}

    List<Exhibit> all(String county, Collection<UUID> ids) {
        return jdbc.sql("select %s from evidence e where e.county_code = :county and e.id = any(:ids)".formatted(COLUMNS))
            .param("county", county).param("ids", ids.toArray(UUID[]::new))
            .query(EvidenceTable::exhibit).list();
    }

    private static Exhibit exhibit(ResultSet row, int number) throws SQLException {
        return new Exhibit(row.getObject("id", UUID.class), row.getObject("sender", UUID.class),
            HexFormat.of().formatHex(row.getBytes("sm3")), row.getInt("bytes"), EvidenceType.valueOf(row.getString("type")),
            instant(row, "taken_at"), row.getObject("latitude", Double.class), row.getObject("longitude", Double.class),
            instant(row, "exif_at"), row.getObject("exif_latitude", Double.class), row.getObject("exif_longitude", Double.class),
            row.getObject("width", Integer.class), row.getObject("height", Integer.class),
            row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime bound(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
