package io.liangze.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.shared.Scope;
import io.liangze.shared.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts of officials, many at once: a statement for all rows, never one for each. */
@Repository
class Provision {

    /** What has been done. {@code taken}: officials whose mobile number is the user name of another official. */
    record Result(List<FirstCode> codes, List<UUID> changed, List<UUID> taken) {}

    private record Wanted(OfficialAccount official, Username username, String key) {}

    private record Present(UUID official, UUID account, UUID role, String region, String name, String loginKey) {}

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Vault vault;
    private final Clock clock;

    Provision(JdbcClient jdbc, Passwords passwords, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.vault = vault;
        this.clock = clock;
    }

    /** Afterwards each official has an account under his number and name, and the role OFFICIAL at his place. */
    Result officials(Scope scope, Collection<OfficialAccount> officials) {
        var wanted = officials.stream().map(this::wanted).toList();
        var present = present(wanted);
        var owners = owners(wanted);
        var holdsOfficial = officialsAmong(owners.values());

        var made = new ArrayList<Wanted>();
        var attached = new HashMap<Wanted, UUID>();
        var renamed = new HashMap<Wanted, UUID>();
        var moved = new HashMap<Wanted, UUID>();
        var taken = new ArrayList<UUID>();
        var leaving = wanted.stream().filter(one -> present.containsKey(one.official.official()))
            .filter(one -> !present.get(one.official.official()).loginKey.equals(one.key))
            .map(one -> present.get(one.official.official()).loginKey).collect(Collectors.toSet());
        for (var one : wanted) {
            var known = present.get(one.official.official());
            var owner = owners.get(one.key);
            if (known == null) {
                if (owner == null || leaving.contains(one.key)) made.add(one);
                else if (holdsOfficial.contains(owner)) taken.add(one.official.official());
                else attached.put(one, owner);
                continue;
            }
            if (!known.region.equals(one.official.region())) moved.put(one, known.role);
            boolean otherNumber = !known.loginKey.equals(one.key);
            if (otherNumber && owner != null && !leaving.contains(one.key)) taken.add(one.official.official());
            else if (otherNumber || !known.name.equals(one.official.name())) renamed.put(one, known.account);
        }
        rename(renamed);
        move(moved);
        var codes = insert(scope, made);
        made.forEach(one -> attached.put(one, codes.get(one.official.official()).account()));
        attach(attached);
        var changed = new ArrayList<>(renamed.values());
        moved.keySet().forEach(one -> changed.add(present.get(one.official.official()).account));
        changed.addAll(attached.values());
        return new Result(List.copyOf(codes.values()), changed, taken);
    }

    private Wanted wanted(OfficialAccount official) {
        var username = Username.of(official.mobile());
        return new Wanted(official, username, hex(SignIn.index(vault, username)));
    }

    private Map<UUID, Present> present(List<Wanted> wanted) {
        return jdbc.sql("""
                select r.official, a.id as account, r.id as role, r.region, a.name, encode(a.login_index, 'hex') as login_key
                from account_role r join account a on a.id = r.account
                where r.official = any(cast(cast(:officials as text[]) as uuid[]))
                """)
            .param("officials", texts(wanted, one -> one.official.official().toString()))
            .query(Present.class).list().stream().collect(Collectors.toMap(Present::official, one -> one));
    }

    /** Who has one of these user names now. */
    private Map<String, UUID> owners(List<Wanted> wanted) {
        record Owner(UUID id, String key) {}
        return jdbc.sql("""
                select a.id, w.key from unnest(cast(:keys as text[])) as w (key)
                join account a on a.login_index = decode(w.key, 'hex')
                """)
            .param("keys", texts(wanted, Wanted::key))
            .query(Owner.class).list().stream().collect(Collectors.toMap(Owner::key, Owner::id));
    }

    private Collection<UUID> officialsAmong(Collection<UUID> accounts) {
        return new HashSet<>(jdbc.sql("""
                select account from account_role
                where official is not null and account = any(cast(cast(:accounts as text[]) as uuid[]))
                """)
            .param("accounts", accounts.stream().map(UUID::toString).toArray(String[]::new))
            .query(UUID.class).list());
    }

    private Map<UUID, FirstCode> insert(Scope scope, List<Wanted> made) {
        var now = clock.instant();
        var until = now.plus(Passwords.CODE_LIFE);
        var codes = new HashMap<UUID, FirstCode>();
        for (var one : made)
            codes.put(one.official.official(), new FirstCode(UuidCreator.getTimeOrderedEpoch(), one.official.official(),
                one.official.name(), one.username.text(), passwords.code(), until));
        if (made.isEmpty()) return codes;
        Function<Wanted, FirstCode> code = one -> codes.get(one.official.official());
        jdbc.sql("""
                insert into account (id, login, login_index, name, code, code_until, made_by, made_at)
                select w.id, decode(w.login, 'hex'), decode(w.key, 'hex'), w.name, decode(w.code, 'hex'), :until, :by, :now
                from unnest(cast(cast(:ids as text[]) as uuid[]), cast(:logins as text[]), cast(:keys as text[]),
                            cast(:names as text[]), cast(:codes as text[])) as w (id, login, key, name, code)
                """)
            .param("ids", texts(made, one -> code.apply(one).account().toString()))
            .param("logins", texts(made, one -> hex(vault.seal(one.username.text()))))
            .param("keys", texts(made, Wanted::key)).param("names", texts(made, one -> one.official.name()))
            .param("codes", texts(made, one -> hex(passwords.codeDigest(code.apply(one).account(), code.apply(one).code()))))
            .param("until", utc(until)).param("by", scope.account()).param("now", utc(now))
            .update();
        return codes;
    }

    private void attach(Map<Wanted, UUID> accounts) {
        if (accounts.isEmpty()) return;
        var rows = List.copyOf(accounts.entrySet());
        jdbc.sql("""
                insert into account_role (id, account, role, region, official, made_at)
                select w.id, w.account, 'OFFICIAL', w.region, w.official, :now
                from unnest(cast(cast(:ids as text[]) as uuid[]), cast(cast(:accounts as text[]) as uuid[]),
                            cast(:regions as text[]), cast(cast(:officials as text[]) as uuid[])) as w (id, account, region, official)
                """)
            .param("ids", texts(rows, _ -> UuidCreator.getTimeOrderedEpoch().toString()))
            .param("accounts", texts(rows, row -> row.getValue().toString()))
            .param("regions", texts(rows, row -> row.getKey().official.region()))
            .param("officials", texts(rows, row -> row.getKey().official.official().toString()))
            .param("now", utc(clock.instant()))
            .update();
    }

    /** Numbers may have changed hands: all let go of theirs before anybody takes his new one. */
    private void rename(Map<Wanted, UUID> accounts) {
        if (accounts.isEmpty()) return;
        var rows = List.copyOf(accounts.entrySet());
        var ids = texts(rows, row -> row.getValue().toString());
        jdbc.sql("update account set login_index = uuid_send(id) where id = any(cast(cast(:ids as text[]) as uuid[]))")
            .param("ids", ids).update();
        jdbc.sql("""
                update account a set login = decode(w.login, 'hex'), login_index = decode(w.key, 'hex'), name = w.name
                from unnest(cast(cast(:ids as text[]) as uuid[]), cast(:logins as text[]), cast(:keys as text[]),
                            cast(:names as text[])) as w (id, login, key, name)
                where a.id = w.id
                """)
            .param("ids", ids).param("logins", texts(rows, row -> hex(vault.seal(row.getKey().username.text()))))
            .param("keys", texts(rows, row -> row.getKey().key)).param("names", texts(rows, row -> row.getKey().official.name()))
            .update();
    }

    private void move(Map<Wanted, UUID> roles) {
        if (roles.isEmpty()) return;
        var rows = List.copyOf(roles.entrySet());
        jdbc.sql("""
                update account_role r set region = w.region
                from unnest(cast(cast(:ids as text[]) as uuid[]), cast(:regions as text[])) as w (id, region)
                where r.id = w.id
                """)
            .param("ids", texts(rows, row -> row.getValue().toString()))
            .param("regions", texts(rows, row -> row.getKey().official.region()))
            .update();
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
