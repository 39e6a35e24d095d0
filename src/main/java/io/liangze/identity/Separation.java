package io.liangze.identity;

import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the three administrators (三员) keep each other from: who may do what to which account. */
@Component
class Separation {

    private final RoleTable roles;

    Separation(RoleTable roles) {
        this.roles = roles;
    }

    /** What the caller may do with the account now. */
    Set<AccountAct> acts(Scope scope, Account account) {
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
    List<Role> grantable(Scope scope) {
        return Arrays.stream(Role.values())
            .filter(role -> scope.has(Role.SECURITY_ADMIN) || isFirstSecurityAdministrator(scope, role))
            .filter(role -> new AccountRole(role, null, null, null).isGivenByHand()).toList();
    }

    /** @throws Refusal {@code role.insufficient} 403 */
    void mayGrant(Scope scope, @Nullable Role role) {
        if (!isFirstSecurityAdministrator(scope, role)) scope.as(Role.SECURITY_ADMIN);
    }

    /** @throws Refusal {@code account.second-administrator} 409 if the account is another administrator already */
    void notASecond(UUID account, AccountRole wanted) {
        if (Role.ADMINISTRATORS.contains(wanted.role()) && roles.of(account).stream()
                .anyMatch(held -> Role.ADMINISTRATORS.contains(held.role()) && !held.value().equals(wanted)))
            throw Refusal.conflict("account.second-administrator");
    }

    /** @throws Refusal {@code account.own} 403 */
    void notHimself(Scope scope, UUID account) {
        if (account.equals(scope.account())) throw Refusal.forbidden("account.own");
    }

    /** @throws Refusal {@code account.last-administrator} 409 if nobody could let a new one in without these roles */
    void notTheLast(List<RoleTable.Row> leaving) {
        if (leaving.stream().anyMatch(held -> isLast(held.role()))) throw Refusal.conflict("account.last-administrator");
    }

    private boolean isLast(Role role) {
        return (role == Role.SYSTEM_ADMIN || role == Role.SECURITY_ADMIN) && roles.holders(role) <= 1;
    }

    /**
     * Whether this act stands open to the system administrator because nobody can do it yet: a fresh installation has
     * only him, and without a security administrator nobody could be anything.
     */
    private boolean isFirstSecurityAdministrator(Scope scope, @Nullable Role role) {
        return role == Role.SECURITY_ADMIN && scope.has(Role.SYSTEM_ADMIN) && roles.holders(Role.SECURITY_ADMIN) == 0;
    }
}
