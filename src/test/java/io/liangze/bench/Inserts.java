package io.liangze.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The ceiling of writing acts: one transaction with the same number of row inserts, each row as wide as theirs on
 * average, into a bare table with a key; same server, same fsync. By pgbench where there is one, else over JDBC.
 */
final class Inserts {

    private static final int CONNECTIONS = 32;
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private final Database database;
    private final int rows;
    private final int bytes;

    /** @param rows inserts of one transaction @param bytes of payload in each */
    Inserts(Database database, int rows, int bytes) {
        this.database = database;
        this.rows = rows;
        this.bytes = bytes;
    }

    /** @param perSecond transactions @param by which program */
    record Ceiling(double perSecond, String by) {}

    Ceiling measure(int seconds) throws Exception {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            statement.execute("drop table if exists bench_row");
            statement.execute("create table bench_row (county char(6) not null, id uuid not null, payload text not null, primary key (county, id))");
            var pgbench = pgbench();
            var ceiling = pgbench.isPresent() ? byPgbench(pgbench.get(), seconds) : byJdbc(seconds);
            statement.execute("drop table bench_row");
            return ceiling;
        }
    }

    private String insert() {
        return "insert into bench_row values ('360121', gen_random_uuid(), repeat('x', %d))".formatted(bytes);
    }

    private Ceiling byPgbench(Path pgbench, int seconds) throws IOException, InterruptedException {
        var script = Files.createTempFile("bench", ".sql");
        Files.writeString(script, "begin;\n" + (insert() + ";\n").repeat(rows) + "commit;\n");
        var builder = new ProcessBuilder(pgbench.toString(), "-n", "-M", "prepared", "-f", script.toString(), "-c", Integer.toString(CONNECTIONS),
            "-j", "2", "-T", Integer.toString(seconds), "-h", "127.0.0.1", "-p", database.port(), "-U", "liangze_owner", "liangze").redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password("owner"));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes());
        Files.delete(script);
        var rate = RATE.matcher(said);
        if (process.waitFor() != 0 || !rate.find()) throw new IllegalStateException(said);
        return new Ceiling(Double.parseDouble(rate.group(1)), "pgbench");
    }

    private Ceiling byJdbc(int seconds) throws Exception {
        Queue<Connection> connections = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            var connection = database.connect();
            connection.setAutoCommit(false);
            connections.add(connection);
        }
        var many = new ConcurrentLinkedQueue<>(IntStream.range(0, 100_000 * seconds).boxed().collect(java.util.stream.Collectors.toCollection(ArrayDeque::new)));
        var outcome = Crowd.run(CONNECTIONS, Duration.ofSeconds(seconds), many, _ -> transaction(connections));
        for (var connection : connections) connection.close();
        return new Ceiling(outcome.perSecond(), "JDBC");
    }

    private void transaction(Queue<Connection> connections) throws SQLException {
        var connection = connections.remove();
        try (var statement = connection.prepareStatement(insert())) {
            for (int i = 0; i < rows; i++) statement.execute();
            connection.commit();
        } finally {
            connections.add(connection);
        }
    }

    /** On the path, and where the packages of distributions put it. */
    private static Optional<Path> pgbench() throws IOException {
        var folders = Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator)).map(Path::of);
        var packaged = Path.of("/usr/lib/postgresql");
        try (var versions = Files.isDirectory(packaged) ? Files.list(packaged) : Stream.<Path>empty()) {
            return Stream.concat(folders, versions.map(version -> version.resolve("bin")))
                .map(folder -> folder.resolve("pgbench")).filter(Files::isExecutable).findFirst();
        }
    }
}
