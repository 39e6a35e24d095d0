package io.liangze.database;

/** A PostgreSQL server that may be trusted with the data. */
sealed interface Server extends AutoCloseable permits EmbeddedServer, GivenServer {

    Access access();

    @Override
    void close();
}
