package io.liangze.region;

import io.liangze.shared.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place with the way down to it.
 *
 * @param parent  null for a province
 * @param path    from the province to the place itself
 * @param members codes of a zone's places; empty for others
 * @param mergedInto the successor of a place that has ended
 */
public record Region(String code, String name, Level level, @Nullable String parent, List<Place> path,
                     List<String> members, @Nullable String mergedInto) {}
