package io.liangze.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A row of the log. {@code digest}: SM3 in hexadecimal over the canonical entry. */
public record AuditEntry(UUID id, Instant at, @Nullable UUID account, String actor, @Nullable String address, String act,
                         String kind, @Nullable UUID object, @Nullable String region, @Nullable JsonNode before,
                         @Nullable JsonNode after, String digest) {}
