package io.liangze.imports;

import io.liangze.shared.Typed;
import io.liangze.sheet.SheetDates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One row by the headers of its columns, and what is wrong with it. */
public final class Cells {

    private final int number;
    private final String[] cells;
    private final Map<String, Integer> columns;
    private final List<Reason> flaws = new ArrayList<>(0);
    private final List<Reason> warnings = new ArrayList<>(0);

    /** @param columns where each known header stands among {@code cells} */
    Cells(int number, String[] cells, Map<String, Integer> columns) {
        this.number = number;
        this.cells = cells;
        this.columns = columns;
    }

    /** As the sender counts. */
    public int number() {
        return number;
    }

    /** Without blanks around; {@code ""} where the cell is empty or the file has no such column. */
    public String text(String header) {
        var column = columns.get(header);
        return column == null ? "" : cells[column].strip();
    }

    /** As {@link #text}; an empty or longer one is a flaw. */
    public String required(String header, int longest) {
        var text = text(header);
        if (text.isEmpty()) flaw(header, "value.missing");
        return shorter(header, text, longest);
    }

    /** As {@link #text}; a longer one is a flaw. */
    public String text(String header, int longest) {
        return shorter(header, text(header), longest);
    }

    /** A day; anything else but nothing is a flaw. */
    public Optional<LocalDate> date(String header) {
        return read(header, SheetDates::read, "import.date");
    }

    /** A number of at least 0; anything else but nothing is a flaw. */
    public Optional<BigDecimal> number(String header) {
        return read(header, Cells::readNumber, "import.number");
    }

    /** A whole number of at least 0; anything else but nothing is a flaw. */
    public Optional<Integer> count(String header) {
        return read(header, text -> readNumber(text).flatMap(Cells::whole), "import.count");
    }

    /** 是 or 否; anything else but nothing is a flaw. */
    public Optional<Boolean> yesNo(String header) {
        return read(header, Cells::readYesNo, "import.yes-no");
    }

    /** What {@code reader} makes of the text; where it makes nothing of it, flaw {@code code} with the text as {@code {0}}. */
    public <V> Optional<V> read(String header, Function<String, Optional<V>> reader, String code) {
        var text = text(header);
        if (text.isEmpty()) return Optional.empty();
        var value = reader.apply(text);
        if (value.isEmpty()) flaw(header, code, text);
        return value;
    }

    /** The row will be rejected: words under {@code flaw.<code>}. */
    public void flaw(String header, String code, Object... args) {
        flaws.add(new Reason(header, text(header), code, List.of(args)));
    }

    /** The row as a whole will be rejected. */
    void reject(String code, Object... args) {
        flaws.add(new Reason(null, "", code, List.of(args)));
    }

    /** The row will be taken, with a remark: words under {@code flaw.<code>}. */
    public void warn(String header, String code, Object... args) {
        warnings.add(new Reason(header, text(header), code, List.of(args)));
    }

    public boolean hasFlaws() {
        return !flaws.isEmpty();
    }

    /** As they stand in the file. */
    String[] all() { return cells; }
    List<Reason> flaws() { return flaws; }
    List<Reason> warnings() { return warnings; }

    private String shorter(String header, String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) flaw(header, "value.too-long", longest);
        return text;
    }

    private static Optional<BigDecimal> readNumber(String text) {
        var plain = Typed.plain(text).replace(",", "");
        if (!plain.matches("\\d{1,15}(\\.\\d{1,10})?")) return Optional.empty();
        return Optional.of(new BigDecimal(plain));
    }

    private static Optional<Integer> whole(BigDecimal number) {
        try {
            return Optional.of(number.intValueExact());
        } catch (ArithmeticException notWhole) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> readYesNo(String text) {
        return switch (text) {
            case "是", "Y", "y", "1", "true" -> Optional.of(true);
            case "否", "N", "n", "0", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
