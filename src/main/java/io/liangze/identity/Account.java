package io.liangze.identity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.liangze.shared.Place;
import io.liangze.shared.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in (账号), as the administrators see him.
 *
 * @param username    masked where it is a mobile number
 * @param firstCode   waits for its first password: signs in with a one-time code
 * @param lockedUntil too many wrong passwords; null if not locked now
 */
public record Account(UUID id, String username, String name, boolean disabled, boolean firstCode, Instant madeAt,
                      @Nullable Instant lastSignIn, @Nullable Instant lockedUntil, List<Held> roles) {

    /** A role with its own id, by which it is taken back. {@code region} null = everywhere. */
    public record Held(UUID id, Role role, @Nullable Place region, @Nullable UUID official, @Nullable UUID subject) {}

    /** Not blank, 60 characters at most. */
    static boolean isName(String name) {
        return !name.isBlank() && name.strip().length() <= 60;
    }

    public boolean has(Role role) {
        return roles.stream().anyMatch(held -> held.role() == role);
    }

    @JsonIgnore
    public boolean isAdministrator() {
        return roles.stream().anyMatch(held -> Role.ADMINISTRATORS.contains(held.role()));
    }
}
