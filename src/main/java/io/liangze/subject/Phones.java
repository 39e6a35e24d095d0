package io.liangze.subject;

import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Vault;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the phones of subjects as each reader may see them; the log tells who saw which in clear. */
@Component
class Phones {

    private final Vault vault;
    private final Audit audit;

    Phones(Vault vault, Audit audit) {
        this.vault = vault;
        this.audit = audit;
    }

    Subject masked(Subject subject) {
        var phone = subject.particulars().phone();
        return phone == null ? subject : subject.withPhone(phone.open(vault).masked());
    }

    Subject shown(Scope scope, Subject subject) {
        if (!isClear(scope, subject)) return masked(subject);
        audit.record(scope, Change.made("subject.phone-shown", "SUBJECT", subject.id(), subject.particulars().region(), Map.of("phones", 1)));
        return clear(subject);
    }

    /** One entry for all. */
    List<Subject> shown(Scope scope, List<Subject> subjects, @Nullable String region) {
        long clear = subjects.stream().filter(subject -> isClear(scope, subject)).count();
        if (clear > 0) audit.record(scope, Change.made("subject.phone-shown", "SUBJECT", null, region, Map.of("phones", clear)));
        return subjects.stream().map(subject -> isClear(scope, subject) ? clear(subject) : subject).toList();
    }

    boolean isClear(Scope scope, Subject subject) {
        if (subject.particulars().phone() == null || scope.isSystem()) return false;
        var official = subject.official();
        return scope.has(Role.OFFICE) && scope.as(Role.OFFICE).holds(subject.particulars().region())
            || official != null && scope.official().filter(official.id()::equals).isPresent()
            || scope.subjects().contains(subject.id());
    }

    Subject clear(Subject subject) {
        var phone = subject.particulars().phone();
        return phone == null ? subject : subject.withPhone(phone.open(vault).value());
    }
}
