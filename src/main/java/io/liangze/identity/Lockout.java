package io.liangze.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.liangze.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Slows guessing down: five wrong passwords in a row lock a name for 15 minutes, and an address that was wrong 60 times
 * within a minute waits for the next. A name is locked whether there is such an account or not, and the right password
 * is not looked at while it is: so the answer {@code session.locked} says nothing about either.
 */
@Repository
class Lockout {

    static final int WRONG_IN_A_ROW = 5;
    static final Duration LOCKED = Duration.ofMinutes(15);
    private static final int WRONG_PER_MINUTE = 60;

    private final Cache<String, AtomicInteger> wrongByAddress =
        Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).maximumSize(50_000).build();
    private final JdbcClient jdbc;
    private final Clock clock;

    Lockout(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refusal 429 {@code session.locked} or {@code session.too-many} */
    void check(byte[] loginIndex, @Nullable String address) {
        if (address != null && wrongByAddress.get(address, _ -> new AtomicInteger()).get() >= WRONG_PER_MINUTE)
            throw Refusal.later(HttpStatus.TOO_MANY_REQUESTS, "session.too-many", 60);
        var now = clock.instant();
        jdbc.sql("select locked_until from sign_in_failure where login_index = :login and locked_until > :now")
            .param("login", loginIndex).param("now", now.atOffset(ZoneOffset.UTC))
            .query(Instant.class).optional()
            .ifPresent(until -> {
                throw Refusal.later(HttpStatus.TOO_MANY_REQUESTS, "session.locked", (int) Duration.between(now, until).toSeconds() + 1);
            });
    }

    /** Counts a wrong password. @return whether the name is locked by it */
    boolean count(byte[] loginIndex, @Nullable String address) {
        if (address != null) wrongByAddress.get(address, _ -> new AtomicInteger()).incrementAndGet();
        var now = clock.instant();
        return jdbc.sql("""
                insert into sign_in_failure as f (login_index, failures, last_at) values (:login, 1, :now)
                on conflict (login_index) do update set
                    failures = case when f.last_at < :stale or f.locked_until <= :now then 1 else f.failures + 1 end,
                    locked_until = case when f.last_at >= :stale and f.failures = :last and f.locked_until is null then :until
                                        when f.locked_until > :now then f.locked_until end,
                    last_at = :now
                returning coalesce(locked_until = :until, false)
                """)
            .param("login", loginIndex).param("now", now.atOffset(ZoneOffset.UTC))
            .param("stale", now.minus(LOCKED).atOffset(ZoneOffset.UTC)).param("last", WRONG_IN_A_ROW - 1)
            .param("until", now.plus(LOCKED).atOffset(ZoneOffset.UTC))
            .query(Boolean.class).single();
    }

    void clear(byte[] loginIndex) {
        jdbc.sql("delete from sign_in_failure where login_index = :login").param("login", loginIndex).update();
    }

    void deleteStale(Instant now) {
        jdbc.sql("delete from sign_in_failure where last_at < :stale")
            .param("stale", now.minus(LOCKED).atOffset(ZoneOffset.UTC)).update();
    }
}
