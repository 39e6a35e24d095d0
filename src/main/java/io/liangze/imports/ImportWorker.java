package io.liangze.imports;

import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.shared.Refusal;
import io.liangze.shared.Scope;
import io.liangze.shared.Sm3;
import io.liangze.work.Work;
import io.liangze.work.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Drives a file through its importer: reads the next rows while the last ones are being stored. */
@Component
class ImportWorker implements Worker {

    private final Importers importers;
    private final ImportFolders folders;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    ImportWorker(Importers importers, ImportFolders folders, Audit audit, TransactionTemplate transaction, JsonMapper json) {
        this.importers = importers;
        this.folders = folders;
        this.audit = audit;
        this.transaction = transaction;
        this.json = json;
    }

    @Override
    public String kind() {
        return Importers.WORK;
    }

    @Override
    public boolean does(String kind) {
        return kind.startsWith(Importers.WORK);
    }

    @Override
    public void run(Scope scope, Work work, Progress progress) throws Exception {
        drive(importers.of(work), scope, work, progress);
    }

    private <T> void drive(Importer<T> importer, Scope sender, Work work, Progress progress) throws Exception {
        var mark = Mark.of(work.mark());
        if (mark.finished()) return;
        var input = json.treeToValue(work.input(), ImportInput.class);
        var files = folders.journals(work.id());
        try (var reading = new Reading<>(importer, folders.upload(input.upload()));
             var journals = new Journals(files, mark);
             var ahead = Executors.newVirtualThreadPerTaskExecutor()) {
            var of = new Import(work.id(), input.dryRun(), reading.columns().keySet());
            var run = new Run<>(importer, sender.as(importer.roles()), of, journals, progress,
                mark.rows() == 0 ? Figures.NONE : json.treeToValue(work.progress(), Figures.class));
            if (mark.rows() == 0) run.warnOfHeader(reading);
            var next = ahead.submit(() -> {
                reading.skip(of, mark.rows());
                return reading.next(of);
            });
            for (var chunk = run.await(next); !chunk.rows().isEmpty(); chunk = run.await(next)) {
                next = ahead.submit(() -> reading.next(of));
                run.store(chunk);
            }
            run.finish(files, work);
        }
        if (!input.dryRun()) folders.drop(input.upload());
    }

    /** One import while it runs. */
    private final class Run<T> {

        private final Importer<T> importer;
        private final Scope scope;
        private final Import of;
        private final Journals journals;
        private final Progress progress;
        private final String titleHeader;
        private Figures figures;

        Run(Importer<T> importer, Scope scope, Import of, Journals journals, Progress progress, Figures figures) {
            this.importer = importer;
            this.scope = scope;
            this.of = of;
            this.journals = journals;
            this.progress = progress;
            this.figures = figures;
            this.titleHeader = importer.columns().stream().filter(Column::required).findFirst().orElseThrow().header();
        }

        void warnOfHeader(Reading<T> reading) throws IOException {
            if (reading.unknown().isEmpty()) return;
            var reasons = reading.unknown().stream()
                .map(header -> new Reason(null, header, "import.unknown-column", List.of(header))).toList();
            journals.warn(new Faulty(1, "", reading.sheet().header(), reasons));
            figures = new Figures(0, 0, 0, 0, 0, 1, null);
        }

        /** The rows that were read meanwhile. @throws Refusal if the file is broken there: kept for its sender to read */
        Chunk<T> await(Future<Chunk<T>> next) throws InterruptedException {
            try {
                return next.get();
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof Refusal refusal) {
                    progress.show(figures.failed(refusal));
                    throw refusal;
                }
                throw new IllegalStateException(failed.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw stopped;
            }
        }

        void store(Chunk<T> chunk) {
            if (of.dryRun()) {
                transaction.executeWithoutResult(trial -> {
                    trial.setRollbackOnly();
                    importer.store(scope, of, chunk.batch());
                });
                transaction.executeWithoutResult(_ -> keep(chunk));
            } else {
                transaction.executeWithoutResult(_ -> {
                    importer.store(scope, of, chunk.batch());
                    keep(chunk);
                });
            }
        }

        private void keep(Chunk<T> chunk) {
            try {
                int rejected = 0;
                int warned = 0;
                for (var cells : chunk.rows()) {
                    if (cells.hasFlaws()) {
                        journals.reject(Faulty.rejected(cells, titleHeader));
                        rejected++;
                    } else if (!cells.warnings().isEmpty()) {
                        journals.warn(Faulty.warned(cells, titleHeader));
                        warned++;
                    }
                }
                for (var change : chunk.batch().changes()) journals.change(change);
                figures = figures.plus(chunk, rejected, warned);
                progress.keep(figures, journals.flush(figures.read()).toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void finish(Journals.Files files, Work work) throws IOException {
            var mark = journals.flush(figures.read()).asFinished();
            transaction.executeWithoutResult(_ -> {
                if (!of.dryRun()) {
                    importer.finish(scope, of);
                    audit.record(scope, Change.made("import.done", "IMPORT", work.id(), work.region(), summary(files)));
                }
                progress.keep(figures, mark.toString());
            });
        }

        private Map<String, Object> summary(Journals.Files files) {
            return Map.of("kind", importer.kind(), "read", figures.read(), "created", figures.created(),
                "updated", figures.updated(), "rejected", figures.rejected(),
                "changes", HexFormat.of().formatHex(Sm3.digest(files.changesFile())));
        }
    }
}
