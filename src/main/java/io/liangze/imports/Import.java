package io.liangze.imports;

import java.util.Set;
import java.util.UUID;

/**
 * The import that a row belongs to.
 *
 * @param dryRun  a trial: everything is done and rolled back
 * @param headers columns that the file has, of those that the importer knows
 */
public record Import(UUID id, boolean dryRun, Set<String> headers) {

    /** Whether the file has the column: a missing one leaves the field as it is, an empty cell empties it. */
    public boolean has(String header) {
        return headers.contains(header);
    }
}
