package io.liangze.identity;

import io.liangze.shared.Refusal;
import io.liangze.shared.Vault;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords (Argon2id, 19 MiB, two rounds: OWASP), judges new ones, and makes one-time codes. */
@Component
class Passwords {

    static final Duration CODE_LIFE = Duration.ofDays(30);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);
    private static final String CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";   // Crockford: no I, L, O, U

    private final SecureRandom random = new SecureRandom();
    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    /** A flood of sign-ins may not take all memory: each hash holds 19 MiB. */
    private final Semaphore hashing = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String nobodys = argon2.encode(code());
    private final Vault vault;

    Passwords(Vault vault) {
        this.vault = vault;
    }

    String hash(String password) {
        return hashing(() -> argon2.encode(password));
    }

    /** Takes as long where there is no hash to compare with. */
    boolean matches(String password, @Nullable String hash) {
        return hashing(() -> argon2.matches(password, hash == null ? nobodys : hash)) && hash != null;
    }

    /** A new code of 60 random bits, {@code 7KMP-3XQ9-WT2C}. */
    String code() {
        var code = new StringBuilder(14);
        for (int i = 0; i < 12; i++) {
            if (i > 0 && i % 4 == 0) code.append('-');
            code.append(CODE_LETTERS.charAt(random.nextInt(32)));
        }
        return code.toString();
    }

    /** What is kept of a code: its keyed digest; spaces, hyphens and case do not count, nor O for 0 and I or L for 1. */
    byte[] codeDigest(UUID account, String code) {
        var read = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).replace('O', '0').replaceAll("[IL]", "1");
        return vault.index("code:" + account + ":" + read);
    }

    boolean matchesCode(UUID account, String typed, byte[] digest) {
        return MessageDigest.isEqual(digest, codeDigest(account, typed));
    }

    /**
     * Whether a person may choose it: 10 to 128 characters of three kinds (lower, upper, digits, others), or from 14 on
     * of any; at least five different ones; without the user name.
     *
     * @throws Refusal 422 with the flaw of {@code field}
     */
    void judge(String field, String password, Username user) {
        var kinds = Stream.of("\\p{Ll}", "\\p{Lu}", "\\p{N}", "[^\\p{Ll}\\p{Lu}\\p{N}]")
            .filter(kind -> Pattern.compile(kind).matcher(password).find()).count();
        new Refusal.Flaws()
            .require(password.length() >= 10, field, "password.short")
            .require(password.length() <= 128, field, "password.long")
            .require(kinds >= 3 || password.length() >= 14, field, "password.plain")
            .require(password.chars().distinct().count() >= 5, field, "password.plain")
            .require(!password.toLowerCase(Locale.ROOT).contains(user.text()), field, "password.holds-name")
            .refuse();
    }

    private <T> T hashing(Supplier<T> work) {
        try {
            if (!hashing.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS))
                throw Refusal.later(HttpStatus.SERVICE_UNAVAILABLE, "server.busy", 5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.later(HttpStatus.SERVICE_UNAVAILABLE, "server.busy", 5);
        }
        try {
            return work.get();
        } finally {
            hashing.release();
        }
    }
}
