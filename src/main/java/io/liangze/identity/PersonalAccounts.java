package io.liangze.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Sm3;
import io.liangze.shared.Vault;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts that come with an official and go with him, for the module that keeps officials; and those of the product's
 * own beginnings. Of businesses: {@link BusinessAccounts}.
 */
@Service
public class PersonalAccounts {

    private static final Logger log = LoggerFactory.getLogger(PersonalAccounts.class);

    private final AccountTable accounts;
    private final RoleTable roles;
    private final HeldRoles held;
    private final Provision provision;
    private final FirstCodes firstCodes;
    private final Passwords passwords;
    private final Scopes scopes;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    PersonalAccounts(AccountTable accounts, RoleTable roles, Provision provision, FirstCodes firstCodes, Passwords passwords,
                     HeldRoles held, Scopes scopes, Vault vault, Audit audit, Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.held = held;
        this.provision = provision;
        this.firstCodes = firstCodes;
        this.passwords = passwords;
        this.scopes = scopes;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives each official an account (user name = mobile number) with the role OFFICIAL at his place, or brings the one
     * he has up to his number, name and place. In a few statements for all.
     *
     * @param batch the import; under it the codes wait for {@link #firstCodes}
     * @return how many accounts are new
     * @throws io.liangze.shared.Refusal {@code role.insufficient} 403
     */
    @Transactional
    public int provisionOfficials(Scope scope, UUID batch, Collection<OfficialAccount> officials) {
        scope.as(Role.KEEPERS);
        if (officials.isEmpty()) return 0;
        var result = provision.officials(scope, officials);
        result.changed().forEach(scopes::forget);
        firstCodes.keep(scope, batch, result.codes());
        if (!result.taken().isEmpty())
            log.warn("Accounts not made, number is another official's user name officials={}", result.taken());
        audit.record(scope, Change.made("account.provisioned", "ACCOUNT", officials.size() == 1 ? only(result) : null, null,
            Map.of("created", result.codes().size(), "changed", result.changed().size() - result.codes().size(),
                "taken", result.taken().size(), "digest", Sm3.hex(officials.stream().map(o -> o.official() + o.region())
                    .sorted().collect(Collectors.joining("\n"))))));
        return result.codes().size();
    }

    private static @org.jspecify.annotations.Nullable UUID only(Provision.Result result) {
        return result.changed().isEmpty() ? null : result.changed().getFirst();
    }

    /**
     * The one-time codes of a batch, by name, for the account that sent it. They can be fetched for ten minutes from the
     * first time on; after that only their digests are left.
     */
    @Transactional
    public List<FirstCode> firstCodes(Scope scope, UUID batch) {
        scope.as(Role.KEEPERS);
        var codes = firstCodes.fetch(scope, batch);
        if (!codes.isEmpty())
            audit.record(scope, Change.made("account.codes-fetched", "IMPORT", batch, null, Map.of("codes", codes.size())));
        return codes;
    }

    /** The official's own place is another from now on. Without effect where he has no account. */
    @Transactional
    public void moveOfficial(Scope scope, UUID official, String region) {
        roles.ofOfficial(official).ifPresent(role -> held.move(scope, role, AccountRole.official(official, region)));
    }

    /** He is an official no more: the role and all that is signed in end; without another role the account ends too. */
    @Transactional
    public void endOfficial(Scope scope, UUID official) {
        roles.ofOfficial(official).ifPresent(role -> held.end(scope, role));
    }

    /**
     * An account with a password that need not be changed, for the product's own beginnings: the first administrator and
     * the demonstration. An account of that name gets the password and the roles; an official has one account, this one.
     *
     * @throws io.liangze.shared.Refusal {@code role.insufficient} 403 for all but the product itself
     */
    @Transactional
    public UUID createWithPassword(Scope scope, String username, String name, String password, AccountRole... given) {
        return withPassword(scope.as(Role.SYSTEM), username, name, password, List.of(given));
    }

    UUID withPassword(Scope scope, String username, String name, String password, List<AccountRole> given) {
        var user = Username.of(username);
        var index = SignIn.index(vault, user);
        var known = accounts.credentials(index);
        var id = known.map(AccountTable.Credentials::id).orElseGet(UuidCreator::getTimeOrderedEpoch);
        if (known.isEmpty()) accounts.insert(id, vault.seal(user.text()), index, name, null, clock.instant());
        else accounts.rename(id, name);
        accounts.setPassword(id, passwords.hash(password), false);
        for (var role : given) {
            if (role.official() != null)
                roles.ofOfficial(role.official()).filter(other -> !other.account().equals(id)).ifPresent(other -> held.end(scope, other));
            roles.insert(id, role, clock.instant());
        }
        scopes.forget(id);
        audit.record(scope, Change.made("account.created", "ACCOUNT", id, null, Map.of("name", name, "roles", given)));
        return id;
    }
}
