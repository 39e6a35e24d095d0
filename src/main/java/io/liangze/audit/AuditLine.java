package io.liangze.audit;

import java.util.List;

/** An entry as a page says it. */
public record AuditLine(AuditEntry entry, String act, String kind, String place, List<AuditWords.Difference> differences) {}
