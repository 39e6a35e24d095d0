package io.liangze.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountTable {

    /** What signing in needs to know. */
    record Credentials(UUID id, byte[] login, byte[] loginIndex, @Nullable String password, boolean mustChange,
                       byte @Nullable [] code, @Nullable Instant codeUntil, boolean disabled) {}

    /** A row of the administrators' list. */
    record Row(UUID id, byte[] login, String name, boolean disabled, boolean firstCode, Instant madeAt,
               @Nullable Instant lastSignIn, @Nullable Instant lockedUntil) {}

    private static final String CREDENTIALS = "id, login, login_index, password, must_change, code, code_until, disabled";

    private static final String CONDITION = """
        (cast(:q as text) is null or a.login_index = :login or position(:q in a.name) > 0)
          and (cardinality(cast(:role as text[])) = 0
            or exists (select from account_role r where r.account = a.id and r.role = any (:role)))""";

    private final JdbcClient jdbc;

    AccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Credentials> credentials(byte[] loginIndex) {
        return jdbc.sql("select %s from account where login_index = :login".formatted(CREDENTIALS))
            .param("login", loginIndex).query(Credentials.class).optional();
    }

    Optional<Credentials> credentials(UUID id) {
        return jdbc.sql("select %s from account where id = :id".formatted(CREDENTIALS))
            .param("id", id).query(Credentials.class).optional();
    }

    Optional<Credentials> lock(UUID id) {
        return jdbc.sql("select %s from account where id = :id for update".formatted(CREDENTIALS))
            .param("id", id).query(Credentials.class).optional();
    }

    Optional<String> nameOfEnabled(UUID id) {
        return jdbc.sql("select name from account where id = :id and not disabled")
            .param("id", id).query(String.class).optional();
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select from account)").query(Boolean.class).single();
    }

    void insert(UUID id, byte[] login, byte[] loginIndex, String name, @Nullable UUID madeBy, Instant at) {
        jdbc.sql("""
                insert into account (id, login, login_index, name, made_by, made_at)
                values (:id, :login, :index, :name, :by, :at)
                """)
            .param("id", id).param("login", login).param("index", loginIndex).param("name", name)
            .param("by", madeBy).param("at", utc(at))
            .update();
    }

    void rename(UUID id, String name) {
        jdbc.sql("update account set name = :name where id = :id").param("name", name).param("id", id).update();
    }

    /** A new password; the one-time code is spent. */
    void setPassword(UUID id, String hash, boolean mustChange) {
        jdbc.sql("""
                update account set password = :hash, must_change = :change, code = null, code_until = null where id = :id
                """)
            .param("hash", hash).param("change", mustChange).param("id", id).update();
    }

    /** A one-time code in place of the password. */
    void setCode(UUID id, byte[] digest, Instant until) {
        jdbc.sql("""
                update account set password = null, must_change = false, code = :code, code_until = :until where id = :id
                """)
            .param("code", digest).param("until", utc(until)).param("id", id).update();
    }

    void setDisabled(UUID id, boolean disabled) {
        jdbc.sql("update account set disabled = :disabled where id = :id")
            .param("disabled", disabled).param("id", id).update();
    }

    /** Disabled for good; its user name may be another's from now on. */
    void giveUp(UUID id) {
        jdbc.sql("""
                update account set disabled = true, password = null, must_change = false, code = null, code_until = null,
                    login_index = uuid_send(id)
                where id = :id
                """)
            .param("id", id).update();
    }

    void signedIn(UUID id, Instant at) {
        jdbc.sql("update account set last_sign_in = :at where id = :id").param("at", utc(at)).param("id", id).update();
    }

    /** In order of making. {@code login} finds the account of exactly that user name. */
    List<Row> list(AccountFilter filter, byte @Nullable [] login, @Nullable UUID after, int limit, Instant now) {
        return rows("(cast(:after as uuid) is null or a.id > :after) and " + CONDITION, now)
            .param("after", after).param("q", filter.q()).param("login", login)
            .param("role", filter.role().stream().map(Enum::name).toArray(String[]::new)).param("limit", limit)
            .query(Row.class).list();
    }

    long count(AccountFilter filter, byte @Nullable [] login) {
        return jdbc.sql("select count(*) from account a where " + CONDITION)
            .param("q", filter.q()).param("login", login).param("role", filter.role().stream().map(Enum::name).toArray(String[]::new))
            .query(Long.class).single();
    }

    Optional<Row> row(UUID id, Instant now) {
        return rows("a.id = :id", now).param("id", id).param("limit", 1).query(Row.class).optional();
    }

    private JdbcClient.StatementSpec rows(String condition, Instant now) {
        return jdbc.sql("""
                select a.id, a.login, a.name, a.disabled, a.code is not null or a.must_change as first_code, a.made_at,
                       a.last_sign_in, f.locked_until
                from account a
                left join sign_in_failure f on f.login_index = a.login_index and f.locked_until > :now
                where %s
                order by a.id limit :limit
                """.formatted(condition))
            .param("now", utc(now));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
