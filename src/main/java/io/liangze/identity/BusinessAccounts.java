package io.liangze.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Vault;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts that speak for a business, and go with it; for the module that keeps businesses. */
@Service
public class BusinessAccounts {

    private final AccountTable accounts;
    private final RoleTable roles;
    private final HeldRoles held;
    private final FirstCodes firstCodes;
    private final Tokens tokens;
    private final Scopes scopes;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    BusinessAccounts(AccountTable accounts, RoleTable roles, HeldRoles held, FirstCodes firstCodes, Tokens tokens, Scopes scopes,
                     Vault vault, Audit audit, Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.held = held;
        this.firstCodes = firstCodes;
        this.tokens = tokens;
        this.scopes = scopes;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who speaks for a business, in the order in which they were let; with the one-time codes of those whom the caller
     * made, for ten minutes from the first look on. The caller has made sure that the business lies in the scope.
     *
     * @throws Refusal {@code role.insufficient} 403
     */
    @Transactional
    public List<BusinessAccount> of(Scope scope, UUID subject) {
        scope.as(Role.KEEPERS);
        return roles.ofSubjects(List.of(subject)).stream().map(role -> account(scope, role.account())).toList();
    }

    /**
     * Lets the account of that user name speak for a business; makes it where there is none. One account may speak for
     * several businesses. Twice is harmless.
     *
     * @param region   where the business lies
     * @param username usually the principal's mobile number
     * @return with the one-time code where the account is new
     * @throws Refusal {@code role.insufficient} 403; 422 {@code username.unfit}, {@code name.unfit}, and
     *                 {@code username.taken} for an administrator's: no office signs him out by ending his role
     */
    @Transactional
    public BusinessAccount open(Scope scope, UUID subject, String region, String username, String name) {
        scope.as(Role.KEEPERS);
        var user = Username.of(username);
        new Refusal.Flaws()
            .require(user.fits(), "username", "username.unfit")
            .require(Account.isName(name), "name", "name.unfit")
            .refuse();
        var index = SignIn.index(vault, user);
        var known = accounts.credentials(index);
        if (known.isPresent() && isAdministrator(known.get().id())) throw Refusal.invalid("username", "username.taken");
        var id = known.map(AccountTable.Credentials::id).orElseGet(UuidCreator::getTimeOrderedEpoch);
        if (known.isEmpty()) {
            accounts.insert(id, vault.seal(user.text()), index, name.strip(), scope.account(), clock.instant());
            firstCodes.make(scope, id, user, name.strip());
        }
        var role = AccountRole.business(subject, region);
        if (roles.insert(id, role, clock.instant()))
            audit.record(scope, Change.made("account.role-granted", "ACCOUNT", id, region, role));
        scopes.forget(id);
        return account(scope, id);
    }

    /**
     * A one-time code in place of a forgotten password; what was signed in ends.
     *
     * @return with the code
     * @throws Refusal {@code role.insufficient} 403; {@code account.absent} 404 if it does not speak for the business;
     *                 {@code account.beyond} 403 if it holds anything else than businesses of the caller's place: whoever
     *                 has its code could act as all that it is
     */
    @Transactional
    public BusinessAccount resetCode(Scope scope, UUID subject, UUID account) {
        var keeper = scope.as(Role.KEEPERS);
        var held = roles.ofSubjects(List.of(subject)).stream().filter(role -> role.account().equals(account)).findFirst()
            .orElseThrow(() -> Refusal.absent("account"));
        var login = Username.of(vault.open(accounts.lock(account).orElseThrow(() -> Refusal.absent("account")).login()));
        if (!roles.of(account).stream().allMatch(role -> isOf(keeper, role))) throw Refusal.forbidden("account.beyond");
        tokens.revokeAll(account);
        audit.record(scope, Change.made("account.code-reset", "ACCOUNT", account, held.region(), Map.of("subject", subject)));
        firstCodes.make(scope, account, login, accounts.row(account, clock.instant()).orElseThrow().name());
        return account(scope, account);
    }

    private static boolean isOf(Scope keeper, RoleTable.Row role) {
        return role.role() == Role.BUSINESS && role.region() != null && keeper.holds(role.region());
    }

    /**
     * An account speaks for a business no more; without another role it ends.
     *
     * @throws Refusal {@code role.insufficient} 403; {@code account.absent} 404 if it does not speak for it
     */
    @Transactional
    public void end(Scope scope, UUID subject, UUID account) {
        scope.as(Role.KEEPERS);
        held.end(scope, roles.ofSubjects(List.of(subject)).stream().filter(role -> role.account().equals(account)).findFirst()
            .orElseThrow(() -> Refusal.absent("account")));
    }

    /** Businesses lie elsewhere from now on: their accounts go along. One look-up for all, as few have an account. */
    @Transactional
    public void move(Scope scope, Collection<BusinessMove> moves) {
        var bySubject = moves.stream().collect(Collectors.toMap(BusinessMove::from, Function.identity(), (_, later) -> later));
        for (var role : roles.ofSubjects(bySubject.keySet())) {
            var move = bySubject.get(role.subject());
            held.move(scope, role, AccountRole.business(move.to(), move.region()));
        }
    }

    /** Businesses are closed: nobody speaks for them any more. */
    @Transactional
    public void end(Scope scope, Collection<UUID> subjects) {
        roles.ofSubjects(subjects).forEach(role -> held.end(scope, role));
    }

    private boolean isAdministrator(UUID account) {
        return roles.of(account).stream().anyMatch(role -> Role.ADMINISTRATORS.contains(role.role()));
    }

    private BusinessAccount account(Scope scope, UUID id) {
        var row = accounts.row(id, clock.instant()).orElseThrow(() -> Refusal.absent("account"));
        return new BusinessAccount(id, row.name(), Username.of(vault.open(row.login())).masked(), row.disabled(),
            firstCodes.fetch(scope, id).stream().findFirst().orElse(null));
    }
}
