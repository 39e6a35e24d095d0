package io.liangze.evidence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo or file as it was received (一件证据).
 *
 * @param sm3      of the bytes received, 64 lower-case hexadecimal digits
 * @param takenAt  by the sender's device; {@code exifAt} by the picture itself
 * @param latitude WGS-84, by the sender's device; {@code exifLatitude} by the picture itself
 * @param width    pixels as received; null for a PDF
 */
public record Exhibit(UUID id, UUID sender, String sm3, long bytes, EvidenceType type,
                      @Nullable Instant takenAt, @Nullable Double latitude, @Nullable Double longitude,
                      @Nullable Instant exifAt, @Nullable Double exifLatitude, @Nullable Double exifLongitude,
                      @Nullable Integer width, @Nullable Integer height, Instant createdAt) {

    public Stored stored() {
        return new Stored(id, sm3, bytes, type.mediaType());
    }

    @JsonIgnore
    public boolean isPicture() {
        return type.isPicture();
    }
}
