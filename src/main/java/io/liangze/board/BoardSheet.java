package io.liangze.board;

import io.liangze.shared.Screen;
import io.liangze.sheet.SheetForm;
import io.liangze.sheet.SheetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the table of the board: the place itself first, then those below it. Rates in per cent, one place, floored. */
@Component
class BoardSheet {

    void write(Screen screen, Cockpit cockpit, SheetForm form, OutputStream out) throws IOException {
        try (var table = SheetWriter.to(out, form)) {
            table.begin(Stream.concat(Stream.of(screen.lookup("board.place"), screen.lookup("board.code")),
                Arrays.stream(Figure.values()).map(figure -> heading(screen, figure))).toList());
            table.row(cells(cockpit.whole()));
            for (var row : cockpit.rows()) table.row(cells(row));
        }
    }

    private static String heading(Screen screen, Figure figure) {
        return figure.isRate() ? screen.words("board.in-per-cent", screen.name(figure)) : screen.name(figure);
    }

    private static Object[] cells(Cockpit.Row row) {
        return Stream.concat(List.<@Nullable Object>of(row.name(), row.region()).stream(),
            Arrays.stream(Figure.values()).map(figure -> cell(figure, row.figures()))).toArray();
    }

    private static @Nullable Object cell(Figure figure, Figures figures) {
        var value = figure.of(figures);
        return value instanceof BigDecimal rate ? rate.movePointRight(2).setScale(1, RoundingMode.FLOOR) : value;
    }
}
