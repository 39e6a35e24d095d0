package io.liangze.official;

import io.liangze.region.Level;
import io.liangze.shared.Format;
import io.liangze.shared.Screen;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One entry of an official's history.
 *
 * @param before fields that changed, by name; absent at the beginning
 */
public record OfficialChange(UUID id, Instant at, String actor, OfficialAct act, @Nullable String reason, @Nullable JsonNode before,
                             @Nullable JsonNode after) {

    /** A value of {@code before} or {@code after} as people read it. */
    public static String text(Screen screen, JsonNode value) {
        if (value.isNull()) return Format.NONE;
        if (value.isBoolean()) return screen.lookup(value.booleanValue() ? "official.yes" : "official.no");
        var text = value.asString();
        for (var level : Level.values()) if (level.name().equals(text)) return screen.name(level);
        for (var state : OfficialState.values()) if (state.name().equals(text)) return screen.name(state);
        return text;
    }
}
