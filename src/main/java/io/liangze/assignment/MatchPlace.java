package io.liangze.assignment;

import io.liangze.assignment.AssignmentTable.Covered;
import io.liangze.assignment.AssignmentTable.New;
import io.liangze.assignment.PoolTable.Load;
import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.shared.Grade;
import io.liangze.shared.Scope;
import io.liangze.shared.Sm3;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Matches one county, or the grade that a city answers for, in one transaction. */
@Component
class MatchPlace {

    private final AssignmentTable relations;
    private final PoolTable pools;
    private final CoveredCounts counts;
    private final MatchingRules rules;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MatchPlace(AssignmentTable relations, PoolTable pools, CoveredCounts counts, MatchingRules rules, Audit audit,
               ApplicationEventPublisher events, Clock clock) {
        this.relations = relations;
        this.pools = pools;
        this.counts = counts;
        this.rules = rules;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Ends what is no longer valid in a county and fills what is open there; or fills what is open of a city's grade.
     *
     * @param pool   the place whose pools are matched: a county, or a city for the grade that it answers for
     * @param within the subjects concerned: the county, or the part of the city that was asked for
     * @param run    the matching that it belongs to
     */
    @Transactional
    public Matched match(Scope scope, String pool, Scope within, Set<Grade> grades, UUID run, boolean rebalance) {
        relations.lock(pool);
        var today = LocalDate.now(clock);
        var inForce = rules.inForce();
        var ended = isCounty(pool) ? relations.endInvalid(pool.substring(0, 6), null, inForce, today.minusDays(1)) : List.<Covered>of();
        counts.takenBack(ended, today);
        var held = pools.loads(pool, within, grades);
        var plan = new MatchPlan(inForce, pools, pool, grades, held);
        plan.fill(pools.open(within, grades));
        if (rebalance) plan.even(pools.held(within, grades));
        plan.released().forEach((county, released) ->
            counts.takenBack(relations.end(county, released, "REBALANCE", today.minusDays(1)), today));
        var made = plan.made();
        relations.insert(made, run, today);
        counts.added(made, today);
        pools.gaps(within, grades, plan.gaps(), today);
        long kept = held.stream().mapToLong(Load::here).sum() - plan.released().values().stream().mapToLong(List::size).sum();
        var matched = new Matched(made.size() - plan.moved(), plan.moved(), kept, plan.gaps().size(), plan.overloaded());
        if (!made.isEmpty()) audit.record(scope, Change.made("assignment.matched", "MATCHING", run, pool, summary(matched, made)));
        tell(ended, made);
        return matched;
    }

    private void tell(List<Covered> ended, List<New> made) {
        if (ended.isEmpty() && made.isEmpty()) return;
        events.publishEvent(ResponsiblesChanged.of(
            Stream.concat(ended.stream().map(Covered::region), made.stream().map(New::region)).map(r -> r.substring(0, 6)).toList(),
            Stream.concat(ended.stream().map(Covered::subject), made.stream().map(New::subject)).toList()));
    }

    private static boolean isCounty(String pool) {
        return !pool.startsWith("00", 4);
    }

    private static Map<String, Object> summary(Matched matched, List<New> made) {
        var list = made.stream().map(r -> r.subject() + ">" + r.official()).sorted().collect(Collectors.joining("\n"));
        return Map.of("assigned", matched.assigned(), "moved", matched.moved(), "uncovered", matched.uncovered(),
            "listSm3", Sm3.hex(list));
    }
}
