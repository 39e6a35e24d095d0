package io.liangze.sheet;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table.
 *
 * @param number as the sender counts: Excel's row, or the line of a csv on which the row begins; the first is 1
 * @param cells  as many as the header has, at least; what is not there is {@code ""}; not trimmed
 * @param faults by index of cell, nearly always none
 */
public record Row(int number, String[] cells, Map<Integer, Fault> faults) {

    /** Why a cell cannot be trusted. */
    public enum Fault {
        /** A number of more than 15 digits in a numeric cell: Excel has cut it. */ CUT,
        /** The cell shows an error such as #N/A. */ ERROR,
        /** There is no column for this cell: the row has more cells than the header. */ EXTRA
    }

    public String cell(int column) {
        return cells[column];
    }

    public @Nullable Fault fault(int column) {
        return faults.get(column);
    }

    boolean isBlank() {
        for (var cell : cells) if (!cell.isBlank()) return false;
        return faults.isEmpty();
    }
}
