package io.liangze.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the first account, {@code admin}, where nobody is system administrator: with the password of
 * LIANGZE_ADMIN_PASSWORD, else with a one-time code that is printed this once. Runs after the demonstration, which
 * brings an administrator of its own.
 */
@Component
@Order(1_000)
class FirstStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);
    private static final String ADMIN = "admin";
    private static final String NAME = "系统管理员";

    private final RoleTable roles;
    private final Accounts accounts;
    private final PersonalAccounts personal;
    private final String password;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FirstStart(RoleTable roles, Accounts accounts, PersonalAccounts personal,
               @Value("${LIANGZE_ADMIN_PASSWORD:}") String password, TransactionTemplate transaction, Clock clock) {
        this.roles = roles;
        this.accounts = accounts;
        this.personal = personal;
        this.password = password;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (roles.holders(Role.SYSTEM_ADMIN) > 0) return;
        if (!password.isEmpty()) {
            personal.createWithPassword(Scope.system(), ADMIN, NAME, password, AccountRole.everywhere(Role.SYSTEM_ADMIN));
            log.info("First account made name={} passwordFrom=LIANGZE_ADMIN_PASSWORD", ADMIN);
            return;
        }
        var first = Objects.requireNonNull(transaction.execute(_ -> {
            var id = UuidCreator.getTimeOrderedEpoch();
            var code = accounts.create(Scope.system(), id, ADMIN, NAME);
            accounts.grant(Scope.system(), id, Role.SYSTEM_ADMIN, null);
            return code;
        }));
        System.out.printf("%n  First account: %s%n  One-time code: %s  (until %s; the first sign-in sets a password)%n%n",
            ADMIN, first.code(), LocalDate.ofInstant(first.until(), clock.getZone()));
    }
}
