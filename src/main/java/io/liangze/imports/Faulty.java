package io.liangze.imports;

import java.util.List;

/**
 * A row that was rejected or warned of, as it is kept beside the upload.
 *
 * @param title what stands in the first required column
 * @param cells of the file, all of them
 */
record Faulty(int line, String title, List<String> cells, List<Reason> reasons) {

    static Faulty rejected(Cells cells, String titleHeader) {
        return new Faulty(cells.number(), cells.text(titleHeader), List.of(cells.all()), List.copyOf(cells.flaws()));
    }

    static Faulty warned(Cells cells, String titleHeader) {
        return new Faulty(cells.number(), cells.text(titleHeader), List.of(cells.all()), List.copyOf(cells.warnings()));
    }
}
