package io.liangze.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What may be sent. A file is what its first bytes say, whatever it is called. */
public enum EvidenceType {
    JPEG("image/jpeg"), PNG("image/png"), WEBP("image/webp"), PDF("application/pdf");

    /** Bytes that {@link #of} needs. */
    static final int START = 12;

    private final String mediaType;

    EvidenceType(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean isPicture() {
        return this != PDF;
    }

    static Optional<EvidenceType> of(byte[] start) {
        var text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00FF\u00D8\u00FF")) return Optional.of(JPEG);
        if (text.startsWith("\u0089PNG\r\n\u001A\n")) return Optional.of(PNG);
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) return Optional.of(WEBP);
        return text.startsWith("%PDF-") ? Optional.of(PDF) : Optional.empty();
    }
}
