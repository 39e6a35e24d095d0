package io.liangze.supervision;

import java.util.List;
import java.util.Optional;

/** What is asked in one task (督导任务清单). @param version {@code checklists-2023-01-01} */
public record Checklist(String version, List<ChecklistItem> items) {

    public Optional<ChecklistItem> item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** The items that a visit of that mode answers, each once. */
    public List<ChecklistItem> asked(Mode mode) {
        return mode == Mode.REMOTE ? items.stream().filter(item -> !item.onSiteOnly()).toList() : items;
    }
}
