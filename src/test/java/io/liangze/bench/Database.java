package io.liangze.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The embedded database of a running product: for ceilings, and for what the product does not tell. */
record Database(String port, Path keys) {

    static Database in(Path home) {
        try {
            return new Database(Files.readAllLines(home.resolve("database/postmaster.pid")).get(3).strip(), home.resolve("keys"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the role that owns the tables; one connection, in the time zone of the product. */
    Connection connect() throws SQLException {
        var connection = DriverManager.getConnection(url("liangze"), "liangze_owner", password("owner"));
        try (var statement = connection.createStatement()) {
            statement.execute("set time zone 'Asia/Shanghai'");
        }
        return connection;
    }

    /** For settings of the server. */
    Connection connectAsSuperuser() throws SQLException {
        return DriverManager.getConnection(url("liangze"), "postgres", password("superuser"));
    }

    static JdbcClient on(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** Reads all rows and columns, as a program that needs them would. @return how many rows */
    static int drain(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        int count = 0;
        for (; rows.next(); count++)
            for (int i = 1; i <= columns; i++) rows.getObject(i);
        return count;
    }

    /** As a power cut would: the server and, with it, all that it was writing. The product starts it again. */
    static void kill(Path home) throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(home.resolve("database/postmaster.pid")).getFirst().strip());
        ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
    }

    String password(String role) {
        try {
            return Files.readString(keys.resolve("database-" + role + ".key")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String url(String name) {
        return "jdbc:postgresql://127.0.0.1:%s/%s".formatted(port, name);
    }
}
