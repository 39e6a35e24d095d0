package io.liangze.database;

/** A PostgreSQL server that may be trusted with the data. */
sealed interface Server extends AutoCloseable permits EmbeddedServer, RunningServer, GivenServer {

    Access access();

    @Override
    void close();
}
