package io.liangze.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The workbook to fill in: one sheet with nothing but the header, one that says what may stand in each column. */
final class Template {

    private final Importer<?> importer;
    private final ImportWords words;
    private final Locale locale;

    Template(Importer<?> importer, ImportWords words, Locale locale) {
        this.importer = importer;
        this.words = words;
        this.locale = locale;
    }

    void write(OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Liangze", "1.0")) {
            header(book.newWorksheet(say("imports.kind." + importer.kind())));
            guide(book.newWorksheet(say("imports.template.guide")));
        }
    }

    private void header(Worksheet sheet) {
        var columns = importer.columns();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            sheet.value(0, i, column.header());
            sheet.style(0, i).bold().fillColor(column.required() ? "FFF2CC" : "E2EFDA").set();
            sheet.comment(0, i, say(column.rule()));
            sheet.width(i, Math.max(12, 2 + 2 * Math.max(column.header().length(), column.example().length() / 2)));
            sheet.range(1, i, 5_000, i).style().format("@").set();
        }
        sheet.freezePane(0, 1);
    }

    private void guide(Worksheet sheet) {
        var titles = List.of("imports.template.column", "imports.template.required", "imports.template.rule",
            "imports.template.example");
        for (int i = 0; i < titles.size(); i++) {
            sheet.value(0, i, say(titles.get(i)));
            sheet.style(0, i).bold().fillColor("D9E2EC").set();
            sheet.width(i, i == 2 ? 60 : 24);
        }
        for (int i = 0; i < importer.columns().size(); i++) {
            var column = importer.columns().get(i);
            sheet.value(i + 1, 0, column.header());
            sheet.value(i + 1, 1, say(column.required() ? "form.required" : "form.optional"));
            sheet.value(i + 1, 2, say(column.rule()));
            sheet.value(i + 1, 3, column.example());
        }
    }

    private String say(String key) {
        return words.say(key, List.of(), locale);
    }
}
