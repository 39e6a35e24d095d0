package io.liangze.identity;

import io.liangze.shared.Scope;
import io.liangze.shared.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * One-time codes between their making and the moment in which whoever made the accounts fetches them. Kept sealed, and
 * for {@link #AGAIN} after the fetching: a download that breaks off may be repeated.
 */
@Repository
class FirstCodes {

    static final Duration AGAIN = Duration.ofMinutes(10);

    private final AccountTable accounts;
    private final Passwords passwords;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    FirstCodes(AccountTable accounts, Passwords passwords, JdbcClient jdbc, Vault vault, JsonMapper json, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /** A new code in place of the account's password; its batch is the account itself. */
    FirstCode make(Scope scope, UUID account, Username username, String name) {
        var code = new FirstCode(account, null, name, username.text(), passwords.code(), clock.instant().plus(Passwords.CODE_LIFE));
        accounts.setCode(account, passwords.codeDigest(account, code.code()), code.until());
        keep(scope, account, List.of(code));
        return code;
    }

    void keep(Scope scope, UUID batch, Collection<FirstCode> codes) {
        if (codes.isEmpty()) return;
        jdbc.sql("""
                insert into first_code (batch, account, holder, sealed, made_at)
                select :batch, c.account, :holder, decode(c.sealed, 'hex'), :now
                from unnest(cast(cast(:accounts as text[]) as uuid[]), cast(:sealed as text[])) as c (account, sealed)
                on conflict (batch, account) do update set sealed = excluded.sealed, holder = excluded.holder, fetched_at = null
                """)
            .param("batch", batch).param("holder", scope.account()).param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("accounts", codes.stream().map(c -> c.account().toString()).toArray(String[]::new))
            .param("sealed", codes.stream().map(c -> HexFormat.of().formatHex(vault.seal(json.writeValueAsString(c)))).toArray(String[]::new))
            .update();
    }

    /** The codes of a batch, for whom they were made. */
    List<FirstCode> fetch(Scope scope, UUID batch) {
        var now = clock.instant();
        return jdbc.sql("""
                update first_code set fetched_at = coalesce(fetched_at, :now)
                where batch = :batch and holder is not distinct from :holder and coalesce(fetched_at, :now) > :since
                returning sealed
                """)
            .param("batch", batch).param("holder", scope.account()).param("now", now.atOffset(ZoneOffset.UTC))
            .param("since", now.minus(AGAIN).atOffset(ZoneOffset.UTC))
            .query((row, _) -> json.readValue(vault.open(row.getBytes("sealed")), FirstCode.class)).list().stream()
            .sorted(Comparator.comparing(FirstCode::name).thenComparing(FirstCode::account)).toList();
    }

    /** Spent, or replaced. */
    void forget(UUID account) {
        jdbc.sql("delete from first_code where account = :account").param("account", account).update();
    }

    void deleteStale(Instant now) {
        jdbc.sql("delete from first_code where fetched_at < :fetched or made_at < :made")
            .param("fetched", now.minus(AGAIN).atOffset(ZoneOffset.UTC))
            .param("made", now.minus(Passwords.CODE_LIFE).atOffset(ZoneOffset.UTC))
            .update();
    }
}
