package io.liangze.supervision;

import io.liangze.shared.Severity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question of a task's checklist, as {@code GET /tasks/{id}} shows it.
 *
 * @param severity   of a problem here, unless a finding or the official raises it
 * @param onSiteOnly left out of REMOTE visits
 * @param findings   typical ones, to tap
 * @param law        the instrument's key and article, {@code FSL 35}
 */
public record ChecklistItem(String id, ItemGroup group, String text, Severity severity, Photo photo, boolean onSiteOnly,
                            @Nullable Measure measure, List<Finding> findings, @Nullable String law) {

    /** Of the instrument that {@link #law} names, without its articles: {@code FSL}. */
    public String instrument() {
        return law == null ? "" : law.split(" ", 2)[0];
    }

    /** The articles of it, {@code 50, 53}; empty where the whole is meant. */
    public String articles() {
        return law == null || !law.contains(" ") ? "" : law.split(" ", 2)[1].replace(", ", "、");
    }

    public Optional<Finding> finding(String findingId) {
        return findings.stream().filter(finding -> finding.id().equals(findingId)).findFirst();
    }

    ChecklistItem with(Photo other) {
        return new ChecklistItem(id, group, text, severity, other, onSiteOnly, measure, findings, law);
    }
}
