package io.liangze.imports;

import io.liangze.work.WorkState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an import stands. Counts are of rows.
 *
 * @param kind     which {@link Importer}
 * @param warnings rows taken with a remark, and the header where it has unknown columns
 * @param error    in words, why it stopped
 */
public record ImportStatus(UUID id, String kind, WorkState state, long read, long created, long updated, long unchanged,
                           long rejected, long warnings, @Nullable Instant startedAt, @Nullable Instant endedAt,
                           @Nullable String error, boolean dryRun, String fileName) {}
