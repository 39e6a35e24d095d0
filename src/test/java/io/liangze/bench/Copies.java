package io.liangze.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Homes that are used up: empty ones, and copies of the province, whole or with its places, businesses and officials alone. */
final class Copies {

    private static final List<String> HISTORY = List.of("task", "visit", "visit_correction", "problem", "problem_event", "generation",
        "evidence_link", "assignment", "coverage_gap", "tally_delta", "audit_entry", "event_publication");

    private Copies() {}

    /** A folder for a new home; what was there is gone. */
    static Path empty(String name) throws IOException {
        var home = Product.ROOT.resolve("target/bench").resolve(name);
        FileSystemUtils.deleteRecursively(home);
        return home;
    }

    /** The province as it is, to be used up. */
    static Product of(Size size, String name) throws IOException, InterruptedException, SQLException {
        Province.start(size).close();
        var home = empty(name);
        if (new ProcessBuilder("cp", "-a", Province.home(size).toString(), home.toString()).inheritIO().start().waitFor() != 0)
            throw new IOException("cannot copy to " + home);
        Files.deleteIfExists(home.resolve("liangze.lock"));
        return Product.start(home);
    }

    /** Nobody answers for anybody, nothing has happened yet. */
    static Product beginning(Size size, String name) throws IOException, InterruptedException, SQLException {
        var product = of(size, name);
        try (var connection = product.database().connect(); var statement = connection.createStatement()) {
            statement.execute("truncate " + String.join(", ", HISTORY));
            statement.execute("delete from tally_total where measure <> 'SUBJECTS'");
        }
        Province.settle(product.database());
        return product;
    }

    static void remove(Product product) throws IOException {
        product.close();
        FileSystemUtils.deleteRecursively(product.home);
    }
}
