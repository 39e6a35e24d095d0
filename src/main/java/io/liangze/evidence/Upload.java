package io.liangze.evidence;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * A file that somebody sends.
 *
 * @param id        the sender's own; null: one is made
 * @param file      JPEG, PNG, WebP or PDF of at most 10 MB
 * @param takenAt   when it was taken, by the sender's device
 * @param latitude  where, WGS-84, −90 to 90; with longitude or not at all
 * @param longitude −180 to 180
 */
public record Upload(@Nullable UUID id, InputStreamSource file, @Nullable OffsetDateTime takenAt,
                     @Nullable Double latitude, @Nullable Double longitude) {

    /** Only the bytes, such as a signature drawn on the screen. */
    public static Upload of(@Nullable UUID id, InputStreamSource file) {
        return new Upload(id, file, null, null, null);
    }
}
