package io.liangze.database;

import io.liangze.shared.Home;
import io.liangze.shared.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The database of a test run: an empty one on an embedded server in {@code target}, which the next run starts again, or
 * the one of {@code LIANGZE_TEST_DB_URL}, which is emptied.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String NAME = "liangze_test";
    private static final String APPLICATION = "liangze_test_app";
    private static final Access ACCESS = prepared();

    private static Access prepared() {
        try {
            var given = System.getenv("LIANGZE_TEST_DB_URL");
            return given == null ? embedded() : emptied(given);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("No database for the tests", e);
        }
    }

    private static Access embedded() throws SQLException, IOException {
        var home = new Home(Path.of("target", "test-database"));
        var lock = HomeLock.take(home);
        var server = new EmbeddedServer(home, new Keys(home.data().resolve("keys")));
        SpringApplication.getShutdownHandlers().add(() -> closeAll(server, lock));
        try (var superuser = server.asSuperuser()) {
            run(superuser, "drop database if exists " + NAME + " with (force)");
            Roles.database(superuser, NAME);
        }
        return server.access(NAME);
    }

    private static Access emptied(String url) throws SQLException {
        if (!url.contains("test"))
            throw new IllegalArgumentException("LIANGZE_TEST_DB_URL names a database without \"test\" in its name; it would be emptied");
        var user = System.getenv("LIANGZE_TEST_DB_USER");
        var password = System.getenv("LIANGZE_TEST_DB_PASSWORD");
        var one = new Access(url.startsWith("jdbc:") ? url : "jdbc:" + url, user, password, user, password);
        try (var owner = one.asOwner()) {
            run(owner, "drop schema public cascade");
            run(owner, "create schema public");
            if (!isSuperuser(owner)) return one;
            var own = UUID.randomUUID().toString();
            Roles.role(owner, APPLICATION, own);
            return new Access(one.url(), APPLICATION, own, user, password);
        }
    }

    /** Only a superuser can give the application a role of its own, as it has on the embedded server. */
    private static boolean isSuperuser(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
             var row = statement.executeQuery("select rolsuper from pg_roles where rolname = current_user")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** After Spring has closed every context, so that no pool outlives its server. */
    private static void closeAll(Server server, HomeLock lock) {
        server.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var home = Path.of("target", "test-home");
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TestPropertyValues.of(Map.of(
            "liangze.home", home.toString(), "liangze.keys", home.resolve("keys").toString(),
            "liangze.db.url", ACCESS.url(), "liangze.db.user", ACCESS.user(), "liangze.db.password", ACCESS.password(),
            "liangze.db.owner", ACCESS.owner(), "liangze.db.owner-password", ACCESS.ownerPassword())).applyTo(context);
    }
}
