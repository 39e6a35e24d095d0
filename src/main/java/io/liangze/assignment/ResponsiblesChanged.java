package io.liangze.assignment;

import java.util.List;
import java.util.UUID;

/**
 * Subjects have another official to answer for them, or their first. Published inside the transaction.
 *
 * @param counties of the subjects, six digits each
 * @param subjects their ids; empty = any of these counties
 */
public record ResponsiblesChanged(List<String> counties, List<UUID> subjects) {}
