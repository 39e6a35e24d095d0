package io.liangze.database;

import java.sql.SQLException;

/** A server that somebody else runs, named by {@code LIANGZE_DB_URL}. */
record GivenServer(Access access) implements Server {

    private static final int OLDEST = 15;

    /** @throws Unusable if it cannot be reached, is too old, or may lose what was acknowledged */
    GivenServer {
        try (var connection = access.asOwner()) {
            var version = connection.getMetaData();
            if (version.getDatabaseMajorVersion() < OLDEST)
                throw new Unusable("The PostgreSQL server given has version %s.".formatted(version.getDatabaseProductVersion()),
                    "Liangze needs version %d or later.".formatted(OLDEST));
            Durability.check(connection);
        } catch (SQLException e) {
            throw new Unusable("The PostgreSQL server given cannot be used: " + e.getMessage(),
                "Check LIANGZE_DB_URL (postgresql://host:5432/liangze), LIANGZE_DB_USER and LIANGZE_DB_PASSWORD.", e);
        }
    }

    @Override
    public void close() {
        // it is not ours to stop
    }
}
