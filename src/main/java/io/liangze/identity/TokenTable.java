package io.liangze.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TokenTable {

    private final JdbcClient jdbc;

    TokenTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(byte[] digest, Token token) {
        jdbc.sql("""
                insert into token (digest, account, kind, made_at, used_at, expires_at)
                values (:digest, :account, :kind, :made, :made, :expires)
                """)
            .param("digest", digest).param("account", token.account()).param("kind", token.kind().name())
            .param("made", token.madeAt().atOffset(ZoneOffset.UTC))
            .param("expires", token.expiresAt().atOffset(ZoneOffset.UTC))
            .update();
    }

    Optional<Token> find(byte[] digest) {
        return jdbc.sql("select account, kind, made_at, used_at, expires_at from token where digest = :digest")
            .param("digest", digest).query(Token.class).optional();
    }

    void used(byte[] digest, Token token) {
        jdbc.sql("update token set used_at = :used, expires_at = :expires where digest = :digest")
            .param("used", token.usedAt().atOffset(ZoneOffset.UTC))
            .param("expires", token.expiresAt().atOffset(ZoneOffset.UTC)).param("digest", digest)
            .update();
    }

    void delete(byte[] digest) {
        jdbc.sql("delete from token where digest = :digest").param("digest", digest).update();
    }

    void deleteOf(UUID account) {
        jdbc.sql("delete from token where account = :account").param("account", account).update();
    }

    void deleteExpired(Instant now) {
        jdbc.sql("delete from token where expires_at < :now").param("now", now.atOffset(ZoneOffset.UTC)).update();
    }
}
