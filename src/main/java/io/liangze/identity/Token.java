package io.liangze.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What a signed-in caller carries. The database keeps its digest only. */
record Token(UUID account, Kind kind, Instant madeAt, Instant usedAt, Instant expiresAt) {

    private static final Duration LONGEST = Duration.ofDays(30);

    /** How long it lives, and whether use prolongs it. */
    enum Kind {
        /** Bearer of a program */ PROGRAM(Duration.ofDays(7), false),
        /** Cookie of a browser */ BROWSER(Duration.ofHours(12), true),
        /** The same with 保持登录 */ KEPT(Duration.ofDays(7), true),
        /** Cookie that only lets its bearer set the first password */ PASSWORD(Duration.ofMinutes(15), false);

        final Duration life;
        final boolean prolonged;

        Kind(Duration life, boolean prolonged) {
            this.life = life;
            this.prolonged = prolonged;
        }
    }

    boolean isLive(Instant now) {
        return now.isBefore(expiresAt);
    }

    /** Whether its use is worth a write: at most once in an hour. */
    boolean isToBeProlonged(Instant now) {
        return kind.prolonged && usedAt.plus(Duration.ofHours(1)).isBefore(now);
    }

    Token usedAt(Instant now) {
        var until = now.plus(kind.life);
        var end = madeAt.plus(LONGEST);
        return new Token(account, kind, madeAt, now, until.isBefore(end) ? until : end);
    }
}
