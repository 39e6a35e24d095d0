package io.liangze.shared;

import java.util.List;
import java.util.Optional;

/** Knows what places cover, zones by their members; the module of places does. */
public interface PlaceRanges {

    /** @param code 12 digits; empty for no place */
    Optional<List<Range>> rangesOf(String code);
}
