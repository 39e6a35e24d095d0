package io.liangze.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.helpers.NOPLogger;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionSystemException;

class FailuresTest {

    static Stream<RuntimeException> brokenConnections() {
        return Stream.of(
            new UncategorizedSQLException("select", "select 1", new SQLException("terminating connection due to administrator command", "57P01")),
            new UncategorizedSQLException("select", "select 1", new SQLException("This connection has been closed.", "08003")),
            new TransactionSystemException("JDBC commit failed", new SQLException("An I/O error occurred", "08006")));
    }

    @ParameterizedTest
    @MethodSource("brokenConnections")
    void a_database_that_goes_away_meanwhile_is_a_reason_to_come_again(RuntimeException broken) {
        var refusal = Failures.asRefusal(broken, NOPLogger.NOP_LOGGER);

        assertThat(refusal.status().value()).isEqualTo(503);
        assertThat(refusal.code()).isEqualTo("server.busy");
    }

    @Test
    void a_statement_that_is_wrong_is_our_bug() {
        var wrong = new UncategorizedSQLException("select", "select x", new SQLException("column does not exist", "42703"));

        assertThat(Failures.asRefusal(wrong, NOPLogger.NOP_LOGGER).status().value()).isEqualTo(500);
    }
}
