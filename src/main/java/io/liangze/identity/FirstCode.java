package io.liangze.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one-time code of a new account (一次性口令), to be handed to its person: signs in once, to set a password.
 *
 * @param code 60 random bits as {@code 7KMP-3XQ9-WT2C}
 */
public record FirstCode(UUID account, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID official,
                        String name, String username, String code, Instant until) {}
