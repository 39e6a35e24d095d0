package io.liangze.sample;

import io.liangze.region.Level;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A responsible official (包保干部), as he was made up. */
record Cadre(UUID id, String region, Level level, String name, String organisation, String post, @Nullable String field, boolean lead,
             @Nullable String linkedCounty, String idNumber, String mobile, LocalDate since, boolean partyMember) {

    String county() {
        return region.substring(0, 6);
    }
}
