package io.liangze.board;

import io.liangze.official.OfficialFilter;
import io.liangze.official.Officials;
import io.liangze.region.Regions;
import io.liangze.shared.Scope;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a new office does first: places, subjects, officials, matching, tasks. */
@Component
class FirstSteps {

    private final Regions regions;
    private final Officials officials;
    private final Board board;

    FirstSteps(Regions regions, Officials officials, Board board) {
        this.regions = regions;
        this.officials = officials;
        this.board = board;
    }

    /** In their order; empty once all are done. */
    List<Desk.Step> of(Scope scope) {
        boolean places = !regions.roots(scope).isEmpty();
        var figures = places ? board.page(scope, new BoardQuestion(null, null, null, null)).figures() : Figures.NONE;
        var steps = List.of(
            new Desk.Step("home.step.regions", "/imports?kind=regions", regions.counties(Scope.system()).size()),
            new Desk.Step("home.step.subjects", "/imports?kind=subjects", figures.subjects()),
            new Desk.Step("home.step.officials", "/imports?kind=officials", officials.count(scope, OfficialFilter.ALL)),
            new Desk.Step("home.step.matching", "/coverage", figures.covered()),
            new Desk.Step("home.step.tasks", "/tasks", figures.tasks()));
        return steps.stream().allMatch(Desk.Step::isDone) ? List.of() : steps;
    }
}
