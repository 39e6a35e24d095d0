package io.liangze.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes csv with CRLF. */
final class CsvTable implements SheetWriter {

    private final CsvWriter csv;

    CsvTable(OutputStream out, SheetForm form) throws IOException {
        var writer = new OutputStreamWriter(out, form.charset());
        if (form.marked()) writer.write('\uFEFF');
        csv = CsvWriter.builder().fieldSeparator(form.separator()).lineDelimiter(LineDelimiter.CRLF).build(writer);
    }

    @Override
    public void begin(List<String> columns) {
        row(columns.toArray());
    }

    @Override
    public void row(@Nullable Object... cells) {
        var texts = new String[cells.length];
        for (int i = 0; i < cells.length; i++) texts[i] = text(cells[i]);
        csv.writeRecord(texts);
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> Formulas.disarmed(cell.toString());
        };
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
