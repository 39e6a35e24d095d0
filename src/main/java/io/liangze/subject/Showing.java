package io.liangze.subject;

import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Vault;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A subject as a reader may see it: its phone in clear or masked, and the log tells who saw which in clear; with the flags
 * that the day brings.
 */
@Component
class Showing {

    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    Showing(Vault vault, Audit audit, Clock clock) {
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    Subject masked(Subject subject) {
        var phone = subject.particulars().phone();
        return shown(subject, phone == null ? null : phone.open(vault).masked());
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
        return subjects.stream().map(subject -> isClear(scope, subject) ? clear(subject) : masked(subject)).toList();
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
        return shown(subject, phone == null ? null : phone.open(vault).value());
    }

    private Subject shown(Subject subject, @Nullable String phone) {
        var flags = new TreeSet<>(subject.flags());
        if (subject.grade() != null)
            flags.addAll(SubjectFlag.ofLicence(subject.particulars().licenceExpires(), LocalDate.now(clock)));
        return subject.shown(phone, List.copyOf(flags));
    }
}
