package io.liangze.board;

import io.liangze.problem.ProblemFilter;
import io.liangze.problem.Problems;
import io.liangze.shared.MenuEntry;
import io.liangze.shared.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What waits behind the entries of the side bar, from the figures: a province costs what a village does. Red is late, or without a name. */
@Component
class SideCounts {

    private final Board board;
    private final Problems problems;

    SideCounts(Board board, Problems problems) {
        this.board = board;
        this.problems = problems;
    }

    Map<MenuEntry, Pending> of(Scope scope) {
        var figures = board.page(scope, new BoardQuestion(null, null, null, null)).figures();
        var counts = new LinkedHashMap<MenuEntry, Pending>();
        put(counts, MenuEntry.COVERAGE, "frame.count.gaps", figures.subjects() - figures.covered(), true);
        put(counts, MenuEntry.TASKS, "frame.count.tasks", figures.tasks() - figures.done(), false);
        put(counts, MenuEntry.PROBLEMS, "frame.count.overdue", problems.count(scope, ProblemFilter.all().showing(List.of(), true)), true);
        return counts;
    }

    private static void put(Map<MenuEntry, Pending> counts, MenuEntry entry, String label, long number, boolean red) {
        if (number > 0) counts.put(entry, new Pending(label, number, entry.path(), red));
    }
}
