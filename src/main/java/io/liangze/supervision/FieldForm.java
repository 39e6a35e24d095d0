package io.liangze.supervision;

import io.liangze.problem.Problem;
import io.liangze.shared.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the field page shows: the checklist by group, and beside each item what is known of it.
 *
 * @param deadlines until when a problem found today is to be put right
 */
public record FieldForm(TaskDetail detail, Map<ItemGroup, List<ChecklistItem>> groups, Map<Severity, LocalDate> deadlines) {

    static FieldForm of(TaskDetail detail, Map<Severity, LocalDate> deadlines) {
        return new FieldForm(detail, byGroup(detail.checklist()), deadlines);
    }

    /** In the order of the checklist; groups without items are left out. */
    static Map<ItemGroup, List<ChecklistItem>> byGroup(Checklist checklist) {
        var groups = new EnumMap<ItemGroup, List<ChecklistItem>>(ItemGroup.class);
        for (var item : checklist.items()) groups.computeIfAbsent(item.group(), _ -> new ArrayList<>()).add(item);
        return groups;
    }

    /** What is still wrong here. */
    public List<Problem> open(ChecklistItem item) {
        return detail.openProblems().stream().filter(problem -> item.id().equals(problem.item())).toList();
    }

    /** The last visit that found something here, of the few last ones. */
    public Optional<TaskDetail.LastVisit> wrongBefore(ChecklistItem item) {
        return detail.lastVisits().stream().filter(visit -> visit.wrong().contains(item.id())).findFirst();
    }
}
