package io.liangze.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.shared.Role;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RoleTable {

    /** A role and whose it is. */
    record Row(UUID id, UUID account, Role role, @Nullable String region, @Nullable UUID official, @Nullable UUID subject) {
        AccountRole value() {
            return new AccountRole(role, region, official, subject);
        }
    }

    private final JdbcClient jdbc;

    RoleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they were given. */
    List<Row> of(Collection<UUID> accounts) {
        if (accounts.isEmpty()) return List.of();
        return jdbc.sql("""
                select id, account, role, region, official, subject from account_role
                where account in (:accounts) order by account, id
                """)
            .param("accounts", accounts).query(Row.class).list();
    }

    List<Row> of(UUID account) {
        return of(List.of(account));
    }

    Optional<Row> ofOfficial(UUID official) {
        return jdbc.sql("select id, account, role, region, official, subject from account_role where official = :official")
            .param("official", official).query(Row.class).optional();
    }

    /** In the order in which they were given. */
    List<Row> ofSubjects(Collection<UUID> subjects) {
        if (subjects.isEmpty()) return List.of();
        return jdbc.sql("""
                select id, account, role, region, official, subject from account_role where subject = any (:subjects) order by id
                """)
            .param("subjects", subjects.toArray(UUID[]::new)).query(Row.class).list();
    }

    int holders(Role role) {
        return jdbc.sql("""
                select count(*) from account_role r join account a on a.id = r.account
                where r.role = :role and not a.disabled
                """)
            .param("role", role.name()).query(Integer.class).single();
    }

    /** @return false if the account holds it already */
    boolean insert(UUID account, AccountRole role, Instant at) {
        return jdbc.sql("""
                insert into account_role (id, account, role, region, official, subject, made_at)
                values (:id, :account, :role, :region, :official, :subject, :at)
                on conflict (account, role, region, official, subject) do nothing
                """)
            .param("id", UuidCreator.getTimeOrderedEpoch()).param("account", account).param("role", role.role().name())
            .param("region", role.region()).param("official", role.official()).param("subject", role.subject())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update() == 1;
    }

    void move(UUID id, AccountRole now) {
        jdbc.sql("update account_role set region = :region, subject = :subject where id = :id")
            .param("region", now.region()).param("subject", now.subject()).param("id", id).update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from account_role where id = :id").param("id", id).update();
    }
}
