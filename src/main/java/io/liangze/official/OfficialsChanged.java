package io.liangze.official;

import java.util.List;
import java.util.UUID;

/**
 * Officials are new in a post, were transferred or have left, or lead or are linked otherwise. Published inside the
 * transaction.
 *
 * @param places    12-digit codes of the places concerned: the old ones and the new ones
 * @param officials their ids; empty = any of these places, after an import
 */
public record OfficialsChanged(List<String> places, List<UUID> officials) {}
