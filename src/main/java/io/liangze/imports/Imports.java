package io.liangze.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.shared.Refusal;
import io.liangze.shared.Scope;
import io.liangze.sheet.SheetForm;
import io.liangze.sheet.SheetWriter;
import io.liangze.work.Work;
import io.liangze.work.WorkState;
import io.liangze.work.Works;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes files, tells how far their import is, and gives back what did not fit. */
@Service
public class Imports {

    private static final String LINE = "行号";
    private static final String REASON = "原因";

    private final Importers importers;
    private final ImportFolders folders;
    private final ImportWords words;
    private final Works works;
    private final Audit audit;
    private final JsonMapper json;

    Imports(Importers importers, ImportFolders folders, ImportWords words, Works works, Audit audit, JsonMapper json) {
        this.importers = importers;
        this.folders = folders;
        this.words = words;
        this.works = works;
        this.audit = audit;
        this.json = json;
    }

    /**
     * Takes a file and queues its import.
     *
     * @param kind   of an {@link Importer}
     * @param sent   csv or xlsx; told by its content
     * @param dryRun only tells what would change
     * @return its id
     * @throws Refusal {@code import-kind.absent} 404; {@code role.insufficient} 403; {@code input.invalid} 422 for field
     *         {@code file}: unreadable, or a required column is missing
     */
    @Transactional
    public UUID start(Scope scope, String kind, String fileName, InputStream sent, boolean dryRun) {
        scope.as(importers.roles());
        var importer = importers.of(kind);
        var sender = scope.as(importer.roles());
        var upload = UuidCreator.getTimeOrderedEpoch();
        folders.keep(upload, sent);
        try {
            return queue(sender, kind, checked(importer, upload, shown(fileName), dryRun));
        } catch (RuntimeException refused) {
            folders.drop(upload);
            throw refused;
        }
    }

    /**
     * Does what a trial run has shown.
     *
     * @return the id of the import
     * @throws Refusal {@code work.absent} 404; {@code import.not-now} 409 unless it is a trial run that has ended well and
     *         whose file is still kept
     */
    @Transactional
    public UUID apply(Scope scope, UUID dryRun) {
        var work = work(scope, dryRun);
        var input = input(work);
        if (!input.dryRun() || work.state() != WorkState.DONE || !Files.exists(folders.upload(input.upload())))
            throw Refusal.conflict("import.not-now");
        return queue(scope.as(importers.of(work).roles()), importers.of(work).kind(),
            new ImportInput(input.fileName(), input.upload(), input.header(), input.form(), false, figures(work).read()));
    }

    /** @throws Refusal {@code work.absent} 404 */
    public ImportStatus find(Scope scope, UUID id, Locale locale) {
        return status(work(scope, id), locale);
    }

    /** The account's own imports, newest first. */
    public List<ImportStatus> mine(Scope scope, Locale locale) {
        return works.mine(scope.as(importers.roles()), Importers.WORK).stream().map(work -> status(work, locale)).toList();
    }

    /** The account's other long actions, such as matching, newest first. */
    public List<Work> others(Scope scope) {
        return works.mine(scope.as(importers.roles()), "").stream().filter(work -> !work.kind().startsWith(Importers.WORK)).toList();
    }

    /** The rejected rows as they stood in the file, with 行号 and 原因 behind them. */
    public Download rejects(Scope scope, UUID id, Locale locale) {
        return download(work(scope, id), "rejects", Journals.Files::rejects, locale);
    }

    /** The rows with a remark likewise. */
    public Download warnings(Scope scope, UUID id, Locale locale) {
        return download(work(scope, id), "warnings", Journals.Files::warnings, locale);
    }

    /** An empty workbook with the columns of a kind, and what may stand in them. @throws Refusal {@code import-kind.absent} */
    public Download template(Scope scope, String kind, Locale locale) {
        scope.as(importers.roles());
        var template = new Template(importers.of(kind), words, locale);
        return new Download(SheetForm.XLSX, words.say("imports.kind." + kind, List.of(), locale), template::write);
    }

    /** Kinds that the account may import. */
    public List<String> kinds(Scope scope) {
        return importers.all().stream().filter(i -> scope.hasAny(i.roles())).map(Importer::kind).toList();
    }

    /**
     * An import for the eye: with the changes or the faulty rows that it has so far.
     *
     * @param show  what to list; null = what most wants a look
     * @param after row of the file behind which the list begins
     */
    public ImportView view(Scope scope, UUID id, ImportView.@Nullable Show show, int after, Locale locale) {
        var work = work(scope, id);
        var status = status(work, locale);
        var shown = show == null ? ImportView.Show.of(status) : show;
        var lines = new ImportLines(folders.journals(id), words, locale);
        var page = lines.page(shown, after);
        var input = input(work);
        var followUp = status.state() != WorkState.DONE || status.dryRun() || status.created() == 0 ? null
            : importers.of(work).followUp().map(path -> path.replace("{0}", id.toString())).orElse(null);
        return new ImportView(status, input.header().size(), input.expected(), shown, page, followUp,
            importers.of(work).columns().stream().filter(Column::required).findFirst().orElseThrow().header());
    }

    private Work work(Scope scope, UUID id) {
        return works.find(scope.as(importers.roles()), Importers.WORK, id);
    }

    private ImportInput input(Work work) {
        return json.treeToValue(work.input(), ImportInput.class);
    }

    private Figures figures(Work work) {
        return work.progress().isEmpty() ? Figures.NONE : json.treeToValue(work.progress(), Figures.class);
    }

    private UUID queue(Scope sender, String kind, ImportInput input) {
        var id = works.start(sender, Importers.WORK + kind, sender.home(), input);
        audit.record(sender, Change.made("import.started", "IMPORT", id, sender.home(),
            Map.of("kind", kind, "file", input.fileName(), "dryRun", input.dryRun())));
        return id;
    }

    private ImportInput checked(Importer<?> importer, UUID upload, String fileName, boolean dryRun) {
        try (var reading = new Reading<>(importer, folders.upload(upload))) {
            reading.checkColumns();
            var sheet = reading.sheet();
            return new ImportInput(fileName, upload, sheet.header(), sheet.form().toString(), dryRun, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Download download(Work work, String what, Function<Journals.Files, Stream<Faulty>> kept, Locale locale) {
        var input = input(work);
        var name = "%s-%s".formatted(input.fileName().replaceFirst("\\.\\w+$", ""), what);
        return new Download(SheetForm.of(input.form()), name, out -> {
            try (var rows = kept.apply(folders.journals(work.id()))) {
                write(input, rows, locale, out);
            }
        });
    }

    private void write(ImportInput input, Stream<Faulty> rows, Locale locale, OutputStream out) throws IOException {
        int width = input.header().size();
        try (var table = SheetWriter.to(out, SheetForm.of(input.form()))) {
            table.begin(Stream.concat(input.header().stream(), Stream.of(LINE, REASON)).toList());
            for (var row : (Iterable<Faulty>) rows::iterator) {
                var cells = Arrays.copyOf(row.cells().toArray(), width + 2);
                cells[width] = row.line();
                cells[width + 1] = words.reasons(row, locale);
                table.row(cells);
            }
        }
    }

    private ImportStatus status(Work work, Locale locale) {
        var figures = figures(work);
        var input = input(work);
        return new ImportStatus(work.id(), work.kind().substring(Importers.WORK.length()), work.state(), figures.read(),
            figures.created(), figures.updated(), figures.unchanged(), figures.rejected(), figures.warnings(),
            work.startedAt(), work.endedAt(), words.error(work, figures, locale), input.dryRun(), input.fileName());
    }

    private static String shown(String fileName) {
        var last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("\\p{Cntrl}", "").strip();
        return plain.length() <= 120 ? plain : plain.substring(plain.length() - 120);
    }
}
