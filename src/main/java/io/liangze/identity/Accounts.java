package io.liangze.identity;

import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.region.Regions;
import io.liangze.shared.Page;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Vault;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts and their roles, as the three administrators (三员) keep them: the system administrator makes accounts, the
 * security administrator says what they are, and nobody does either to himself. Accounts that come with an official:
 * {@link PersonalAccounts}, with a business: {@link BusinessAccounts}.
 */
@Service
public class Accounts {

    private final AccountTable accounts;
    private final RoleTable roles;
    private final Separation separation;
    private final FirstCodes firstCodes;
    private final Lockout lockout;
    private final Tokens tokens;
    private final Scopes scopes;
    private final Regions regions;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    Accounts(AccountTable accounts, RoleTable roles, Separation separation, FirstCodes firstCodes, Lockout lockout, Tokens tokens,
             Scopes scopes, Regions regions, Vault vault, Audit audit, Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.separation = separation;
        this.firstCodes = firstCodes;
        this.lockout = lockout;
        this.tokens = tokens;
        this.scopes = scopes;
        this.regions = regions;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * In order of making, for the system and the security administrator.
     *
     * @param after {@code next} of the page before
     * @throws Refusal {@code role.insufficient} 403
     */
    public Page<Account> list(Scope scope, AccountFilter filter, @Nullable UUID after, int limit) {
        scope.as(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
        var rows = accounts.list(filter, login(filter), after, limit + 1, clock.instant());
        var held = roles.of(rows.stream().map(AccountTable.Row::id).toList()).stream()
            .collect(Collectors.groupingBy(RoleTable.Row::account));
        return Page.cut(rows, limit, row -> row.id().toString())
            .map(row -> account(scope, row, held.getOrDefault(row.id(), List.of())));
    }

    /** How many {@link #list} has in all. */
    public long count(Scope scope, AccountFilter filter) {
        scope.as(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
        return accounts.count(filter, login(filter));
    }

    private byte @Nullable [] login(AccountFilter filter) {
        return filter.q() == null ? null : SignIn.index(vault, Username.of(filter.q()));
    }

    /** @throws Refusal {@code role.insufficient} 403, {@code account.absent} 404 */
    public Account find(Scope scope, UUID id) {
        scope.as(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
        var row = accounts.row(id, clock.instant()).orElseThrow(() -> Refusal.absent("account"));
        return account(scope, row, roles.of(id));
    }

    /**
     * A new account without a role, for the system administrator.
     *
     * @param id the sender's; the same one again is answered as before
     * @return its one-time code, which is shown for ten minutes and lives for 30 days
     * @throws Refusal {@code role.insufficient} 403; 422 {@code username.unfit}, {@code username.taken}, {@code name.unfit}
     */
    @Transactional
    public FirstCode create(Scope scope, UUID id, String username, String name) {
        scope.as(Role.SYSTEM_ADMIN);
        var before = firstCodes.fetch(scope, id);
        if (!before.isEmpty()) return before.getFirst();
        var user = Username.of(username);
        var index = SignIn.index(vault, user);
        new Refusal.Flaws()
            .require(user.fits(), "username", "username.unfit")
            .require(accounts.credentials(index).isEmpty() && accounts.credentials(id).isEmpty(), "username", "username.taken")
            .require(Account.isName(name), "name", "name.unfit")
            .refuse();
        accounts.insert(id, vault.seal(user.text()), index, name.strip(), scope.account(), clock.instant());
        audit.record(scope, Change.made("account.created", "ACCOUNT", id, null, Map.of("name", name.strip())));
        return firstCodes.make(scope, id, user, name.strip());
    }

    /**
     * A one-time code in place of a forgotten password; what was signed in ends. Of an administrator only the security
     * administrator, of anybody else the system administrator too.
     *
     * @throws Refusal {@code role.insufficient} 403, {@code account.own} 403, {@code account.absent} 404
     */
    @Transactional
    public FirstCode resetCode(Scope scope, UUID id) {
        var account = find(scope, id);
        if (account.isAdministrator()) scope.as(Role.SECURITY_ADMIN);
        separation.notHimself(scope, id);
        var login = Username.of(vault.open(lock(id).login()));
        tokens.revokeAll(id);
        audit.record(scope, Change.made("account.code-reset", "ACCOUNT", id, null, Map.of()));
        return firstCodes.make(scope, id, login, account.name());
    }

    /**
     * Gives a role, for the security administrator. While there is none yet, the system administrator names the first.
     *
     * @param region a place or zone, by code or by a name that only one has; null or empty = everywhere
     * @throws Refusal {@code role.insufficient} 403, {@code account.absent} 404, {@code account.second-administrator} 409,
     *                 {@code account.own} 403; 422 {@code role.not-by-hand}, {@code region.unknown}
     */
    @Transactional
    public Account grant(Scope scope, UUID id, @Nullable Role role, @Nullable String region) {
        separation.mayGrant(scope, role);
        lock(id);
        if (role == null) throw Refusal.invalid("role", "value.missing");
        var place = region == null || region.isBlank() ? null : code(scope, region.strip());
        var wanted = new AccountRole(role, place, null, null);
        separation.notASecond(id, wanted);
        separation.notHimself(scope, id);
        new Refusal.Flaws()
            .require(wanted.isGivenByHand(), "role", "role.not-by-hand")
            .require(place == null || regions.exists(scope, place), "region", "region.unknown")
            .refuse();
        if (roles.insert(id, wanted, clock.instant()))
            audit.record(scope, Change.made("account.role-granted", "ACCOUNT", id, place, wanted));
        scopes.forget(id);
        return find(scope, id);
    }

    /**
     * Takes a role back, for the security administrator.
     *
     * @param role the id of the role as held
     * @throws Refusal {@code role.insufficient} 403, {@code account.absent} and {@code role.absent} 404,
     *                 {@code account.last-administrator} 409, {@code account.own} 403
     */
    @Transactional
    public Account take(Scope scope, UUID id, UUID role) {
        scope.as(Role.SECURITY_ADMIN);
        lock(id);
        var held = roles.of(id).stream().filter(r -> r.id().equals(role)).findFirst().orElseThrow(() -> Refusal.absent("role"));
        separation.notTheLast(List.of(held));
        separation.notHimself(scope, id);
        roles.delete(role);
        scopes.forget(id);
        audit.record(scope, new Change("account.role-taken", "ACCOUNT", id, held.region(), held.value(), null));
        return find(scope, id);
    }

    /** Ends a lock after wrong passwords. @throws Refusal {@code role.insufficient} 403, {@code account.absent} 404 */
    @Transactional
    public Account unlock(Scope scope, UUID id) {
        scope.as(Role.SECURITY_ADMIN);
        lockout.clear(lock(id).loginIndex());
        audit.record(scope, Change.made("account.unlocked", "ACCOUNT", id, null, Map.of()));
        return find(scope, id);
    }

    /**
     * Nobody signs in with it any more, and what was signed in ends.
     *
     * @throws Refusal {@code role.insufficient} 403, {@code account.absent} 404, {@code account.last-administrator} 409,
     *                 {@code account.own} 403
     */
    @Transactional
    public Account disable(Scope scope, UUID id) {
        scope.as(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
        lock(id);
        separation.notTheLast(roles.of(id));
        separation.notHimself(scope, id);
        accounts.setDisabled(id, true);
        tokens.revokeAll(id);
        scopes.forget(id);
        audit.record(scope, Change.made("account.disabled", "ACCOUNT", id, null, Map.of()));
        return find(scope, id);
    }

    /** Undoes {@link #disable}, for the security administrator. @throws Refusal 403, 404 */
    @Transactional
    public Account enable(Scope scope, UUID id) {
        scope.as(Role.SECURITY_ADMIN);
        lock(id);
        accounts.setDisabled(id, false);
        scopes.forget(id);
        audit.record(scope, Change.made("account.enabled", "ACCOUNT", id, null, Map.of()));
        return find(scope, id);
    }

    /** What the caller may do with the account now, so that no button is shown that would be refused. */
    public Set<AccountAct> acts(Scope scope, Account account) {
        return separation.acts(scope, account);
    }

    /** The roles that the caller may give by hand now. */
    public List<Role> grantable(Scope scope) {
        return separation.grantable(scope);
    }

    /** The one-time code that the caller has made for the account, for ten minutes from the first look on. */
    @Transactional
    public Optional<FirstCode> firstCode(Scope scope, UUID id) {
        scope.as(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
        return firstCodes.fetch(scope, id).stream().findFirst();
    }

    /** The code of a place, given as such or by a name that no other has; what is neither comes back as it is. */
    private String code(Scope scope, String place) {
        var named = regions.search(scope, place, 50).stream().filter(region -> region.name().equals(place)).toList();
        return named.size() == 1 ? named.getFirst().code() : place;
    }

    private AccountTable.Credentials lock(UUID id) {
        return accounts.lock(id).orElseThrow(() -> Refusal.absent("account"));
    }

    private Account account(Scope scope, AccountTable.Row row, List<RoleTable.Row> held) {
        return new Account(row.id(), Username.of(vault.open(row.login())).masked(), row.name(), row.disabled(), row.firstCode(),
            row.madeAt(), row.lastSignIn(), row.lockedUntil(), held.stream().map(r -> new Account.Held(r.id(), r.role(),
                r.region() == null ? null : regions.place(scope, r.region()), r.official(), r.subject())).toList());
    }
}
