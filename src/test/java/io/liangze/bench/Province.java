package io.liangze.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/** The invented province that the benchmarks share: loaded once under {@code target/bench}, then only started. */
final class Province {

    private Province() {}

    static Product start(Size size) throws IOException, InterruptedException, SQLException {
        var home = home(size);
        if (!Files.exists(note(home))) load(size).close();
        return Product.start(home);
    }

    /** Loads it if it is not there, and tells how long that took when it was done. */
    static Product load(Size size) throws IOException, InterruptedException, SQLException {
        var home = home(size);
        System.out.printf("Loading %s, once …%n", home);
        var product = Product.start(home, size.load, Map.of());
        settle(product.database());
        Files.writeString(note(home), Long.toString(product.took.toSeconds()));
        return product;
    }

    /** Seconds that the loading took. */
    static long loaded(Size size) throws IOException {
        return Long.parseLong(Files.readString(note(home(size))));
    }

    /** What the database would do by itself within minutes, so that it does not do it while we measure. */
    static void settle(Database database) throws SQLException {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze)");
        }
    }

    static Path home(Size size) {
        return Product.ROOT.resolve("target/bench").resolve(size.folder());
    }

    private static Path note(Path home) {
        return home.resolveSibling(home.getFileName() + ".loaded");
    }
}
