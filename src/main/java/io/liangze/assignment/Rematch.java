package io.liangze.assignment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.region.Regions;
import io.liangze.shared.Range;
import io.liangze.shared.Scope;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Matching that starts by itself. It only fills, so only what must move moves. */
@Component
class Rematch {

    private final MatchPlace matching;
    private final AssignmentTable relations;
    private final MatchingRules rules;
    private final Regions regions;

    Rematch(MatchPlace matching, AssignmentTable relations, MatchingRules rules, Regions regions) {
        this.matching = matching;
        this.relations = relations;
        this.rules = rules;
        this.regions = regions;
    }

    /** @param counties six digits each */
    void counties(Scope scope, Collection<String> counties) {
        var run = UuidCreator.getTimeOrderedEpoch();
        var ofCity = rules.inForce().gradesOfCity();
        relations.lock(counties.stream().flatMap(county -> Stream.of(county + "000000", cityOf(county))).toList());
        for (var county : counties) {
            var pool = county + "000000";
            var within = scope.over(List.of(Range.of(pool)));
            matching.match(scope, pool, within, EnumSet.complementOf(ofCity), run, false);
            if (!ofCity.isEmpty()) matching.match(scope, cityOf(county), within, ofCity, run, false);
        }
    }

    private static String cityOf(String county) {
        return county.substring(0, 4) + "00000000";
    }

    /** The counties that places lie in or hold, six digits each. */
    List<String> countiesOf(Collection<String> places) {
        return places.stream().flatMap(place -> regions.counted(Scope.system(), place).stream())
            .map(code -> code.substring(0, 6)).distinct().sorted().toList();
    }
}
