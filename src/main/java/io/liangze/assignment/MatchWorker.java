package io.liangze.assignment;

import io.liangze.region.Regions;
import io.liangze.shared.Grade;
import io.liangze.shared.Scope;
import io.liangze.work.Steps;
import io.liangze.work.Work;
import io.liangze.work.Worker;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Matches a place: its counties, then the grade that the cities answer for. Each in its own transaction. */
@Component
class MatchWorker implements Worker {

    static final String KIND = "matching";

    /** @param region null = everywhere */
    record Asked(@Nullable String region, boolean rebalance) {}

    /** One transaction's worth. */
    private record Step(String pool, Scope within, Set<Grade> grades) {}

    private final MatchPlace matching;
    private final MatchingRules rules;
    private final Regions regions;
    private final JsonMapper json;

    MatchWorker(MatchPlace matching, MatchingRules rules, Regions regions, JsonMapper json) {
        this.matching = matching;
        this.rules = rules;
        this.regions = regions;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Scope scope, Work work, Progress progress) throws Exception {
        var asked = json.treeToValue(work.input(), Asked.class);
        var place = asked.region() == null ? scope : regions.within(scope, asked.region());
        var matched = work.mark() == null ? Matched.NOTHING : json.treeToValue(work.progress(), Matched.class);
        var steps = new Steps<>(work, progress, matched, Matched::plus);
        Steps.Does<Step, Matched> does = step ->
            matching.match(scope, step.pool(), step.within(), step.grades(), work.id(), asked.rebalance());
        steps.each(countySteps(place), Step::pool, does);
        steps.each(citySteps(place), Step::pool, does);
    }

    private List<Step> countySteps(Scope place) {
        var grades = EnumSet.complementOf(rules.inForce().gradesOfCity());
        return regions.counties(place).stream()
            .map(county -> new Step(county, place.over(regions.ranges(Scope.system(), county)), grades)).toList();
    }

    private List<Step> citySteps(Scope place) {
        var grades = rules.inForce().gradesOfCity();
        if (grades.isEmpty()) return List.of();
        return regions.counties(place).stream().map(c -> c.substring(0, 4) + "00000000").distinct()
            .map(city -> new Step(city, place.over(regions.ranges(Scope.system(), city)), grades)).toList();
    }
}
