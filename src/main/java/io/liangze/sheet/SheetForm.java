package io.liangze.sheet;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a table is written down. What goes back to its sender has the form in which it came.
 *
 * @param charset   of a csv; of a workbook always UTF-8
 * @param marked    whether a csv begins with a byte order mark
 * @param separator between the cells of a csv
 */
public record SheetForm(Kind kind, Charset charset, boolean marked, char separator) {

    public enum Kind {
        CSV("csv", "text/csv"),
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String extension;
        private final String mediaType;

        Kind(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }

        public String extension() { return extension; }
        public String mediaType() { return mediaType; }
    }

    /** The csv that Excel opens without asking: UTF-8 with a mark. */
    public static final SheetForm CSV = new SheetForm(Kind.CSV, StandardCharsets.UTF_8, true, ',');
    public static final SheetForm XLSX = new SheetForm(Kind.XLSX, StandardCharsets.UTF_8, false, ',');

    /** Reads what {@link #toString()} wrote, for a form that is kept with an import. */
    public static SheetForm of(String text) {
        var parts = text.split(" ");
        return new SheetForm(Kind.valueOf(parts[0]), Charset.forName(parts[1]), parts[2].equals("marked"),
            (char) Integer.parseInt(parts[3]));
    }

    /** Media type with charset, for the answer that carries the table. */
    public String contentType() {
        return kind == Kind.CSV ? kind.mediaType() + ";charset=" + charset.name() : kind.mediaType();
    }

    @Override
    public String toString() {
        return "%s %s %s %d".formatted(kind, charset.name(), marked ? "marked" : "plain", (int) separator);
    }
}
