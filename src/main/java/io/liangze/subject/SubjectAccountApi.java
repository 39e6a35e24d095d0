package io.liangze.subject;

import io.liangze.identity.BusinessAccount;
import io.liangze.shared.Scope;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/subjects/{id}/accounts")
class SubjectAccountApi {

    record NewAccount(@Nullable String username, @Nullable String name) {}

    record Items(List<BusinessAccount> items) {}

    private final SubjectAccounts accounts;

    SubjectAccountApi(SubjectAccounts accounts) {
        this.accounts = accounts;
    }

    /** Accounts that speak for the subject. */
    @GetMapping
    Items list(Scope scope, @PathVariable UUID id) {
        return new Items(accounts.of(scope, id));
    }

    /** Lets an account speak for it; answers the one-time code of a new one. */
    @PostMapping
    ResponseEntity<BusinessAccount> open(Scope scope, @PathVariable UUID id, @RequestBody NewAccount typed) {
        return made(id, accounts.open(scope, id, typed.username, typed.name));
    }

    /** A one-time code in place of a forgotten password. */
    @PostMapping("/{account}/code")
    ResponseEntity<BusinessAccount> resetCode(Scope scope, @PathVariable UUID id, @PathVariable UUID account) {
        return made(id, accounts.resetCode(scope, id, account));
    }

    private static ResponseEntity<BusinessAccount> made(UUID subject, BusinessAccount account) {
        return ResponseEntity.created(URI.create("/api/v1/subjects/" + subject + "/accounts")).body(account);
    }

    @DeleteMapping("/{account}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Scope scope, @PathVariable UUID id, @PathVariable UUID account) {
        accounts.end(scope, id, account);
    }
}
