package io.liangze.audit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which entries: all given conditions together. {@code from} and {@code to} are days, both included. */
public record AuditFilter(@Nullable String region, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable UUID object,
                          @Nullable String act) {}
