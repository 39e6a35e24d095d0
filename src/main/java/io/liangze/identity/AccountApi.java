package io.liangze.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.shared.Limit;
import io.liangze.shared.Page;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/accounts")
class AccountApi {

    /** {@code id} is the sender's own; the same one again is answered as before. */
    record NewAccount(@Nullable UUID id, @Nullable String username, @Nullable String name) {}

    record NewRole(@Nullable Role role, @Nullable String region) {}

    private final Accounts accounts;

    AccountApi(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Accounts in order of making. */
    @GetMapping
    Page<Account> list(Scope scope, AccountFilter filter, @RequestParam @Nullable UUID after,
                       @RequestParam(defaultValue = "50") Limit limit, @RequestParam(defaultValue = "false") boolean total) {
        var page = accounts.list(scope, filter, after, limit.rows());
        return total ? page.withTotal(accounts.count(scope, filter)) : page;
    }

    @GetMapping("/{id}")
    Account find(Scope scope, @PathVariable UUID id) {
        return accounts.find(scope, id);
    }

    /** Makes an account without a role; answers its one-time code. */
    @PostMapping
    ResponseEntity<FirstCode> create(Scope scope, @RequestBody NewAccount typed) {
        var id = Objects.requireNonNullElseGet(typed.id, UuidCreator::getTimeOrderedEpoch);
        return made(id, accounts.create(scope, id, Objects.requireNonNullElse(typed.username, ""), Objects.requireNonNullElse(typed.name, "")));
    }

    /** Gives a role at a place, or everywhere. */
    @PostMapping("/{id}/roles")
    ResponseEntity<Account> grant(Scope scope, @PathVariable UUID id, @RequestBody NewRole typed) {
        return made(id, accounts.grant(scope, id, typed.role, typed.region));
    }

    @DeleteMapping("/{id}/roles/{role}")
    Account take(Scope scope, @PathVariable UUID id, @PathVariable UUID role) {
        return accounts.take(scope, id, role);
    }

    @PostMapping("/{id}/unlock")
    Account unlock(Scope scope, @PathVariable UUID id) {
        return accounts.unlock(scope, id);
    }

    @PostMapping("/{id}/disable")
    Account disable(Scope scope, @PathVariable UUID id) {
        return accounts.disable(scope, id);
    }

    @PostMapping("/{id}/enable")
    Account enable(Scope scope, @PathVariable UUID id) {
        return accounts.enable(scope, id);
    }

    /** A one-time code in place of a forgotten password. */
    @PostMapping("/{id}/code")
    ResponseEntity<FirstCode> resetCode(Scope scope, @PathVariable UUID id) {
        return made(id, accounts.resetCode(scope, id));
    }

    private static <T> ResponseEntity<T> made(UUID account, T what) {
        return ResponseEntity.created(URI.create("/api/v1/accounts/" + account)).body(what);
    }
}
