package io.liangze.database;

import io.liangze.shared.Home;
import io.liangze.shared.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of our own in the folder {@code database} of the home. It listens on the loopback address alone
 * and lets nobody in without a password. It outlives a JVM that is killed; the next start stops it and starts anew. If
 * the server itself is killed, it is started again on the same port while we run.
 */
final class EmbeddedServer implements Server {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);

    static final String SUPERUSER = "postgres";
    static final String OWNER = "liangze_owner";
    static final String APP = "liangze_app";

    private static final long RECOVERY_SECONDS = 3_600;
    private static final long STOP_SECONDS = 120;

    private final Home home;
    private final Programs programs;
    private final Path database;
    private final Path logFile;
    private final int port;
    private final Passwords passwords;
    private volatile boolean closing;

    /** @throws Unusable if it cannot be started, with what the server said */
    EmbeddedServer(Home home, Keys keys) {
        this.home = home;
        this.programs = new Programs(Binaries.in(home.folder("postgresql")));
        this.database = home.data().resolve("database");
        this.logFile = home.folder("logs").resolve("postgresql.log");
        if (isCreated(home) && !Passwords.exist(keys))
            throw new Unusable("The passwords of the database in %s are missing from %s.".formatted(database, keys.folder()),
                "Put the folder of keys back where it was, or name it: LIANGZE_KEYS.");
        this.passwords = Passwords.of(keys);
        if (!isCreated(home)) create();
        writeSettings();
        stopLeftOver();
        this.port = freePort();
        start();
    }

    @Override
    public Access access() {
        return access(Roles.DATABASE);
    }

    Access access(String name) {
        return new Access(url(name), APP, passwords.app(), OWNER, passwords.owner());
    }

    Connection asSuperuser() throws SQLException {
        return Access.connect(url("postgres"), SUPERUSER, passwords.superuser());
    }

    private String url(String name) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name);
    }

    static boolean isCreated(Home home) {
        return Files.exists(home.data().resolve("database").resolve("PG_VERSION"));
    }

    /** In a folder beside it, which gets its name when it is whole: a start that is cut off leaves nothing half made. */
    private void create() {
        var fresh = home.data().resolve("database.new");
        try {
            FileSystemUtils.deleteRecursively(fresh);
            Files.createDirectory(fresh);
            programs.handOver(fresh);
            var password = Files.writeString(Files.createTempFile(home.data(), "superuser", ""), passwords.superuser());
            programs.handOver(password);
            var outcome = programs.run(300, "initdb", "-D", fresh.toString(), "-U", SUPERUSER, "--pwfile", password.toString(),
                "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
            Files.delete(password);
            if (outcome.code() != 0)
                throw new Unusable("The database cannot be created in %s:%n%s".formatted(fresh, outcome.said()),
                    "Mend what it says (space, permissions), then start again.");
            Files.writeString(fresh.resolve("postgresql.conf"),
                Files.readString(fresh.resolve("postgresql.conf")) + "%ninclude 'liangze.conf'%n".formatted());
            Files.move(fresh, database);
            log.info("Database created folder={}", database);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the database in " + fresh, e);
        }
    }

    /** Written anew at every start: a new version of the product brings its settings. An operator's own go below the include. */
    private void writeSettings() {
        try (var settings = EmbeddedServer.class.getResourceAsStream("/database/postgresql.conf")) {
            var file = database.resolve("liangze.conf");
            Files.write(file, settings.readAllBytes());
            programs.handOver(database);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the settings of the database", e);
        }
    }

    /** We hold the lock of the home, so a server that works here was left by a process that was killed. */
    private void stopLeftOver() {
        var left = Postmaster.of(database);
        if (left.isEmpty()) return;
        if (left.get().process().isPresent()) {
            log.warn("A database server was left running by a process that was killed, stopping it pid={}", left.get().pid());
            stop();
        }
        try {
            Files.deleteIfExists(Postmaster.file(database));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + Postmaster.file(database), e);
        }
    }

    private void start() {
        var started = System.nanoTime();
        var outcome = programs.run(RECOVERY_SECONDS, "pg_ctl", "start", "-D", database.toString(), "-l", logFile.toString(),
            "-w", "-t", Long.toString(RECOVERY_SECONDS), "-o", "-p " + port);
        if (outcome.code() != 0)
            throw new Unusable("The database does not start. It says:%n%s".formatted(lastWords()),
                "Mend what it says; the whole of it is in %s.".formatted(logFile));
        try (var connection = asSuperuser()) {
            var folder = Path.of(Durability.show(connection, "data_directory")).toRealPath();
            if (!folder.equals(database.toRealPath()))
                throw new Unusable("Port %d is answered by a database in %s, not in %s.".formatted(port, folder, database),
                    "Start again; another port will be chosen.");
            Durability.check(connection);
            Roles.keep(connection, passwords);
        } catch (SQLException | IOException e) {
            stop();
            throw new Unusable("The database has started and cannot be used: " + e.getMessage(),
                "See %s.".formatted(logFile), e);
        } catch (Unusable unusable) {
            stop();
            throw unusable;
        }
        watch();
        log.info("Database serves folder={} port={} tookMs={}", database, port, (System.nanoTime() - started) / 1_000_000);
    }

    private void watch() {
        Postmaster.of(database).flatMap(Postmaster::process)
            .ifPresent(process -> process.onExit().thenRun(this::startAgain));
    }

    private synchronized void startAgain() {
        if (closing) return;
        log.error("The database server has ended by itself, starting it again folder={}", database);
        try {
            stopLeftOver();
            start();
        } catch (RuntimeException e) {
            log.error("The database server cannot be started again", e);
        }
    }

    private void stop() {
        var outcome = programs.run(STOP_SECONDS + 10, "pg_ctl", "stop", "-D", database.toString(), "-m", "fast", "-w",
            "-t", Long.toString(STOP_SECONDS));
        if (outcome.code() != 0)
            log.error("The database server does not stop said=\"{}\"", outcome.said());
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(logFile);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
        } catch (IOException e) {
            return "(nothing: %s)".formatted(e.getMessage());
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free", e);
        }
    }

    @Override
    public synchronized void close() {
        closing = true;
        stop();
        log.info("Database stopped folder={}", database);
    }
}
