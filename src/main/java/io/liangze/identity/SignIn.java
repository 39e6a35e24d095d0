package io.liangze.identity;

import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.identity.AccountTable.Credentials;
import io.liangze.shared.Refusal;
import io.liangze.shared.Scope;
import io.liangze.shared.Vault;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves who somebody is, opens what he carries from then on, and changes his password.
 * An unknown name, a wrong password and a disabled account are answered alike and take the same time.
 */
@Component
class SignIn {

    /** Who was proved, and whether he has to set a password of his own before anything else. */
    record Proved(UUID account, boolean expired) {}

    private final AccountTable accounts;
    private final Passwords passwords;
    private final Lockout lockout;
    private final Tokens tokens;
    private final FirstCodes firstCodes;
    private final Vault vault;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignIn(AccountTable accounts, Passwords passwords, Lockout lockout, Tokens tokens, FirstCodes firstCodes, Vault vault,
           Audit audit, TransactionTemplate transaction, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.lockout = lockout;
        this.tokens = tokens;
        this.firstCodes = firstCodes;
        this.vault = vault;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    static byte[] index(Vault vault, Username username) {
        return vault.index("login:" + username.text());
    }

    /**
     * Whether it is he.
     *
     * @throws Refusal {@code session.bad-credentials} 401; {@code session.locked}, {@code session.too-many} 429
     */
    Proved prove(String username, String password, @Nullable String address) {
        var index = index(vault, Username.of(username));
        lockout.check(index, address);
        var account = accounts.credentials(index);
        boolean byPassword = passwords.matches(password, account.map(Credentials::password).orElse(null));
        boolean byCode = account.isPresent() && isCode(account.get(), password);
        if (account.isEmpty() || account.get().disabled() || !(byPassword || byCode)) throw wrong(index, account, address);

        lockout.clear(index);
        return new Proved(account.get().id(), byCode || account.get().mustChange());
    }

    /** Opens a token for somebody who has been proved. */
    Tokens.Issued open(UUID account, Token.Kind kind, @Nullable String address) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var token = tokens.issue(account, kind);
            if (kind == Token.Kind.PASSWORD) return token;
            accounts.signedIn(account, clock.instant());
            audit.record(himself(account, address), Change.made("session.opened", "ACCOUNT", account, null, Map.of("by", kind)));
            return token;
        }));
    }

    /**
     * Sets a new password; the old one, the one-time code and all tokens end. Sent twice, it is answered as the first
     * time: then the new password already is the password.
     *
     * @throws Refusal as {@link #prove}; 422 with the flaws of {@code newPassword}
     */
    void change(String username, String password, String newPassword, @Nullable String address) {
        var index = index(vault, Username.of(username));
        lockout.check(index, address);
        var account = accounts.credentials(index);
        var hash = account.map(Credentials::password).orElse(null);
        boolean right = passwords.matches(password, hash) | (account.isPresent() && isCode(account.get(), password));
        boolean same = passwords.matches(newPassword, hash);
        boolean again = same && !right && !account.orElseThrow().mustChange();
        if (account.isEmpty() || account.get().disabled() || !(right || again)) throw wrong(index, account, address);

        lockout.clear(index);
        if (right) change(account.get(), newPassword, same, address);
    }

    /** The same for somebody who is signed in, and so has no user name to give. */
    void change(UUID id, String password, String newPassword, @Nullable String address) {
        var account = accounts.credentials(id).orElseThrow(() -> Refusal.unknown("session.absent"));
        lockout.check(account.loginIndex(), address);
        if (!passwords.matches(password, account.password())) {
            lockout.count(account.loginIndex(), address);
            throw Refusal.invalid("password", "password.wrong");
        }
        change(account, newPassword, passwords.matches(newPassword, account.password()), address);
    }

    /** The first password of somebody who was proved a moment ago and carries a {@link Token.Kind#PASSWORD} token. */
    void setFirst(UUID id, String newPassword, @Nullable String address) {
        var account = accounts.credentials(id).orElseThrow(() -> Refusal.unknown("session.absent"));
        change(account, newPassword, passwords.matches(newPassword, account.password()), address);
    }

    private void change(Credentials account, String newPassword, boolean same, @Nullable String address) {
        passwords.judge("newPassword", newPassword, Username.of(vault.open(account.login())));
        if (same || isCode(account, newPassword))
            throw Refusal.invalid("newPassword", "password.same");
        var hash = passwords.hash(newPassword);
        transaction.executeWithoutResult(_ -> {
            accounts.setPassword(account.id(), hash, false);
            firstCodes.forget(account.id());
            tokens.revokeAll(account.id());
            audit.record(himself(account.id(), address), Change.made("password.changed", "ACCOUNT", account.id(), null, Map.of()));
        });
    }

    private boolean isCode(Credentials account, String typed) {
        return account.code() != null && account.codeUntil() != null && clock.instant().isBefore(account.codeUntil())
            && passwords.matchesCode(account.id(), typed, account.code());
    }

    private Refusal wrong(byte[] index, Optional<Credentials> account, @Nullable String address) {
        if (lockout.count(index, address))
            transaction.executeWithoutResult(_ -> audit.record(new Scope(null, "system", address, Scope.system().grants()),
                Change.made("account.locked", "ACCOUNT", account.map(Credentials::id).orElse(null), null,
                    Map.of("minutes", Lockout.LOCKED.toMinutes()))));
        return Refusal.unknown("session.bad-credentials");
    }

    private Scope himself(UUID account, @Nullable String address) {
        return new Scope(account, accounts.nameOfEnabled(account).orElse(""), address, List.of());
    }
}
