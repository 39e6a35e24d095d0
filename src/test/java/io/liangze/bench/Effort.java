package io.liangze.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;

/**
 * What an act costs the database: statements by the server's log, rows by its counters, without what jobs fold later;
 * bytes of WAL with that, and with the pages that the server writes whole after a checkpoint.
 */
final class Effort {

    private static final String ROWS = """
        select cast(pg_current_wal_insert_lsn() - '0/0' as bigint) as wal, cast(sum(n_tup_ins) as bigint) as inserted, cast(sum(n_tup_upd) as bigint) as updated
        from pg_stat_user_tables where relname not in ('tally_total', 'scheduled_tasks')
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
        set("log_statement", "all");
        Thread.sleep(1_500);
        long from = Files.size(log);
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
