package io.liangze.database;

import io.liangze.shared.Keys;
import java.util.HexFormat;

/** Passwords of the embedded server's roles, made once; in hexadecimal, so that SQL takes them as they are. */
record Passwords(String superuser, String owner, String app) {

    private static final String PREFIX = "database-";
    private static final int BYTES = 24;

    static boolean exist(Keys keys) {
        return keys.names(PREFIX).size() == 3;
    }

    static Passwords of(Keys keys) {
        return new Passwords(password(keys, "superuser"), password(keys, "owner"), password(keys, "app"));
    }

    private static String password(Keys keys, String role) {
        return HexFormat.of().formatHex(keys.secret(PREFIX + role, BYTES));
    }

    @Override
    public String toString() {
        return "Passwords[…]";
    }
}
