package io.liangze.identity;

import io.liangze.shared.Role;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account is, and where (角色).
 *
 * @param region   12-digit code of a place or zone; null = everywhere. Of an official his place, of a business its village
 * @param official only and always with {@link Role#OFFICIAL}
 * @param subject  only and always with {@link Role#BUSINESS}
 */
public record AccountRole(Role role, @Nullable String region, @Nullable UUID official, @Nullable UUID subject) {

    /** All that an account may be. */
    public static Role[] roles() {
        return Arrays.stream(Role.values()).filter(role -> role != Role.SYSTEM).toArray(Role[]::new);
    }

    public static AccountRole everywhere(Role role) {
        return new AccountRole(role, null, null, null);
    }

    public static AccountRole at(Role role, String region) {
        return new AccountRole(role, region, null, null);
    }

    public static AccountRole official(UUID official, String region) {
        return new AccountRole(Role.OFFICIAL, region, official, null);
    }

    public static AccountRole business(UUID subject, String region) {
        return new AccountRole(Role.BUSINESS, region, null, subject);
    }

    /** Whether it is one that the security administrator gives by hand; the others come with an official or a business. */
    boolean isGivenByHand() {
        return role != Role.OFFICIAL && role != Role.BUSINESS && role != Role.SYSTEM;
    }
}
