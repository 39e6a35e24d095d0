package io.liangze.bench;

import static io.liangze.bench.Figures.print;
import static io.liangze.bench.Figures.s;
import static io.liangze.bench.Figures.times;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.liangze.shared.Period;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import org.dhatim.fastexcel.Workbook;

/** P10: exports to xlsx, beside writing the same cells with the bare library. */
final class Exports {

    private static final int HEAP = 512;
    private static final int FLUSH = 500;

    private final Web web;
    private final Path folder;

    private Exports(Web web, Path folder) {
        this.web = web;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        var size = Size.of(arguments);
        Province.start(size).close();
        var heap = Heap.of(Province.home(size));
        try (var product = Product.start(Province.home(size), java.util.List.of("start"), heap.limitedTo(HEAP)); var connection = product.database().connect()) {
            var exports = new Exports(Web.signIn(product, "province"), Province.home(size).getParent());
            var quarter = Period.of(Period.Every.QUARTER, LocalDate.now(ZoneId.of("Asia/Shanghai")));
            exports.measure("tasks of the quarter", "/tasks/export.%s?period=" + quarter);
            print("heap of the product meanwhile", "%d MB".formatted(heap.peak()), "most left by a collection, -Xmx%dm".formatted(HEAP), "goal constant");
            var county = Database.on(connection).sql("""
                select left(region, 6) || '000000' from problem where state <> 'CANCELLED' group by 1 order by abs(count(*) - 1500), 1 limit 1
                """).query(String.class).single();
            exports.measure("problems of a county", "/problems/export.%s?region=" + county);
        }
    }

    private void measure(String what, String path) throws Exception {
        var csv = folder.resolve("export.csv");
        Files.deleteIfExists(csv);
        try (var in = web.stream(path.formatted("csv"))) {
            Files.copy(in, csv);
        }
        var bare = new Times();
        long cells = bare.of(() -> bare(csv));
        for (int i = 0; i < 2; i++) bare.of(() -> bare(csv));
        var took = new Times();
        long bytes = 0;
        for (int i = 0; i < 3; i++) bytes = took.of(() -> drained(web.stream(path.formatted("xlsx"))));
        print("%s, bare library".formatted(what), s(bare.median() / 1e3), "%,d cells".formatted(cells), "ceiling");
        print("%s over HTTP".formatted(what), s(took.median() / 1e3), "%,d bytes".formatted(bytes), times(took.median() / bare.median()), "goal ≤ 2 ×, small ≤ 2 s");
        Files.delete(csv);
    }

    private static long drained(InputStream answer) throws IOException {
        try (answer) {
            return answer.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** The same texts by the library alone, as it is meant to be used. @return how many cells */
    private static long bare(Path csv) throws IOException {
        long cells = 0;
        int row = 0;
        try (var rows = CsvReader.builder().ofCsvRecord(csv); var workbook = new Workbook(OutputStream.nullOutputStream(), "bench", "1.0")) {
            var sheet = workbook.newWorksheet("Sheet1");
            for (Iterator<CsvRecord> all = rows.iterator(); all.hasNext(); row++) {
                var record = all.next();
                for (int i = 0; i < record.getFieldCount(); i++, cells++)
                    if (!record.getField(i).isEmpty()) sheet.inlineString(row, i, record.getField(i));
                if (row % FLUSH == 0) sheet.flush();
            }
        }
        return cells;
    }
}
