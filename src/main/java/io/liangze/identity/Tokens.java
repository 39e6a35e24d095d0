package io.liangze.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.liangze.shared.Sm3;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tokens of programs and browsers: 256 random bits, opaque. Looked up at most every ten seconds, so that a request does
 * not pay for it; one taken back here ends at once, one taken back by another instance within these ten seconds.
 */
@Component
class Tokens {

    static final Duration REMEMBERED = Duration.ofSeconds(10);

    /** A token as its bearer gets it, this once. */
    record Issued(String token, Token.Kind kind, Instant expiresAt) {}

    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Token> known =
        Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(100_000).build();
    private final TokenTable table;
    private final Clock clock;

    Tokens(TokenTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    Issued issue(UUID account, Token.Kind kind) {
        var bits = new byte[32];
        random.nextBytes(bits);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        var now = clock.instant();
        var token = new Token(account, kind, now, now, now.plus(kind.life));
        table.insert(Sm3.digest(text), token);
        return new Issued(text, kind, token.expiresAt());
    }

    /** The live token, or empty. */
    Optional<Token> find(String text) {
        var now = clock.instant();
        var digest = Sm3.digest(text);
        var key = HexFormat.of().formatHex(digest);
        var token = known.getIfPresent(key);
        if (token == null) {
            token = table.find(digest).orElse(null);
            if (token == null || !token.isLive(now)) return Optional.empty();
            if (token.isToBeProlonged(now)) table.used(digest, token = token.usedAt(now));
            known.put(key, token);
        }
        return Optional.of(token).filter(t -> t.isLive(now));
    }

    void revoke(String text) {
        var digest = Sm3.digest(text);
        table.delete(digest);
        Commit.then(() -> known.invalidate(HexFormat.of().formatHex(digest)));
    }

    void revokeAll(UUID account) {
        table.deleteOf(account);
        Commit.then(() -> known.asMap().values().removeIf(token -> token.account().equals(account)));
    }
}
