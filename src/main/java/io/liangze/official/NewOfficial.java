package io.liangze.official;

import io.liangze.region.Level;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes a post, as it was sent and not checked yet.
 *
 * @param id   the sender's; the same one again is answered as before
 * @param from first day in post; left out = today
 */
public record NewOfficial(@Nullable UUID id, @Nullable String name, @Nullable String idNumber, @Nullable String phone,
                          @Nullable String organisation, @Nullable String post, @Nullable Level level, @Nullable String region,
                          @Nullable String field, @Nullable Boolean lead, @Nullable String linkedCounty, @Nullable LocalDate from,
                          @Nullable Boolean partyMember) {}
