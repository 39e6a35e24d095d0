package io.liangze.identity;

import java.util.UUID;

/**
 * A business lies elsewhere from now on.
 *
 * @param from   its id until now
 * @param to     its id from now on: another one where it went to another county
 * @param region where it lies now
 */
public record BusinessMove(UUID from, UUID to, String region) {}
