package io.liangze.supervision;

import io.liangze.shared.Screen;
import io.liangze.subject.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tab above the list of tasks: the filter by another name.
 *
 * @param label message key behind {@code task.view.}
 */
public record TaskView(String label, TaskFilter filter) {

    static final List<TaskStatus> OPEN = List.of(TaskStatus.DUE, TaskStatus.OVERDUE, TaskStatus.MISSED);
    static final List<TaskStatus> LATE = List.of(TaskStatus.OVERDUE, TaskStatus.MISSED);
    static final List<Kind> CAMPUS = List.of(Kind.N1, Kind.N2, Kind.N3);

    /** All of them, each keeping what else is asked for. */
    static List<TaskView> of(TaskFilter filter, boolean official) {
        var views = new ArrayList<>(List.of(
            new TaskView("all", showing(filter, null, null, null)),
            new TaskView("open", showing(filter, OPEN, null, null)),
            new TaskView("late", showing(filter, LATE, null, null)),
            new TaskView("campus", showing(filter, null, CAMPUS, null))));
        if (official) views.add(new TaskView("mine", showing(filter, null, null, true)));
        return views;
    }

    private static TaskFilter showing(TaskFilter f, @Nullable List<TaskStatus> status, @Nullable List<Kind> kind, @Nullable Boolean mine) {
        return new TaskFilter(f.period(), f.region(), status, f.grade(), kind, f.family(), f.official(), f.subject(), f.late(), f.voided(), mine, f.q());
    }

    /** A condition in force, and the list without it. */
    public record Chip(String words, String query) {}

    /** The conditions that a filter adds to its place and period. */
    static List<Chip> chips(TaskFilter f, Screen screen, @Nullable String place) {
        var chips = new ArrayList<Chip>();
        if (f.q() != null && !f.q().isBlank())
            chips.add(new Chip(screen.words("task.chip.name", f.q()), without(f, "q")));
        if (place != null) chips.add(new Chip(place, without(f, "region")));
        add(chips, f, screen, "grade", f.grade());
        add(chips, f, screen, "status", f.status());
        add(chips, f, screen, "kind", f.kind());
        add(chips, f, screen, "family", f.family());
        if (Boolean.TRUE.equals(f.late())) chips.add(new Chip(screen.lookup("task.late"), without(f, "late")));
        if (Boolean.TRUE.equals(f.voided())) chips.add(new Chip(screen.lookup("task.voided"), without(f, "voided")));
        if (f.isMine()) chips.add(new Chip(screen.lookup("task.view.mine"), without(f, "mine")));
        if (!f.official().isEmpty()) chips.add(new Chip(screen.lookup("task.chip.official"), without(f, "official")));
        if (!f.subject().isEmpty()) chips.add(new Chip(screen.lookup("task.chip.subject"), without(f, "subject")));
        return chips;
    }

    private static void add(List<Chip> chips, TaskFilter f, Screen screen, String field, @Nullable List<? extends Enum<?>> values) {
        if (values == null || values.isEmpty()) return;
        chips.add(new Chip(String.join(screen.lookup("task.chip.or"), values.stream().map(screen::name).toList()), without(f, field)));
    }

    private static String without(TaskFilter f, String field) {
        return new TaskFilter(f.period(), unless("region", field, f.region()), unless("status", field, f.status()), unless("grade", field, f.grade()),
            unless("kind", field, f.kind()), unless("family", field, f.family()), "official".equals(field) ? List.of() : f.official(),
            "subject".equals(field) ? List.of() : f.subject(), unless("late", field, f.late()), unless("voided", field, f.voided()),
            unless("mine", field, f.mine()), unless("q", field, f.q())).query();
    }

    private static <T> @Nullable T unless(String name, String field, @Nullable T value) {
        return name.equals(field) ? null : value;
    }
}
