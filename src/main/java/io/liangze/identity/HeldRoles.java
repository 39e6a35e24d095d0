package io.liangze.identity;

import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.shared.Scope;
import org.springframework.stereotype.Component;

/** Roles that follow their official or business: moved or ended, written to the log, felt at once by whoever is signed in. */
@Component
class HeldRoles {

    private final AccountTable accounts;
    private final RoleTable roles;
    private final Tokens tokens;
    private final Scopes scopes;
    private final Audit audit;

    HeldRoles(AccountTable accounts, RoleTable roles, Tokens tokens, Scopes scopes, Audit audit) {
        this.accounts = accounts;
        this.roles = roles;
        this.tokens = tokens;
        this.scopes = scopes;
        this.audit = audit;
    }

    void move(Scope scope, RoleTable.Row held, AccountRole now) {
        if (now.equals(held.value())) return;
        roles.move(held.id(), now);
        scopes.forget(held.account());
        audit.record(scope, new Change("account.role-moved", "ACCOUNT", held.account(), now.region(), held.value(), now));
    }

    /** The role and all that is signed in end; without another role the account ends too. */
    void end(Scope scope, RoleTable.Row held) {
        roles.delete(held.id());
        if (roles.of(held.account()).isEmpty()) accounts.giveUp(held.account());
        tokens.revokeAll(held.account());
        scopes.forget(held.account());
        audit.record(scope, new Change("account.role-taken", "ACCOUNT", held.account(), held.region(), held.value(), null));
    }
}
