package io.liangze.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a table row by row with a small, constant heap. A value may be text, a number, a day
 * ({@link java.time.LocalDate}) or null; anything else is written as its {@code toString()}. No text that comes from
 * people is ever run as a formula.
 */
public sealed interface SheetWriter extends AutoCloseable permits CsvTable, XlsxTable {

    /** @param out closed together with the writer */
    static SheetWriter to(OutputStream out, SheetForm form) throws IOException {
        return switch (form.kind()) {
            case CSV -> new CsvTable(out, form);
            case XLSX -> new XlsxTable(out);
        };
    }

    /** As the file that is being read: so go rejected rows back to their sender. */
    static SheetWriter like(SheetReader reader, OutputStream out) throws IOException {
        return to(out, reader.form());
    }

    /** Writes the header; once, before any row. */
    void begin(List<String> columns) throws IOException;

    void row(Object... cells) throws IOException;

    /** A row as it was read, with cells behind it: its line (行号), a reason (原因). */
    default void row(Row row, Object... more) throws IOException {
        var cells = Arrays.copyOf((Object[]) row.cells(), row.cells().length + more.length, Object[].class);
        System.arraycopy(more, 0, cells, row.cells().length, more.length);
        row(cells);
    }

    @Override
    void close() throws IOException;
}
