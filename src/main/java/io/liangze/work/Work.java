package io.liangze.work;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A long action as it stands.
 *
 * @param kind     which {@link Worker} does it
 * @param input    as it was asked for
 * @param progress the worker's own figures
 * @param mark     how far it came; a resumed worker goes on from there
 * @param error    message key, where it failed by what it was given; else an id that stands in the server's log
 */
public record Work(UUID id, String kind, WorkState state, @Nullable String region, @Nullable UUID account, String actor,
                   JsonNode input, JsonNode progress, @Nullable String mark, @Nullable String error,
                   Instant queuedAt, @Nullable Instant startedAt, @Nullable Instant endedAt) {}
