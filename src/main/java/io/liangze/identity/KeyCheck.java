package io.liangze.identity;

import io.liangze.shared.Keys;
import io.liangze.shared.Sm3;
import java.security.MessageDigest;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to serve with keys that this database was not sealed with: a lost folder of keys would otherwise be replaced
 * silently, and from then on no name would be found and no number opened.
 */
@Component
@Order(0)
class KeyCheck implements ApplicationRunner {

    private final JdbcClient jdbc;
    private final Keys keys;

    KeyCheck(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        check("index", 32);
        for (var name : keys.names("seal-")) check(name, 16);
    }

    private void check(String name, int bytes) {
        var print = Sm3.digest(("print:" + name + ":").getBytes(), keys.secret(name, bytes));
        jdbc.sql("insert into key_print (name, print) values (:name, :print) on conflict (name) do nothing")
            .param("name", name).param("print", print).update();
        var first = jdbc.sql("select print from key_print where name = :name").param("name", name).query(byte[].class).single();
        if (!MessageDigest.isEqual(first, print))
            throw new IllegalStateException(("The key %s in %s is not the one that this database was sealed with. "
                + "Put the folder of keys back that belongs to it.").formatted(name, keys.folder()));
    }
}
