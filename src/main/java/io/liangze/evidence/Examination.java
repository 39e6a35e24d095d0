package io.liangze.evidence;

import io.liangze.shared.Refusal;
import java.awt.Dimension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/** Takes a file in, and finds out what it is. */
@Component
class Examination {

    private final Depot depot;
    private final Pictures pictures;
    private final Copies copies;

    Examination(Depot depot, Pictures pictures, Copies copies) {
        this.depot = depot;
        this.pictures = pictures;
        this.copies = copies;
    }

    /** What a file has shown of itself; {@code size} is null for a PDF. */
    record Finding(String sm3, int bytes, EvidenceType type, @Nullable Dimension size, Claims claims) {

        Exhibit exhibit(UUID id, UUID sender, @Nullable Instant takenAt, @Nullable Double latitude,
                        @Nullable Double longitude, Instant now) {
            return new Exhibit(id, sender, sm3, bytes, type, takenAt, latitude, longitude,
                claims.at(), claims.latitude(), claims.longitude(),
                size == null ? null : size.width, size == null ? null : size.height, now);
        }
    }

    /** @throws Refusal {@code evidence.too-large} 413 */
    Depot.Arrival receive(InputStreamSource file) {
        try (var in = file.getInputStream()) {
            return depot.receive(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Unpacks a picture once, for its thumbnail: one that cannot be seen later is refused now.
     *
     * @throws Refusal {@code evidence.type} 415; {@code input.invalid} 422
     */
    Finding examine(Depot.Arrival arrival) {
        var type = type(arrival);
        var sm3 = HexFormat.of().formatHex(arrival.sm3());
        if (!type.isPicture()) return new Finding(sm3, arrival.bytes(), type, null, Claims.NONE);
        var size = pictures.size(arrival.file(), type);
        var claims = Claims.of(arrival.file());
        copies.makeThumbnail(arrival.file(), sm3, type, claims.orientation());
        return new Finding(sm3, arrival.bytes(), type, size, claims);
    }

    void keep(Depot.Arrival arrival) {
        try {
            depot.keep(arrival);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static EvidenceType type(Depot.Arrival arrival) {
        try {
            return EvidenceType.of(arrival.start(EvidenceType.START)).orElseThrow(() -> Refusal.unsupported("evidence.type"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
