package io.liangze.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What was acknowledged must be on disk; a server that is set otherwise is refused. */
final class Durability {

    private static final List<String> SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes");

    private Durability() {}

    /** @throws Unusable if the server may lose an acknowledged write */
    static void check(Connection connection) throws SQLException {
        for (var setting : SETTINGS) {
            var value = show(connection, setting);
            if (value.equals("off"))
                throw new Unusable("PostgreSQL runs with %s = %s: it may lose what was acknowledged.".formatted(setting, value),
                    "Set %s = on, for the server, the database and the roles of Liangze.".formatted(setting));
        }
    }

    static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement(); var result = statement.executeQuery("show " + setting)) {
            result.next();
            return result.getString(1);
        }
    }
}
