package io.liangze.region;

import io.liangze.shared.Typed;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A functional zone as it is typed.
 *
 * @param members codes, by blanks or lines
 */
public record ZoneForm(@Nullable String code, @Nullable String name, @Nullable String parent, @Nullable String members) {

    RegionRow row() {
        var typed = Objects.requireNonNullElse(members, "").strip();
        return new RegionRow(Typed.plain(Objects.requireNonNullElse(code, "")), Objects.requireNonNullElse(name, "").strip(), Level.ZONE,
            parent, typed.isEmpty() ? List.of() : List.of(typed.split("[\\s,，、]+")), null);
    }
}
