package io.liangze.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How a server is reached, and as whom.
 *
 * @param user  the application's role: reads and writes rows, owns nothing
 * @param owner the role that owns the tables and runs the migrations
 */
record Access(String url, String user, String password, String owner, String ownerPassword) {

    Connection asOwner() throws SQLException {
        return connect(url, owner, ownerPassword);
    }

    static Connection connect(String url, String user, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10");
        return DriverManager.getConnection(url, properties);
    }

    /** Never the passwords. */
    @Override
    public String toString() {
        return "Access[url=%s, user=%s, owner=%s]".formatted(url, user, owner);
    }
}
