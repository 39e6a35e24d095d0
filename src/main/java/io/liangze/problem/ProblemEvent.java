package io.liangze.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.liangze.shared.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a problem's history (经过): never changed, never taken away.
 *
 * @param by      name of the person
 * @param role    in which he acted; {@link Role#SYSTEM} for the product itself
 * @param state   after the act
 * @param details of the act's own: a new deadline {@code due}, {@code to}, {@code result}, {@code number}, {@code twin}, and of its
 *                opening the version of the {@code rule} that its deadline follows
 */
public record ProblemEvent(UUID id, Instant at, String by, Role role, Act act, ProblemState state, @Nullable String text,
                           List<UUID> evidence, @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> details) {}
