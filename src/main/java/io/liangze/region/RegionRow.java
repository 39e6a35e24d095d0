package io.liangze.region;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place as it is loaded.
 *
 * @param members    places of a zone, without overlap
 * @param mergedInto ends the place; its successor
 */
public record RegionRow(String code, String name, Level level, @Nullable String parent, List<String> members,
                        @Nullable String mergedInto) {}
