package io.liangze.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.shared.Scope;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Accounts that can sign in, each with a user name of its own. */
@Component
public class GivenAccounts {

    public static final String PASSWORD = "Noodles-2026";

    private final PersonalAccounts personal;
    private final Accounts accounts;
    private final Tokens tokens;

    GivenAccounts(PersonalAccounts personal, Accounts accounts, Tokens tokens) {
        this.personal = personal;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** An account with {@link #PASSWORD}. */
    public record Made(UUID id, String username) {}

    public Made account(AccountRole... roles) {
        var username = "u" + UuidCreator.getTimeOrderedEpoch().toString().substring(19);
        return new Made(personal.createWithPassword(Scope.system(), username, "账户 " + username, PASSWORD, roles), username);
    }

    /** A bearer token of the account. */
    public String bearer(UUID account) {
        return "Bearer " + tokens.issue(account, Token.Kind.PROGRAM).token();
    }

    /** What the account's browser carries. */
    String cookie(UUID account) {
        return tokens.issue(account, Token.Kind.BROWSER).token();
    }

    /** A one-time code in place of the password. */
    String reset(Scope admin, UUID account) {
        return accounts.resetCode(admin, account).code();
    }

    /** The scope of somebody else with the same role, for calls of the facade. */
    public static Scope holding(AccountRole... roles) {
        return new Scope(UuidCreator.getTimeOrderedEpoch(), "somebody", "10.1.1.1", Arrays.stream(roles)
            .map(role -> new io.liangze.shared.Grant(role.role(), role.region(), java.util.List.of(role.region() == null
                ? io.liangze.shared.Range.EVERYWHERE : io.liangze.shared.Range.of(role.region())), role.official(), role.subject()))
            .toList());
    }
}
