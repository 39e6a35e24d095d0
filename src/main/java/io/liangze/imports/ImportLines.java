package io.liangze.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads what an import has left, a page at a time. */
final class ImportLines {

    private static final int PAGE = 100;

    private final Journals.Files files;
    private final ImportWords words;
    private final Locale locale;

    ImportLines(Journals.Files files, ImportWords words, Locale locale) {
        this.files = files;
        this.words = words;
        this.locale = locale;
    }

    ImportView.Lines page(ImportView.Show show, int after) {
        if (show.isFaulty()) {
            var faults = new ArrayList<ImportView.FaultLine>();
            try (var rows = show == ImportView.Show.REJECTED ? files.rejects() : files.warnings()) {
                rows.filter(row -> row.line() > after).limit(PAGE + 1).forEach(row -> faults.add(fault(row)));
            }
            boolean more = faults.size() > PAGE;
            return new ImportView.Lines(List.of(), more ? faults.subList(0, PAGE) : faults, more ? faults.get(PAGE - 1).line() : null);
        }
        var changes = new ArrayList<ImportView.ChangeLine>();
        try (Stream<Changed> rows = files.changes(show == ImportView.Show.CREATED)) {
            rows.filter(row -> row.line() > after).limit(PAGE + 1).forEach(row -> changes.add(change(row)));
        }
        boolean more = changes.size() > PAGE;
        return new ImportView.Lines(more ? changes.subList(0, PAGE) : changes, List.of(), more ? changes.get(PAGE - 1).line() : null);
    }

    private ImportView.FaultLine fault(Faulty row) {
        return new ImportView.FaultLine(row.line(), row.title(), row.reasons().stream()
            .map(reason -> new ImportView.Fault(reason.column(), reason.value(), words.reason(reason, locale))).toList());
    }

    private ImportView.ChangeLine change(Changed row) {
        return new ImportView.ChangeLine(row.line(), row.title(), row.differences(),
            row.effect() == null ? null : words.say("effect." + row.effect(), row.args(), locale));
    }
}
