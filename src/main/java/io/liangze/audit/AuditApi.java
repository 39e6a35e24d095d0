package io.liangze.audit;

import io.liangze.shared.Limit;
import io.liangze.shared.Page;
import io.liangze.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
class AuditApi {

    private final Audit audit;

    AuditApi(Audit audit) {
        this.audit = audit;
    }

    /** The log of business changes, newest first. */
    @GetMapping
    Page<AuditEntry> entries(Scope scope, AuditFilter filter, @RequestParam @Nullable AuditCursor after,
                             @RequestParam(defaultValue = "50") Limit limit, @RequestParam(defaultValue = "false") boolean total) {
        var page = audit.entries(scope, filter, after, limit.rows());
        return total ? page.withTotal(audit.count(scope, filter)) : page;
    }
}
