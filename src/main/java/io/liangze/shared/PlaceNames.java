package io.liangze.shared;

import java.util.Optional;

/** Knows how places are called; the module of places does. */
public interface PlaceNames {

    /** @param code 12 digits */
    Optional<String> nameOf(String code);
}
