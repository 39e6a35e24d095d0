package io.liangze.sheet;

import io.liangze.shared.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the first visible sheet of a workbook, cell by cell; formulas by the value that was saved with them. */
final class XlsxReader extends SheetReader {

    private final Workbook workbook;
    private final Xml sheet;
    private String[] cells = new String[32];
    private Map<Integer, Row.Fault> faults = Map.of();
    private int width;
    private int length;
    private int number;

    private XlsxReader(Workbook workbook) {
        this.workbook = workbook;
        this.sheet = workbook.sheet();
        for (var name = sheet.nextStart(); !"sheetData".equals(name); name = sheet.nextStart())
            if (name == null) throw Xml.broken();
    }

    static XlsxReader open(Path file) throws IOException {
        var workbook = Workbook.open(file);
        try {
            return new XlsxReader(workbook);
        } catch (Refusal refusal) {
            workbook.close();
            throw refusal;
        }
    }

    @Override
    public SheetForm form() {
        return SheetForm.XLSX;
    }

    @Override
    @Nullable Row read() {
        for (var name = sheet.nextStartIn("sheetData"); name != null; name = sheet.nextStartIn("sheetData"))
            if (name.equals("row")) return row();
        return null;
    }

    private Row row() {
        number = Math.max(number + 1, Cells.number(sheet.attribute("r")));
        Arrays.fill(cells, 0, width, "");
        width = 0;
        length = 0;
        faults = Map.of();
        int column = -1;
        for (var name = sheet.nextStartIn("row"); name != null; name = sheet.nextStartIn("row"))
            if (name.equals("c")) {
                column = Cells.column(sheet.attribute("r"), column + 1);
                cell(column);
            }
        return new Row(number, Arrays.copyOf(cells, width), faults);
    }

    private void cell(int column) {
        var type = sheet.attribute("t");
        var style = sheet.attribute("s");
        for (var name = sheet.nextStartIn("c"); name != null; name = sheet.nextStartIn("c"))
            if (name.equals("v") || name.equals("is")) put(column, type == null ? "n" : type, style, sheet.text());
    }

    private void put(int column, String type, @Nullable String style, String value) {
        if (value.isEmpty()) return;
        switch (type) {
            case "s" -> put(column, Cells.unescaped(workbook.texts().at(value.strip())));
            case "n" -> putNumber(column, style, value.strip());
            case "b" -> put(column, value.strip().equals("1") ? "TRUE" : "FALSE");
            case "d" -> put(column, value.replaceFirst("T00:00(:00(\\.0+)?)?Z?$", ""));
            case "e" -> {
                put(column, value);
                flag(column, Row.Fault.ERROR);
            }
            default -> put(column, Cells.unescaped(value));
        }
    }

    private void putNumber(int column, @Nullable String style, String value) {
        var shown = workbook.styles().isDate(style) ? Cells.date(value, workbook.from1904()) : Cells.plain(value);
        put(column, shown.orElse(value));
        if (shown.isEmpty()) flag(column, Row.Fault.ERROR);
        else if (Cells.isCut(shown.get())) flag(column, Row.Fault.CUT);
    }

    private void put(int column, String text) {
        if (text.isEmpty()) return;
        length += text.length();
        if (column < 0) throw Xml.broken();
        if (column >= Limits.COLUMNS) throw Refusal.invalid("file", "sheet.too-many-columns", Limits.COLUMNS);
        if (text.length() > Limits.CELL) throw Refusal.invalid("file", "sheet.cell-too-long", number, Limits.CELL);
        if (length > Limits.ROW) throw Refusal.invalid("file", "sheet.row-too-long", number);
        if (column >= cells.length) cells = Arrays.copyOf(cells, Limits.COLUMNS);
        if (column >= width) {
            Arrays.fill(cells, width, column, "");
            width = column + 1;
        }
        cells[column] = text;
    }

    private void flag(int column, Row.Fault fault) {
        if (faults.isEmpty()) faults = new HashMap<>();
        faults.put(column, fault);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
