package io.liangze.official;

import io.liangze.region.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An official as his row is. Numbers sealed; their indexes in hexadecimal. */
record Stored(UUID id, String region, Level level, String name, String organisation, String post, @Nullable String field,
              boolean lead, @Nullable String linkedCounty, byte @Nullable [] idNumber, @Nullable String idIndex, byte[] phone,
              String phoneIndex, String phoneMask, LocalDate since, @Nullable Boolean partyMember, OfficialState state,
              @Nullable LocalDate leftOn, @Nullable String leftReason, Instant createdAt) {

    String county() {
        return region.substring(0, 6);
    }

    Stored transferred(String region, Level level, String organisation, String post, LocalDate since) {
        return new Stored(id, region, level, name, organisation, post, field, lead, linkedCounty, idNumber, idIndex, phone,
            phoneIndex, phoneMask, since, partyMember, state, leftOn, leftReason, createdAt);
    }

    Stored left(LocalDate on, String reason) {
        return new Stored(id, region, level, name, organisation, post, field, lead, linkedCounty, idNumber, idIndex, phone,
            phoneIndex, phoneMask, since, partyMember, OfficialState.LEFT, on, reason, createdAt);
    }
}
