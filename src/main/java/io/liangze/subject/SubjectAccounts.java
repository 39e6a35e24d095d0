package io.liangze.subject;

import io.liangze.identity.BusinessAccount;
import io.liangze.identity.BusinessAccounts;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Vault;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who speaks for a subject (企业账号): its office lets a principal in, and takes it back. */
@Service
public class SubjectAccounts {

    private final SubjectTable table;
    private final BusinessAccounts accounts;
    private final Vault vault;

    SubjectAccounts(SubjectTable table, BusinessAccounts accounts, Vault vault) {
        this.table = table;
        this.accounts = accounts;
        this.vault = vault;
    }

    /**
     * The accounts of a subject, with the one-time codes of those that the caller has just made.
     *
     * @throws Refusal {@code subject.absent} 404, also outside the scope; {@code role.insufficient} 403
     */
    @Transactional
    public List<BusinessAccount> of(Scope scope, UUID subject) {
        return accounts.of(scope, find(scope, subject).id());
    }

    /**
     * Lets somebody speak for a subject; twice is harmless.
     *
     * @param username null = the subject's phone number
     * @param name     null = its principal, or its own name
     * @return the account, with its one-time code where it is new
     * @throws Refusal {@code subject.absent} 404; {@code subject.closed} 409; {@code role.insufficient} 403;
     *                 422 {@code username.unfit}, {@code username.taken} (an administrator's), {@code name.unfit}
     */
    @Transactional
    public BusinessAccount open(Scope scope, UUID id, @Nullable String username, @Nullable String name) {
        var subject = find(scope, id);
        if (subject.isClosed()) throw Refusal.conflict("subject.closed");
        var particulars = subject.particulars();
        var phone = particulars.phone() == null ? "" : particulars.phone().open(vault).value();
        return accounts.open(scope, id, particulars.region(), given(username, phone),
            given(name, Objects.requireNonNullElse(particulars.principal(), subject.name())));
    }

    /**
     * A one-time code in place of a forgotten password; what was signed in ends.
     *
     * @throws Refusal {@code subject.absent}, {@code account.absent} 404; {@code role.insufficient}, {@code account.beyond}
     *                 403: it holds more than businesses of the caller's place
     */
    @Transactional
    public BusinessAccount resetCode(Scope scope, UUID subject, UUID account) {
        return accounts.resetCode(scope, find(scope, subject).id(), account);
    }

    /**
     * Takes it back: the account speaks for the subject no more.
     *
     * @throws Refusal {@code subject.absent}, {@code account.absent} 404; {@code role.insufficient} 403
     */
    @Transactional
    public void end(Scope scope, UUID subject, UUID account) {
        accounts.end(scope, find(scope, subject).id(), account);
    }

    private Subject find(Scope scope, UUID id) {
        return table.find(scope.as(Role.KEEPERS), id).orElseThrow(() -> Refusal.absent("subject"));
    }

    private static String given(@Nullable String typed, String otherwise) {
        return typed == null || typed.isBlank() ? otherwise : typed;
    }
}
