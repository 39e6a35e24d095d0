package io.liangze.assignment;

import io.liangze.work.WorkState;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A matching with its figures beside its state; what they count: {@link Matched}. */
public record MatchStatus(UUID id, WorkState state, long assigned, long moved, long kept, long uncovered, long overloaded,
                          @Nullable String error) {}
