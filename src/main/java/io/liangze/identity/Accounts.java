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
import java.util.Arrays;
import java.util.EnumSet;
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
 * security administrator says what they are, and nobody does either to himself. Accounts that come with an official or
 * a business: {@link PersonalAccounts}.
 */
@Service
public class Accounts {

    private final AccountTable accounts;
    private final RoleTable roles;
    private final FirstCodes firstCodes;
    private final Passwords passwords;
    private final Lockout lockout;
    private final Tokens tokens;
    private final Scopes scopes;
    private final Regions regions;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    Accounts(AccountTable accounts, RoleTable roles, FirstCodes firstCodes, Passwords passwords, Lockout lockout, Tokens tokens,
             Scopes scopes, Regions regions, Vault vault, Audit audit, Clock clock) {
        this.accounts = accounts;
        this.roles = roles;
        this.firstCodes = firstCodes;
        this.passwords = passwords;
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
        var login = filter.q() == null ? null : SignIn.index(vault, Username.of(filter.q()));
        var rows = accounts.list(filter, login, after, limit + 1, clock.instant());
        var held = roles.of(rows.stream().map(AccountTable.Row::id).toList()).stream()
            .collect(Collectors.groupingBy(RoleTable.Row::account));
        return Page.cut(rows, limit, row -> row.id().toString())
            .map(row -> account(scope, row, held.getOrDefault(row.id(), List.of())));
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
            .require(!name.isBlank() && name.strip().length() <= 60, "name", "name.unfit")
            .refuse();
        accounts.insert(id, vault.seal(user.text()), index, name.strip(), scope.account(), clock.instant());
        audit.record(scope, Change.made("account.created", "ACCOUNT", id, null, Map.of("name", name.strip())));
        return code(scope, id, user, name.strip());
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
        notHimself(scope, id);
        var login = Username.of(vault.open(lock(id).login()));
        tokens.revokeAll(id);
        audit.record(scope, Change.made("account.code-reset", "ACCOUNT", id, null, Map.of()));
        return code(scope, id, login, account.name());
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
        if (!isFirstSecurityAdministrator(scope, role)) scope.as(Role.SECURITY_ADMIN);
        lock(id);
        if (role == null) throw Refusal.invalid("role", "value.missing");
        var place = region == null || region.isBlank() ? null : code(scope, region.strip());
        var wanted = new AccountRole(role, place, null, null);
        if (Role.ADMINISTRATORS.contains(role) && roles.of(id).stream()
                .anyMatch(held -> Role.ADMINISTRATORS.contains(held.role()) && !held.value().equals(wanted)))
            throw Refusal.conflict("account.second-administrator");
        notHimself(scope, id);
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
        notTheLast(List.of(held));
        notHimself(scope, id);
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
        notTheLast(roles.of(id));
        notHimself(scope, id);
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
        var acts = EnumSet.noneOf(AccountAct.class);
        if (account.id().equals(scope.account())) return acts;
        boolean security = scope.has(Role.SECURITY_ADMIN);
        if (!grantable(scope).isEmpty()) acts.add(AccountAct.GRANT);
        if (security) acts.add(AccountAct.TAKE);
        if (security && account.lockedUntil() != null) acts.add(AccountAct.UNLOCK);
        if (security || !account.isAdministrator()) acts.add(AccountAct.RESET);
        if (!account.disabled() && account.roles().stream().noneMatch(held -> isLast(held.role()))) acts.add(AccountAct.DISABLE);
        if (account.disabled() && security) acts.add(AccountAct.ENABLE);
        return acts;
    }

    /** The roles that the caller may give by hand now. */
    public List<Role> grantable(Scope scope) {
        return Arrays.stream(Role.values())
            .filter(role -> scope.has(Role.SECURITY_ADMIN) || isFirstSecurityAdministrator(scope, role))
            .filter(role -> new AccountRole(role, null, null, null).isGivenByHand()).toList();
    }

    /** The one-time code that the caller has made for the account, for ten minutes from the first look on. */
    @Transactional
    public Optional<FirstCode> firstCode(Scope scope, UUID id) {
        scope.as(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN);
        return firstCodes.fetch(scope, id).stream().findFirst();
    }

    /**
     * Whether this act stands open to the system administrator because nobody can do it yet: a fresh installation has
     * only him, and without a security administrator nobody could be anything.
     */
    private boolean isFirstSecurityAdministrator(Scope scope, @Nullable Role role) {
        return role == Role.SECURITY_ADMIN && scope.has(Role.SYSTEM_ADMIN) && roles.holders(Role.SECURITY_ADMIN) == 0;
    }

    /** The code of a place, given as such or by a name that no other has; what is neither comes back as it is. */
    private String code(Scope scope, String place) {
        var named = regions.search(scope, place, 50).stream().filter(region -> region.name().equals(place)).toList();
        return named.size() == 1 ? named.getFirst().code() : place;
    }

    private FirstCode code(Scope scope, UUID id, Username username, String name) {
        var code = passwords.code();
        var until = clock.instant().plus(Passwords.CODE_LIFE);
        accounts.setCode(id, passwords.codeDigest(id, code), until);
        var first = new FirstCode(id, null, name, username.text(), code, until);
        firstCodes.keep(scope, id, List.of(first));
        return first;
    }

    private AccountTable.Credentials lock(UUID id) {
        return accounts.lock(id).orElseThrow(() -> Refusal.absent("account"));
    }

    private static void notHimself(Scope scope, UUID id) {
        if (id.equals(scope.account())) throw Refusal.forbidden("account.own");
    }

    private void notTheLast(List<RoleTable.Row> leaving) {
        if (leaving.stream().anyMatch(held -> isLast(held.role()))) throw Refusal.conflict("account.last-administrator");
    }

    /** Without a system or security administrator nobody could let a new one in. */
    private boolean isLast(Role role) {
        return (role == Role.SYSTEM_ADMIN || role == Role.SECURITY_ADMIN) && roles.holders(role) <= 1;
    }

    private Account account(Scope scope, AccountTable.Row row, List<RoleTable.Row> held) {
        return new Account(row.id(), Username.of(vault.open(row.login())).masked(), row.name(), row.disabled(), row.firstCode(),
            row.madeAt(), row.lastSignIn(), row.lockedUntil(), held.stream().map(r -> new Account.Held(r.id(), r.role(),
                r.region() == null ? null : regions.place(scope, r.region()), r.official(), r.subject())).toList());
    }
}
