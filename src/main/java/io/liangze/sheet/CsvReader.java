package io.liangze.sheet;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import io.liangze.shared.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads csv (RFC 4180, strict about quotes). */
final class CsvReader extends SheetReader {

    private final SheetForm form;
    private final Gathering cells = new Gathering();
    private final CloseableIterator<Row> rows;

    private CsvReader(Path file, Encoding encoding) throws IOException {
        form = new SheetForm(SheetForm.Kind.CSV, encoding.charset(), encoding.mark() > 0, encoding.separator());
        rows = de.siegmar.fastcsv.reader.CsvReader.builder()
            .fieldSeparator(encoding.separator())
            .allowUnclosedQuote(false).allowExtraCharsAfterClosingQuote(false)
            .allowMissingFields(true).allowExtraFields(true)
            .maxBufferSize(2 * Limits.ROW)
            .build(cells, encoding.reader(file)).iterator();
    }

    static CsvReader open(Path file, Collection<String> columns) throws IOException {
        return new CsvReader(file, Encoding.of(file, columns));
    }

    @Override
    public SheetForm form() {
        return form;
    }

    @Override
    @Nullable Row read() {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (CsvParseException broken) {
            if (broken.getCause() instanceof Refusal refusal) throw refusal;
            throw Refusal.invalid("file", "sheet.quotes", cells.line);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** Gathers the cells of one row. */
    private static final class Gathering extends AbstractBaseCsvCallbackHandler<Row> {
        private String[] gathered = new String[32];
        private int count;
        private int length;
        private int line = 1;

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = (int) startingLineNumber;
            count = 0;
            length = 0;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int size, boolean quoted) {
            length += size;
            if (size > Limits.CELL) throw Refusal.invalid("file", "sheet.cell-too-long", line, Limits.CELL);
            if (length > Limits.ROW) throw Refusal.invalid("file", "sheet.row-too-long", line);
            if (index >= Limits.COLUMNS) {
                if (size > 0) throw Refusal.invalid("file", "sheet.too-many-columns", Limits.COLUMNS);
                return;
            }
            if (index == gathered.length) gathered = Arrays.copyOf(gathered, Limits.COLUMNS);
            gathered[index] = text(buffer, offset, size);
            count = index + 1;
        }

        private static String text(char[] buffer, int offset, int size) {
            if (size == 0) return "";
            var text = new String(buffer, offset, size);
            return buffer[offset] == '\'' ? Formulas.restored(text) : text;
        }

        @Override
        protected Row buildRecord() {
            return new Row(line, Arrays.copyOf(gathered, count), Map.of());
        }
    }
}
