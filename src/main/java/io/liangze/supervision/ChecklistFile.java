package io.liangze.supervision;

import io.liangze.shared.Family;
import io.liangze.shared.Severity;
import io.liangze.subject.Kind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code rules/checklists-<date>.yaml} as written. */
record ChecklistFile(@Nullable List<Item> items, @Nullable List<Typical> findings, @Nullable List<Set> sets) {

    /** EVERY_VISIT is eased by the burden policy. */
    enum PhotoRule { EVERY_VISIT, WITH_PROBLEM, NEVER }

    /**
     * @param min        in the short set
     * @param minFor     in the short set of these kinds
     * @param onlyFor    asked at these kinds alone
     */
    record Item(@Nullable String id, @Nullable ItemGroup group, @Nullable String text, @Nullable Severity severity,
                @Nullable PhotoRule photo, @Nullable Boolean min, @Nullable List<Kind> minFor, @Nullable List<Kind> onlyFor,
                @Nullable Boolean onSiteOnly, @Nullable Measured measure, @Nullable String law) {

        boolean isShort(Kind kind) {
            return Boolean.TRUE.equals(min) || minFor != null && minFor.contains(kind);
        }

        boolean fits(Kind kind) {
            return onlyFor == null || onlyFor.contains(kind);
        }
    }

    record Measured(@Nullable String unit, @Nullable List<Measure.Band> bands) {}

    /** @param severityIn where it is graver than elsewhere */
    record Typical(@Nullable String id, @Nullable String text, @Nullable Severity severity, @Nullable Map<Family, Severity> severityIn,
                   @Nullable List<String> items) {}

    /**
     * What is asked at which kinds. An entry is an item ({@code KP02}), all items of one letter group ({@code KP}), or
     * {@code min}, the short ones of the common items.
     *
     * @param full  at grades A, B and C
     * @param brief at grade D
     */
    record Set(@Nullable List<Kind> kinds, @Nullable List<String> full, @Nullable List<String> brief) {}
}
