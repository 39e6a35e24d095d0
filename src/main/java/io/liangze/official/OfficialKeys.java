package io.liangze.official;

import io.liangze.shared.Copy;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whom an ID number or a mobile number belongs to. A key is one letter, I or M, and the keyed index of the number, in
 * hexadecimal.
 */
@Repository
class OfficialKeys {

    private static final HexFormat HEX = HexFormat.of();

    /** The official behind a key. */
    record Owner(String county, UUID official) {

        static Owner of(Stored official) {
            return new Owner(official.county(), official.id());
        }
    }

    private final JdbcClient jdbc;
    private final Copy copy;

    OfficialKeys(JdbcClient jdbc, Copy copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    static String ofIdNumber(String index) {
        return "49" + index;
    }

    static String ofMobile(String index) {
        return "4d" + index;
    }

    /** One at a time gives out numbers: until the transaction ends nobody else does. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('official_key'))").query((_, _) -> true).single();
    }

    Map<String, Owner> owners(Collection<String> keys) {
        record Found(String key, String countyCode, UUID official) {}
        return jdbc.sql("""
                select encode(k.key, 'hex') as key, k.county_code, k.official from official_key k
                where k.key in (select decode(w.key, 'hex') from unnest(cast(:keys as text[])) as w (key))
                """)
            .param("keys", keys.toArray(String[]::new)).query(Found.class).list().stream()
            .collect(Collectors.toMap(Found::key, f -> new Owner(f.countyCode(), f.official())));
    }

    void insert(Map<String, Owner> keys) {
        if (keys.isEmpty()) return;
        copy.into("official_key (key, county_code, official)",
            out -> keys.forEach((key, owner) -> out.add(HEX.parseHex(key), owner.county(), owner.official())));
    }

    void delete(Collection<String> keys) {
        if (keys.isEmpty()) return;
        jdbc.sql("delete from official_key k where k.key in (select decode(w.key, 'hex') from unnest(cast(:keys as text[])) as w (key))")
            .param("keys", keys.toArray(String[]::new)).update();
    }
}
