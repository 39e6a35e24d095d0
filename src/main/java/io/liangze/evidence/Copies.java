package io.liangze.evidence;

import io.liangze.shared.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** The copies that are served, each made once and kept beside what was received; they can be made anew at any time. */
@Component
class Copies {

    private static final int WHOLE = 2_048;
    private static final int THUMBNAIL = 320;

    private final Depot depot;
    private final Pictures pictures;

    Copies(Depot depot, Pictures pictures) {
        this.depot = depot;
        this.pictures = pictures;
    }

    /** @throws Refusal {@code evidence.absent} 404 where the bytes are no longer kept */
    Shown whole(Exhibit exhibit) {
        var received = depot.path(exhibit.sm3());
        if (!Files.exists(received)) throw Refusal.absent("evidence");
        if (!exhibit.isPicture())
            return new Shown(received, exhibit.type().mediaType(), "attachment; filename=\"%s.pdf\"".formatted(exhibit.id()), exhibit.sm3());
        var copy = beside(received, "shown");
        if (!Files.exists(copy)) make(received, exhibit.type(), Claims.of(received).orientation(), WHOLE, copy);
        return picture(copy, exhibit, "shown");
    }

    /** @throws Refusal {@code evidence.absent} 404 where the bytes are no longer kept; {@code thumbnail.absent} for a PDF */
    Shown thumbnail(Exhibit exhibit) {
        if (!exhibit.isPicture()) throw Refusal.absent("thumbnail");
        var received = depot.path(exhibit.sm3());
        if (!Files.exists(received)) throw Refusal.absent("evidence");
        if (!Files.exists(beside(received, "thumb")))
            makeThumbnail(received, exhibit.sm3(), exhibit.type(), Claims.of(received).orientation());
        return picture(beside(received, "thumb"), exhibit, "thumb");
    }

    void makeThumbnail(Path picture, String sm3, EvidenceType type, int orientation) {
        make(picture, type, orientation, THUMBNAIL, beside(depot.path(sm3), "thumb"));
    }

    private void make(Path picture, EvidenceType type, int orientation, int longest, Path to) {
        try {
            var fresh = depot.fresh();
            try {
                pictures.copy(picture, type, orientation, longest, fresh);
                depot.put(fresh, to);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path beside(Path received, String copy) {
        return received.resolveSibling(received.getFileName() + "." + copy);
    }

    private static Shown picture(Path copy, Exhibit exhibit, String which) {
        return new Shown(copy, EvidenceType.JPEG.mediaType(), "inline; filename=\"%s.jpg\"".formatted(exhibit.id()),
            exhibit.sm3() + "-" + which);
    }
}
