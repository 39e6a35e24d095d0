package io.liangze.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes xlsx: header bold and always in sight; texts inside their cells, so that no table of texts grows. */
final class XlsxTable implements SheetWriter {

    private static final int FLUSH = 500;
    private static final double NARROWEST = 10;
    private static final double WIDEST = 40;

    private final OutputStream out;
    private final Workbook workbook;
    private List<String> columns = List.of();
    private Worksheet sheet;
    private int sheets;
    private int next;

    XlsxTable(OutputStream out) {
        this.out = out;
        workbook = new Workbook(out, "Liangze", "1.0");
        sheet = workbook.newWorksheet("Sheet1");
    }

    @Override
    public void begin(List<String> columns) throws IOException {
        this.columns = columns;
        startSheet();
    }

    /** Where a sheet is full, the table goes on in a second one. */
    private void startSheet() throws IOException {
        if (sheets++ > 0) {
            sheet.finish();
            sheet = workbook.newWorksheet("Sheet" + sheets);
        }
        sheet.freezePane(0, 1);
        next = 0;
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, Math.clamp(2.5 * columns.get(i).length() + 2, NARROWEST, WIDEST));
            sheet.inlineString(0, i, columns.get(i));
            sheet.style(0, i).bold().set();
        }
        next = 1;
    }

    @Override
    public void row(@Nullable Object... cells) throws IOException {
        if (next == Worksheet.MAX_ROWS) startSheet();
        for (int i = 0; i < cells.length; i++) put(i, cells[i]);
        if (++next % FLUSH == 0) sheet.flush();
    }

    private void put(int column, @Nullable Object cell) {
        switch (cell) {
            case null -> { }
            case LocalDate day -> {
                sheet.value(next, column, day);
                sheet.style(next, column).format("yyyy-mm-dd").set();
            }
            case Number number when !Cells.isCut(number.toString()) -> sheet.value(next, column, number);
            default -> {
                var text = cell.toString();
                if (!text.isEmpty()) sheet.inlineString(next, column, Cells.escaped(text));
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            workbook.close();
        }
    }
}
