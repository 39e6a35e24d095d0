package io.liangze.imports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an import did to one thing, or would do.
 *
 * @param line    of the file
 * @param id      null for what has none (a place)
 * @param title   its name
 * @param effect  words under {@code effect.<code>} for what follows from it; null if nothing does
 * @param args    values for those words
 */
record Changed(int line, @Nullable UUID id, String title, boolean created, List<Difference> differences, @Nullable String effect,
               List<Object> args) {}
