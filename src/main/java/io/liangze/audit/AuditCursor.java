package io.liangze.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Where the next page of the log begins: it is ordered by time, then id. Opaque to clients. */
public record AuditCursor(Instant at, UUID id) {

    private static final int ID_LENGTH = 36;

    /** @throws IllegalArgumentException if it is not a cursor that the log gave out */
    public static AuditCursor of(String text) {
        int cut = text.length() - ID_LENGTH;
        if (cut <= 0) throw new IllegalArgumentException("not a cursor");
        long micros = Long.parseLong(text.substring(0, cut));
        if (micros < 0) throw new IllegalArgumentException("not a cursor");
        return new AuditCursor(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), UUID.fromString(text.substring(cut)));
    }

    static AuditCursor behind(AuditEntry entry) {
        return new AuditCursor(entry.at(), entry.id());
    }

    /** Microseconds since 1970, as PostgreSQL keeps them, then the id. */
    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + id.toString();
    }
}
