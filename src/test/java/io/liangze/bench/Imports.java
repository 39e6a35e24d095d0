package io.liangze.bench;

import static io.liangze.bench.Figures.print;
import static io.liangze.bench.Figures.s;
import static io.liangze.bench.Figures.times;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;

/** P4: importing all businesses of the province from csv and xlsx into an empty installation, beside COPY of the same rows. */
final class Imports {

    private static final int HEAP = 512;

    private final Path places;
    private final Path csv;
    private final Path xlsx;

    private Imports(Path places, Path csv, Path xlsx) {
        this.places = places;
        this.csv = csv;
        this.xlsx = xlsx;
    }

    public static void main(String[] arguments) throws Exception {
        var imports = of(Size.of(arguments));
        imports.csv();
        imports.xlsx();
        imports.killed();
    }

    private static Imports of(Size size) throws Exception {
        var folder = Product.ROOT.resolve("target/bench/files-" + size.folder());
        try (var product = Province.start(size); var connection = product.database().connect()) {
            return new Imports(Sheet.places(connection, folder), Sheet.businesses(connection, folder, "csv"), Sheet.businesses(connection, folder, "xlsx"));
        }
    }

    /** An installation with places and nothing else, on a small heap. */
    private Product begin(Path home, Heap heap) throws Exception {
        var product = Product.start(home, List.of("start"), heap.limitedTo(HEAP));
        send(Web.signIn(product, "admin"), "regions", places);
        return product;
    }

    private void csv() throws Exception {
        var home = Copies.empty("import-csv");
        var heap = Heap.of(home);
        var product = begin(home, heap);
        try {
            var web = Web.signIn(product, "admin");
            var copy = new Times();
            copy.of(() -> copy(product));
            print("COPY of the same rows into a bare table", s(copy.median() / 1e3), "%,d bytes".formatted(Files.size(csv)), "ceiling");
            var took = new Times();
            var done = took.of(() -> send(web, "subjects", csv));
            print("import from csv", s(took.median() / 1e3), told(done), times(took.median() / copy.median()), "goal ≤ 4 ×");
            print("heap meanwhile", "%d MB".formatted(heap.peak()), "most left by a collection, -Xmx%dm".formatted(HEAP), "goal ≤ 512 MB");
            settled(product);
            var again = new Times();
            var same = again.of(() -> send(web, "subjects", csv));
            print("the same file again", s(again.median() / 1e3), told(same), "goal all unchanged");
        } finally {
            Copies.remove(product);
        }
    }

    private void xlsx() throws Exception {
        var home = Copies.empty("import-xlsx");
        var heap = Heap.of(home);
        var product = begin(home, heap);
        try {
            var took = new Times();
            var done = took.of(() -> send(Web.signIn(product, "admin"), "subjects", xlsx));
            print("import from xlsx", s(took.median() / 1e3), told(done), "%,d bytes".formatted(Files.size(xlsx)), "goal ≤ 60 s");
            print("heap meanwhile", "%d MB".formatted(heap.peak()), "most left by a collection, -Xmx%dm".formatted(HEAP), "goal ≤ 512 MB");
        } finally {
            Copies.remove(product);
        }
    }

    /** Killed when a third is done, and started again: it goes on when the dead process has been silent for long enough. */
    private void killed() throws Exception {
        var home = Copies.empty("import-killed");
        var heap = Heap.of(home);
        var first = begin(home, heap);
        var web = Web.signIn(first, "admin");
        var path = "/api/v1/imports/" + web.send("/api/v1/imports/subjects", csv).path("id").asString();
        long before = readBeyond(web, path, lines(csv) / 3);
        first.kill();
        var second = Product.start(home, List.of("start"), heap.limitedTo(HEAP));
        try (var connection = second.database().connect()) {
            var again = Web.signIn(second, "admin");
            var silent = new Times();
            silent.of(() -> readBeyond(again, path, before));
            var done = again.await(path);
            long stored = Database.on(connection).sql("select count(*) from subject").query(Long.class).single();
            print("killed after %,d rows, goes on".formatted(before), s(silent.median() / 1e3), "behind the next start", "heartbeat missed for 30 s");
            print("all of it then", "%,d stored".formatted(stored), told(done), "goal every row once");
        } finally {
            Copies.remove(second);
        }
    }

    /** Waits until more rows have been read. @return how many then */
    private static long readBeyond(Web web, String path, long rows) throws Exception {
        while (true) {
            var now = web.get(path);
            if (now.path("read").asLong() > rows) return now.path("read").asLong();
            if (List.of("DONE", "FAILED").contains(now.path("state").asString())) throw new IllegalStateException("It has ended: " + now);
            Thread.sleep(50);
        }
    }

    private static JsonNode send(Web web, String kind, Path file) throws Exception {
        return web.await("/api/v1/imports/" + web.send("/api/v1/imports/" + kind, file).path("id").asString());
    }

    private long copy(Product product) throws Exception {
        try (var connection = product.database().connect(); var statement = connection.createStatement(); var in = Files.newInputStream(csv)) {
            statement.execute("create table bench_copy (%s)".formatted(Sheet.COLUMNS.stream().map(c -> '"' + c + "\" text").collect(Collectors.joining(", "))));
            long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy bench_copy from stdin (format csv, header)", in);
            statement.execute("drop table bench_copy");
            return rows;
        }
    }

    /** What follows an import after its commit has come to an end. */
    private static void settled(Product product) throws Exception {
        try (var connection = product.database().connect()) {
            while (Database.on(connection).sql("select exists (select from event_publication)").query(Boolean.class).single()) Thread.sleep(200);
        }
    }

    private static long lines(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private static String told(JsonNode done) {
        return "%s: %,d read, %,d created, %,d unchanged, %,d rejected".formatted(done.path("state").asString(), done.path("read").asLong(),
            done.path("created").asLong(), done.path("unchanged").asLong(), done.path("rejected").asLong());
    }
}
