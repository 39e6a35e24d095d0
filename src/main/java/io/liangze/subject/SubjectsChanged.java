package io.liangze.subject;

import java.util.List;
import java.util.UUID;

/**
 * Subjects are new, or have another grade, place, status, season, name or principal. Published inside the transaction.
 *
 * @param counties where they are, six digits each
 * @param subjects their ids; empty = any of these counties, after an import
 */
public record SubjectsChanged(List<String> counties, List<UUID> subjects) {}
