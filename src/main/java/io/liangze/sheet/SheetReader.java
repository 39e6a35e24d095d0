package io.liangze.sheet;

import io.liangze.shared.Refusal;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads a table once, row by row, without the blank ones. Its first row is the header. */
public abstract sealed class SheetReader implements Iterable<Row>, AutoCloseable permits CsvReader, XlsxReader {

    private List<String> header = List.of();

    /** Names of the columns, trimmed, without mark, full-width forms narrowed (NFKC); a name may be empty. */
    public List<String> header() {
        return header;
    }

    /** How the file is written down, so that an answer can be written alike. */
    public abstract SheetForm form();

    /** The next row as it stands, also a blank one; null behind the last. */
    abstract @Nullable Row read();

    @Override
    public abstract void close() throws IOException;

    /** Where the column stands; -1 if it is not there. */
    public int column(String name) {
        return header.indexOf(name);
    }

    /** @throws Refusal {@code input.invalid} 422 from its methods, where the file turns out to be broken */
    @Override
    public Iterator<Row> iterator() {
        return new Rows();
    }

    void begin(Collection<String> known) {
        var first = readFilled();
        if (first == null) throw Refusal.invalid("file", "sheet.empty");
        header = Arrays.stream(withoutBlankEnd(first.cells())).map(Sheets::normalized).toList();
        if (header.size() > Limits.COLUMNS) throw Refusal.invalid("file", "sheet.too-many-columns", Limits.COLUMNS);
        var seen = new HashSet<String>();
        for (var name : header)
            if (!seen.add(name) && known.contains(name)) throw Refusal.invalid("file", "sheet.column-twice", name);
    }

    private @Nullable Row readFilled() {
        var row = read();
        while (row != null && row.isBlank()) row = read();
        return row;
    }

    /** Brought to the width of the header; cells beyond it stay, and the first of them is a fault. */
    private Row fitted(Row row) {
        int width = header.size();
        int filled = row.cells().length;
        if (filled == width) return row;
        if (filled > width) filled = Math.max(width, withoutBlankEnd(row.cells()).length);
        var cells = Arrays.copyOf(row.cells(), Math.max(width, filled));
        if (filled <= width) {
            Arrays.fill(cells, Math.min(row.cells().length, width), width, "");
            return new Row(row.number(), cells, row.faults());
        }
        Map<Integer, Row.Fault> faults = new HashMap<>(row.faults());
        faults.put(width, Row.Fault.EXTRA);
        return new Row(row.number(), cells, Map.copyOf(faults));
    }

    private static String[] withoutBlankEnd(String[] cells) {
        int end = cells.length;
        while (end > 0 && cells[end - 1].isBlank()) end--;
        return Arrays.copyOf(cells, end);
    }

    private final class Rows implements Iterator<Row> {
        private @Nullable Row next;
        private int count;
        private boolean ended;

        @Override
        public boolean hasNext() {
            if (next == null && !ended) {
                next = readFilled();
                ended = next == null;
                if (!ended && ++count > Limits.ROWS) throw Refusal.invalid("file", "sheet.too-many-rows", Limits.ROWS);
            }
            return next != null;
        }

        @Override
        public Row next() {
            if (!hasNext() || next == null) throw new NoSuchElementException();
            var row = fitted(next);
            next = null;
            return row;
        }
    }
}
