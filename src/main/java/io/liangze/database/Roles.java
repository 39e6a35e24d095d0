package io.liangze.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Who may do what on the embedded server. The application's role owns nothing and passes no row-level policy; the owner
 * runs the migrations; nobody uses the superuser but these lines.
 */
final class Roles {

    static final String DATABASE = "liangze";

    private static final String WITHOUT_POWERS =
        "with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '%s'";

    private Roles() {}

    /** Makes what is missing and sets the rest again: harmless at every start. */
    static void keep(Connection superuser, Passwords passwords) throws SQLException {
        role(superuser, EmbeddedServer.OWNER, passwords.owner());
        role(superuser, EmbeddedServer.APP, passwords.app());
        database(superuser, DATABASE);
    }

    static void database(Connection superuser, String name) throws SQLException {
        if (exists(superuser, "select 1 from pg_database where datname = ?", name)) return;
        run(superuser, "create database %s owner %s".formatted(name, EmbeddedServer.OWNER));
        run(superuser, "revoke connect, temporary on database %s from public".formatted(name));
        run(superuser, "grant connect, temporary on database %s to %s".formatted(name, EmbeddedServer.APP));
    }

    static void role(Connection superuser, String name, String password) throws SQLException {
        if (!exists(superuser, "select 1 from pg_roles where rolname = ?", name)) run(superuser, "create role " + name);
        run(superuser, "alter role %s %s".formatted(name, WITHOUT_POWERS.formatted(password)));
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
