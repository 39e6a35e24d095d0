package io.liangze.identity;

import java.util.UUID;

/**
 * An official who is to have an account.
 *
 * @param mobile 11 digits, his user name
 * @param region his own place
 */
public record OfficialAccount(UUID official, String name, String mobile, String region) {}
