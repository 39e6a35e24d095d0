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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts that come with an official or a business, and go with them; for the modules that keep these. */
@Service
public class PersonalAccounts {

    private static final Logger log = LoggerFactory.getLogger(PersonalAccounts.class);

    private final AccountTable accounts;
    private final RoleTable roles;
    private final Provision provision;
    private final FirstCodes firstCodes;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Scopes scopes;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    PersonalAccounts(AccountTable accounts, RoleTable roles, Provision provision, FirstCodes firstCodes, Passwords passwords,
                     Tokens tokens, Scopes scopes, Vault vault, Audit audit, Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.provision = provision;
        this.firstCodes = firstCodes;
        this.passwords = passwords;
        this.tokens = tokens;
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
        roles.ofOfficial(official).ifPresent(held -> move(scope, held, region));
    }

    /** The business lies elsewhere from now on. */
    @Transactional
    public void moveBusiness(Scope scope, UUID subject, String region) {
        roles.ofSubject(subject).forEach(held -> move(scope, held, region));
    }

    /** He is an official no more: the role and all that is signed in end; without another role the account ends too. */
    @Transactional
    public void endOfficial(Scope scope, UUID official) {
        roles.ofOfficial(official).ifPresent(held -> end(scope, held));
    }

    /** The business is closed: as {@link #endOfficial}. */
    @Transactional
    public void endBusiness(Scope scope, UUID subject) {
        roles.ofSubject(subject).forEach(held -> end(scope, held));
    }

    /**
     * Lets the account of that user name speak for a business; makes it where there is none. One account may speak for
     * several.
     *
     * @param username usually the principal's mobile number
     * @return the one-time code of an account that is new
     * @throws io.liangze.shared.Refusal {@code role.insufficient} 403
     */
    @Transactional
    public Optional<FirstCode> ensureBusiness(Scope scope, UUID subject, String region, String username, String name) {
        scope.as(Role.KEEPERS);
        var role = AccountRole.business(subject, region);
        var user = Username.of(username);
        var index = SignIn.index(vault, user);
        var known = accounts.credentials(index);
        var id = known.map(AccountTable.Credentials::id).orElseGet(UuidCreator::getTimeOrderedEpoch);
        if (known.isEmpty()) accounts.insert(id, vault.seal(user.text()), index, name, scope.account(), clock.instant());
        if (roles.insert(id, role, clock.instant()))
            audit.record(scope, Change.made("account.role-granted", "ACCOUNT", id, region, role));
        scopes.forget(id);
        if (known.isPresent()) return Optional.empty();

        var code = new FirstCode(id, null, name, user.text(), passwords.code(), clock.instant().plus(Passwords.CODE_LIFE));
        accounts.setCode(id, passwords.codeDigest(id, code.code()), code.until());
        return Optional.of(code);
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
                roles.ofOfficial(role.official()).filter(held -> !held.account().equals(id)).ifPresent(held -> end(scope, held));
            roles.insert(id, role, clock.instant());
        }
        scopes.forget(id);
        audit.record(scope, Change.made("account.created", "ACCOUNT", id, null, Map.of("name", name, "roles", given)));
        return id;
    }

    private void move(Scope scope, RoleTable.Row held, String region) {
        if (region.equals(held.region())) return;
        roles.move(held.id(), region);
        scopes.forget(held.account());
        audit.record(scope, new Change("account.role-moved", "ACCOUNT", held.account(), region, held.value(),
            new AccountRole(held.role(), region, held.official(), held.subject())));
    }

    private void end(Scope scope, RoleTable.Row held) {
        roles.delete(held.id());
        if (roles.of(held.account()).isEmpty()) accounts.giveUp(held.account());
        tokens.revokeAll(held.account());
        scopes.forget(held.account());
        audit.record(scope, new Change("account.role-taken", "ACCOUNT", held.account(), held.region(), held.value(), null));
    }
}
