package io.liangze.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.liangze.shared.Home;
import io.liangze.shared.Keys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Starts, kills and starts again, in one home for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedServerTest {

    private Home home;
    private Keys keys;

    @BeforeAll
    void settle(@TempDir Path folder) throws IOException {
        home = new Home(folder.resolve("home"));
        keys = new Keys(folder.resolve("keys"));
    }

    @Test
    void what_was_committed_is_there_after_the_process_was_killed() throws Exception {
        var first = Tenant.in(home, keys);
        first.commit("create table kept as select 42 as answer");

        first.kill();

        var left = Postmaster.of(home.data().resolve("database")).flatMap(Postmaster::process).orElseThrow();
        assertThat(left.isAlive()).isTrue();
        try (var second = new EmbeddedServer(home, keys); var connection = second.access().asOwner()) {
            await().untilAsserted(() -> assertThat(left.isAlive()).isFalse());
            assertThat(answer(connection, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void a_home_has_one_tenant_at_a_time() throws Exception {
        var first = Tenant.in(home, keys);

        assertThatExceptionOfType(Unusable.class).isThrownBy(() -> HomeLock.take(home))
            .withMessageContaining("process %d", first.process.pid());
        first.kill();

        try (var second = HomeLock.take(home)) {
            assertThat(second).isNotNull();
        }
    }

    @Test
    void nobody_enters_without_the_password() {
        try (var server = new EmbeddedServer(home, keys)) {
            var access = server.access();

            assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Access.connect(access.url(), access.user(), "guess"))
                .withMessageContaining("password authentication failed");
            assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Access.connect(access.url(), EmbeddedServer.SUPERUSER, ""));
        }
    }

    @Test
    void a_server_that_may_lose_what_was_acknowledged_is_refused_and_stopped() throws Exception {
        new EmbeddedServer(home, keys).close();
        var settings = home.data().resolve("database/postgresql.conf");
        var before = Files.readString(settings);
        Files.writeString(settings, "fsync = off\n", StandardOpenOption.APPEND);

        assertThatExceptionOfType(Unusable.class).isThrownBy(() -> new EmbeddedServer(home, keys))
            .withMessageContaining("fsync = off");

        assertThat(Postmaster.of(home.data().resolve("database"))).isEmpty();
        Files.writeString(settings, before);
    }

    @Test
    void a_server_that_dies_by_itself_is_started_again_where_it_was() throws Exception {
        try (var server = new EmbeddedServer(home, keys)) {
            Postmaster.of(home.data().resolve("database")).flatMap(Postmaster::process).orElseThrow().destroyForcibly();

            assertThat(answers(server)).isTrue();
        }
    }

    @Test
    void lost_keys_are_named_before_anything_is_touched(@TempDir Path elsewhere) throws IOException {
        new EmbeddedServer(home, keys).close();
        var others = new Keys(elsewhere.resolve("keys"));

        assertThatExceptionOfType(Unusable.class).isThrownBy(() -> new EmbeddedServer(home, others))
            .withMessageContaining("passwords of the database");
    }

    /** Within half a minute; a connection that fails comes back at once, so it is asked again. */
    private static boolean answers(EmbeddedServer server) {
        var deadline = System.nanoTime() + 30_000_000_000L;
        while (System.nanoTime() < deadline)
            try (var connection = server.access().asOwner()) {
                return answer(connection, "select 1").equals("1");
            } catch (SQLException notYet) {
                Thread.onSpinWait();
            }
        return false;
    }

    private static String answer(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    /** Another process with a server in the home. */
    record Tenant(Process process, BufferedReader says) {

        static Tenant in(Home home, Keys keys) throws IOException {
            var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Tenant.class.getName(), home.data().toString(), keys.folder().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            var tenant = new Tenant(process, new BufferedReader(new InputStreamReader(process.getInputStream())));
            tenant.await("serves");
            return tenant;
        }

        void commit(String sql) throws IOException {
            process.outputWriter().append(sql).append('\n').flush();
            await("committed");
        }

        private void await(String word) throws IOException {
            for (String line; (line = says.readLine()) != null; )
                if (line.equals(word)) return;
            throw new IllegalStateException("the other process ended before it said " + word);
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        public static void main(String[] folders) throws Exception {
            var home = new Home(Path.of(folders[0]));
            // Both are kept to the end: a lock that nobody holds any more is given back by the collector.
            try (var lock = HomeLock.take(home); var server = new EmbeddedServer(home, new Keys(Path.of(folders[1])))) {
                System.out.println("serves");
                for (String sql; (sql = new BufferedReader(new InputStreamReader(System.in)).readLine()) != null; )
                    try (var connection = server.access().asOwner(); var statement = connection.createStatement()) {
                        statement.execute(sql);
                        System.out.println("committed");
                    }
                assertThat(lock).isNotNull();
            }
        }
    }
}
