package io.liangze.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;

/** What an act costs the database: statements by the server's log, rows and bytes of WAL by its counters. */
final class Effort {

    private static final String ROWS = """
        select pg_current_wal_insert_lsn() - '0/0'::pg_lsn as wal,
               (select sum(n_tup_ins) from pg_stat_user_tables) as inserted, (select sum(n_tup_upd) from pg_stat_user_tables) as updated
        """;

    private final Connection superuser;
    private final Path log;

    /** Per act. @param wal bytes */
    record Cost(double statements, double inserted, double updated, double wal) {}

    private record Counters(long wal, long inserted, long updated) {}

    Effort(Product product) throws SQLException {
        superuser = product.database().connectAsSuperuser();
        log = product.home.resolve("logs/postgresql.log");
    }

    /** @param acts how many of them {@code all} does */
    Cost of(int acts, Callable<?> all) throws Exception {
        var before = counters();
        long from = Files.size(log);
        set("log_statement", "all");
        Thread.sleep(1_500);
        from = Files.size(log);
        all.call();
        Thread.sleep(200);
        long statements = statements(from);
        set("log_statement", "none");
        var after = counters();
        return new Cost((double) statements / acts, (double) (after.inserted - before.inserted) / acts,
            (double) (after.updated - before.updated) / acts, (double) (after.wal - before.wal) / acts);
    }

    private Counters counters() throws Exception {
        Thread.sleep(1_500);    // backends tell their counts at most once a second
        return Database.on(superuser).sql(ROWS).query(Counters.class).single();
    }

    /** Of the application; begin, commit and what jobs of the background ask are no part of an act. */
    private long statements(long from) throws IOException {
        try (var channel = Files.newByteChannel(log)) {
            channel.position(from);
            var said = java.nio.channels.Channels.newInputStream(channel);
            return new String(said.readAllBytes(), StandardCharsets.UTF_8).lines()
                .filter(line -> line.contains("liangze_app@") && (line.contains("execute ") || line.contains("statement: ")))
                .filter(line -> !line.contains("BEGIN") && !line.contains("COMMIT") && !line.contains("scheduled_tasks") && !line.contains("SET SESSION"))
                .count();
        }
    }

    private void set(String name, String value) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("alter system set %s = '%s'".formatted(name, value));
            statement.execute("select pg_reload_conf()");
        }
    }
}
