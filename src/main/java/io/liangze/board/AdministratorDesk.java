package io.liangze.board;

import io.liangze.identity.Account;
import io.liangze.identity.AccountFilter;
import io.liangze.identity.Accounts;
import io.liangze.shared.Scope;
import io.liangze.work.Works;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the three administrators (三员) look after. */
@Component
class AdministratorDesk {

    private static final int ROWS = 10;
    private static final int ACCOUNTS = 200;

    private final Works works;
    private final FirstSteps steps;
    private final Accounts accounts;

    AdministratorDesk(Works works, FirstSteps steps, Accounts accounts) {
        this.works = works;
        this.steps = steps;
        this.accounts = accounts;
    }

    Desk.SystemAdministrator system(Scope scope) {
        return new Desk.SystemAdministrator(works.mine(scope, "").stream().limit(ROWS).toList(), steps.of(scope), roleless(accounts(scope)));
    }

    Desk.SecurityAdministrator security(Scope scope) {
        var all = accounts(scope);
        return new Desk.SecurityAdministrator(roleless(all), all.stream().filter(account -> account.lockedUntil() != null).toList());
    }

    private List<Account> accounts(Scope scope) {
        return accounts.list(scope, new AccountFilter(null, List.of()), null, ACCOUNTS).items();
    }

    private static List<Account> roleless(List<Account> all) {
        return all.stream().filter(account -> account.roles().isEmpty() && !account.disabled()).limit(ROWS).toList();
    }
}
