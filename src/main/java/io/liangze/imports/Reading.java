package io.liangze.imports;

import io.liangze.sheet.Row;
import io.liangze.sheet.SheetReader;
import io.liangze.sheet.Sheets;
import io.liangze.shared.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a file in chunks: finds the columns, lets the importer read each row, and rejects what stood there before. */
final class Reading<T> implements AutoCloseable {

    private final Importer<T> importer;
    private final SheetReader sheet;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Iterator<Row> rows;
    private final FirstRows firstRows = new FirstRows();

    /**
     * Opens the file and reads its header.
     *
     * @throws Refusal {@code input.invalid} 422 for field {@code file}: unreadable, or a required column is missing
     */
    Reading(Importer<T> importer, Path file) {
        this.importer = importer;
        sheet = Sheets.open(file, importer.columns().stream().map(Column::header).toList());
        for (var column : importer.columns()) {
            int at = sheet.column(column.header());
            if (at >= 0) columns.put(column.header(), at);
        }
        rows = sheet.iterator();
    }

    /** @throws Refusal 422 naming the required columns that the file lacks */
    void checkColumns() {
        var missing = importer.columns().stream().filter(c -> c.required() && !columns.containsKey(c.header()))
            .map(Column::header).toList();
        if (!missing.isEmpty()) throw Refusal.invalid("file", "import.missing-columns", String.join("、", missing));
    }

    SheetReader sheet() {
        return sheet;
    }

    /** Headers that the importer knows. */
    Map<String, Integer> columns() {
        return columns;
    }

    /** Headers that it does not know. */
    List<String> unknown() {
        return sheet.header().stream().filter(h -> !h.isEmpty() && !columns.containsKey(h)).toList();
    }

    /** Goes past rows that were dealt with before; what stood in them still counts as the first. */
    void skip(Import of, long count) {
        for (long i = 0; i < count && rows.hasNext(); i++) read(of, rows.next(), new ArrayList<>());
    }

    /** The next rows; none behind the last. */
    Chunk<T> next(Import of) {
        var all = new ArrayList<Cells>();
        var lines = new ArrayList<Line<T>>();
        var fit = new ArrayList<Cells>();
        while (all.size() < importer.batchSize() && rows.hasNext()) {
            var cells = read(of, rows.next(), lines);
            all.add(cells);
            if (lines.size() > fit.size()) fit.add(cells);
        }
        return new Chunk<>(all, new Batch<>(lines, fit));
    }

    private Cells read(Import of, Row row, List<Line<T>> lines) {
        var cells = new Cells(row.number(), row.cells(), columns);
        if (!row.faults().isEmpty()) distrust(row, cells);
        var value = importer.read(of, cells);
        if (cells.hasFlaws()) return cells;
        Objects.requireNonNull(value, "neither a value nor a flaw");
        for (var key : importer.keys(value)) {
            int first = firstRows.claim(key, row.number());
            if (first != 0 && first != row.number()) {
                cells.reject("import.duplicate", first);
                return cells;
            }
        }
        lines.add(new Line<>(lines.size(), row.number(), value));
        return cells;
    }

    private void distrust(Row row, Cells cells) {
        columns.forEach((header, column) -> {
            var fault = row.fault(column);
            if (fault == Row.Fault.CUT) cells.flaw(header, "import.cut");
            if (fault == Row.Fault.ERROR) cells.flaw(header, "import.cell-error");
        });
        if (row.faults().containsValue(Row.Fault.EXTRA)) cells.reject("import.extra-cell");
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
