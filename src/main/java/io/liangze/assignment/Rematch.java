package io.liangze.assignment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.region.Regions;
import io.liangze.shared.Grade;
import io.liangze.shared.Range;
import io.liangze.shared.Scope;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/**
 * Matching that starts by itself. It only fills, so only what must move moves. Each county is matched in a transaction
 * of its own, then each city for its grade, so that an import over many holds up nobody for long. One that fails is
 * tried again; one whose process dies is told of the change once more, and finds done what was done.
 */
@Component
class Rematch {

    private final MatchPlace matching;
    private final MatchingRules rules;
    private final Regions regions;
    private final RetryTemplate again = new RetryTemplate(RetryPolicy.withDefaults());

    /** Who waits for another matching of the place waits here, before he takes a connection to the database. */
    private final Map<String, Lock> turns = new ConcurrentHashMap<>();

    Rematch(MatchPlace matching, MatchingRules rules, Regions regions) {
        this.matching = matching;
        this.rules = rules;
        this.regions = regions;
    }

    /** @param counties six digits each */
    void counties(Scope scope, Collection<String> counties) {
        var run = UuidCreator.getTimeOrderedEpoch();
        var ofCity = rules.inForce().gradesOfCity();
        for (var county : counties) match(scope, county + "000000", List.of(county), EnumSet.complementOf(ofCity), run);
        if (ofCity.isEmpty()) return;
        counties.stream().collect(Collectors.groupingBy(county -> county.substring(0, 4) + "00000000", TreeMap::new, Collectors.toList()))
            .forEach((city, ofIt) -> match(scope, city, ofIt, ofCity, run));
    }

    private void match(Scope scope, String pool, List<String> counties, Set<Grade> grades, UUID run) {
        var within = scope.over(counties.stream().map(county -> Range.of(county + "000000")).toList());
        var turn = turns.computeIfAbsent(pool, _ -> new ReentrantLock());
        turn.lock();
        try {
            again.invoke(() -> matching.match(scope, pool, within, grades, run, false));
        } finally {
            turn.unlock();
        }
    }

    /** The counties that places lie in or hold, six digits each. */
    List<String> countiesOf(Collection<String> places) {
        return places.stream().flatMap(place -> regions.counted(Scope.system(), place).stream())
            .map(code -> code.substring(0, 6)).distinct().sorted().toList();
    }
}
