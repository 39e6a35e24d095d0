package io.liangze.assignment;

import io.liangze.region.Level;
import io.liangze.region.Regions;
import io.liangze.shared.Grade;
import io.liangze.shared.Scope;
import io.liangze.work.Work;
import io.liangze.work.Worker;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Matches a place: its counties, then the grade that the cities answer for. Two at a time, each in its own transaction. */
@Component
class MatchWorker implements Worker {

    static final String KIND = "matching";

    private static final int AT_A_TIME = 2;

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
        var done = new HashSet<>(work.mark() == null ? List.of() : List.of(work.mark().split(" ")));
        var matched = work.mark() == null ? Matched.NOTHING : json.treeToValue(work.progress(), Matched.class);
        try (var two = Executors.newFixedThreadPool(AT_A_TIME)) {
            for (var steps : List.of(countySteps(place), citySteps(place))) {
                var open = steps.stream().filter(step -> !done.contains(step.pool())).toList();
                var futures = new ArrayList<java.util.concurrent.Future<Matched>>();
                for (var step : open)
                    futures.add(two.submit(() -> matching.match(scope, step.pool(), step.within(), step.grades(), work.id(), asked.rebalance())));
                for (int i = 0; i < open.size(); i++) {
                    matched = matched.plus(get(futures.get(i)));
                    done.add(open.get(i).pool());
                    progress.keep(matched, String.join(" ", done));
                }
            }
        }
    }

    private static Matched get(java.util.concurrent.Future<Matched> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    private List<Step> countySteps(Scope place) {
        var grades = EnumSet.allOf(Grade.class);
        grades.removeIf(g -> rules.inForce().level(g) == Level.CITY);
        return counties(place).stream()
            .map(county -> new Step(county, place.over(regions.ranges(Scope.system(), county)), grades)).toList();
    }

    private List<Step> citySteps(Scope place) {
        var grades = EnumSet.allOf(Grade.class);
        grades.removeIf(g -> rules.inForce().level(g) != Level.CITY);
        if (grades.isEmpty()) return List.of();
        return counties(place).stream().map(c -> c.substring(0, 4) + "00000000").distinct()
            .map(city -> new Step(city, place.over(regions.ranges(Scope.system(), city)), grades)).toList();
    }

    /** The counties that the place lies in or holds. */
    private List<String> counties(Scope place) {
        return place.parts().stream().flatMap(part -> {
            var county = part.range().county();
            return county != null ? java.util.stream.Stream.of(county + "000000")
                : regions.counties(Scope.system(), part.range()).stream();
        }).distinct().sorted().toList();
    }
}
