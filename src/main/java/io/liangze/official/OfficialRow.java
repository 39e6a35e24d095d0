package io.liangze.official;

import io.liangze.region.Level;
import io.liangze.shared.IdNumber;
import io.liangze.shared.PhoneNumber;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person and his post, checked.
 *
 * @param id    used where the person is new
 * @param phone a mobile number
 * @param since null = as it is, today for somebody new
 */
public record OfficialRow(UUID id, String name, @Nullable IdNumber idNumber, PhoneNumber phone, String organisation, String post,
                          Level level, String region, @Nullable String field, boolean lead, @Nullable String linkedCounty,
                          @Nullable LocalDate since, @Nullable Boolean partyMember) {}
