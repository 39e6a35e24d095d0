package io.liangze.database;

import io.liangze.shared.Home;
import io.liangze.shared.Keys;

/** The embedded server of a home in which the product is running: for programs that come to visit. */
record RunningServer(Access access) implements Server {

    /** @throws Unusable if no server runs in the home */
    static RunningServer in(Home home, Keys keys) {
        var running = Postmaster.of(home.data().resolve("database"))
            .orElseThrow(() -> new Unusable("Liangze is starting or stopping in %s.".formatted(home.data()), "Try again in a moment."));
        var passwords = Passwords.of(keys);
        return new RunningServer(new Access("jdbc:postgresql://127.0.0.1:%d/%s".formatted(running.port(), Roles.DATABASE),
            EmbeddedServer.APP, passwords.app(), EmbeddedServer.OWNER, passwords.owner()));
    }

    @Override
    public void close() {
        // whoever started it stops it
    }
}
