package io.liangze.assignment;

import io.liangze.assignment.AssignmentTable.Covered;
import io.liangze.assignment.AssignmentTable.New;
import io.liangze.assignment.Matching.Candidate;
import io.liangze.assignment.PoolTable.HeldRow;
import io.liangze.assignment.PoolTable.OfficialRow;
import io.liangze.assignment.PoolTable.OpenRow;
import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.region.Level;
import io.liangze.shared.Grade;
import io.liangze.shared.Scope;
import io.liangze.shared.Sm3;
import io.liangze.tally.Tally;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    private final Tally tally;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MatchPlace(AssignmentTable relations, PoolTable pools, CoveredCounts counts, MatchingRules rules, Audit audit, Tally tally,
               ApplicationEventPublisher events, Clock clock) {
        this.relations = relations;
        this.pools = pools;
        this.counts = counts;
        this.rules = rules;
        this.audit = audit;
        this.tally = tally;
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
        relations.lock(List.of(pool));
        var today = LocalDate.now(clock);
        var inForce = rules.inForce();
        if (isCounty(pool)) counts.takenBack(relations.endInvalid(pool.substring(0, 6), null, inForce, today.minusDays(1)), today);
        var kept = pools.inForce(within, grades);
        var plan = new Plan(inForce, pool, within, grades);
        plan.fill(pools.open(within, grades));
        long rebalanced = rebalance ? plan.even(pools.held(within, grades), today) : 0;
        var made = plan.made;
        relations.insert(made, run, today);
        counts.added(made, today);
        pools.gaps(within, grades, plan.gaps.keySet().stream().toList(),
            plan.gaps.values().stream().map(g -> g.county).toList(), plan.gaps.values().stream().map(g -> g.why).toList(), today);
        long moved = plan.moved + rebalanced;
        var matched = new Matched(made.size() - moved, moved, kept - rebalanced, plan.gaps.size(), plan.overloaded());
        if (!made.isEmpty()) {
            audit.record(scope, Change.made("assignment.matched", "MATCHING", run, pool, summary(matched, made)));
            events.publishEvent(new ResponsiblesChanged(
                made.stream().map(r -> r.region().substring(0, 6)).distinct().toList(),
                made.size() <= 1_000 ? made.stream().map(New::subject).toList() : List.of()));
        }
        return matched;
    }

    private static boolean isCounty(String pool) {
        return !pool.startsWith("00", 4);
    }

    private static Map<String, Object> summary(Matched matched, List<New> made) {
        var list = made.stream().map(r -> r.subject() + ">" + r.official()).sorted().collect(Collectors.joining("\n"));
        return Map.of("assigned", matched.assigned(), "moved", matched.moved(), "uncovered", matched.uncovered(),
            "listSm3", Sm3.hex(list));
    }

    private record Lacking(String county, String why) {}

    /** What one transaction will write. */
    private final class Plan {

        private final MatchingRules.Content inForce;
        private final Set<Grade> grades;
        private final List<New> made = new ArrayList<>();
        private final Map<UUID, Lacking> gaps = new HashMap<>();
        private final Map<String, List<OfficialRow>> officials;
        private final Map<UUID, Integer> given = new HashMap<>();
        private final Set<Matching.Stake> stakes;
        private final List<OfficialRow> leads;
        private long moved;

        Plan(MatchingRules.Content inForce, String pool, Scope within, Set<Grade> grades) {
            this.inForce = inForce;
            this.grades = grades;
            var levels = grades.stream().map(g -> inForce.level(g).name()).collect(Collectors.toSet());
            boolean city = grades.stream().anyMatch(g -> inForce.level(g) == Level.CITY);
            var high = city ? pool.substring(0, 4) + "00000001" : pool.substring(0, 6) + "999999";
            officials = pools.officials(pool, high, levels).stream().collect(Collectors.groupingBy(o -> o.level() + o.region()));
            stakes = pools.stakes(city ? pool.substring(0, 4) : pool.substring(0, 6));
            leads = city ? List.of() : pools.leads(pool.substring(0, 6));
        }

        void fill(List<OpenRow> open) {
            var byPool = open.stream().collect(Collectors.groupingBy(s -> s.grade() + inForce.pool(s.grade(), s.region())));
            byPool.values().forEach(this::fillPool);
        }

        private void fillPool(List<OpenRow> open) {
            var grade = open.getFirst().grade();
            var place = inForce.pool(grade, open.getFirst().region());
            var there = officials.getOrDefault(inForce.level(grade).name() + place, List.of());
            if (there.isEmpty()) {
                open.forEach(subject -> acting(subject, "M11", "NO_OFFICIAL"));
                return;
            }
            var rows = open.stream().collect(Collectors.toMap(OpenRow::id, s -> s));
            var outcome = Matching.match(inForce, grade, candidates(there),
                open.stream().map(s -> new Matching.Open(s.id(), s.region(), s.kind())).toList(), stakes);
            for (var pair : outcome.pairs()) {
                var subject = rows.get(pair.subject().id());
                var official = pair.official();
                add(subject, official.id(), official.county(), official.name(), official.post(), false, pair.rule(),
                    why(pair.rule(), place, there.size(), subject, official.field()));
            }
            outcome.unmatched().forEach(s -> acting(rows.get(s.id()), "M9", "STAKE"));
        }

        private List<Candidate> candidates(List<OfficialRow> there) {
            return there.stream().map(o -> new Candidate(o.id(), o.countyCode(), o.name(), o.post(), o.load() + given.getOrDefault(o.id(), 0),
                o.field(), o.linkedCounty())).toList();
        }

        /** M11: the lead official of the nearest place upward answers until the post is filled. */
        private void acting(OpenRow subject, String rule, String whyNot) {
            var lead = lead(subject);
            if (lead.isPresent())
                add(subject, lead.get().id(), lead.get().countyCode(), lead.get().name(), lead.get().post(), true, rule,
                    inForce.pool(subject.grade(), subject.region()));
            else gaps.put(subject.id(), new Lacking(subject.region().substring(0, 6), whyNot));
        }

        private Optional<OfficialRow> lead(OpenRow subject) {
            return leads.stream()
                .filter(o -> io.liangze.shared.Range.of(o.region()).holds(subject.region()))
                .filter(o -> Level.valueOf(o.level()).compareTo(inForce.level(subject.grade())) <= 0)
                .filter(o -> !stakes.contains(new Matching.Stake(subject.id(), o.id()))).findFirst();
        }

        private void add(OpenRow subject, UUID official, String county, String name, String post, boolean acting, String rule, String why) {
            made.add(new New(subject.id(), subject.region(), subject.grade(), subject.family().name(), subject.season(), official,
                county, name, post, acting, false, rule, why));
            if (!acting) given.merge(official, 1, Integer::sum);
            if (subject.hadOne()) moved++;
        }

        /** The values that the words of a rule name. */
        private String why(String rule, String place, int among, OpenRow subject, @Nullable String field) {
            return switch (rule) {
                case "M6" -> place + "|" + field;
                case "M7" -> subject.region().substring(0, 6) + "000000";
                default -> place + "|" + among;
            };
        }

        /** Moves what lies above the even share. @return how many */
        long even(List<HeldRow> held, LocalDate today) {
            var byPool = held.stream().collect(Collectors.groupingBy(s -> s.grade() + inForce.pool(s.grade(), s.region())));
            long count = 0;
            for (var relations : byPool.values()) count += evenPool(relations, today);
            return count;
        }

        private int evenPool(List<HeldRow> held, LocalDate today) {
            var grade = held.getFirst().grade();
            var place = inForce.pool(grade, held.getFirst().region());
            var there = officials.getOrDefault(inForce.level(grade).name() + place, List.of());
            if (there.size() < 2) return 0;
            var rows = held.stream().collect(Collectors.toMap(HeldRow::id, s -> s));
            var moves = Matching.rebalance(inForce, candidates(there), held.stream()
                .map(h -> new Matching.Held(new Matching.Open(h.id(), h.region(), h.kind()), h.official())).toList(), stakes);
            moves.stream().collect(Collectors.groupingBy(p -> p.subject().region().substring(0, 6))).forEach((county, pairs) ->
                counts.takenBack(relations.end(county, pairs.stream().map(p -> p.subject().id()).toList(), "REBALANCE", today.minusDays(1)), today));
            for (var pair : moves) {
                var row = rows.get(pair.subject().id());
                var official = pair.official();
                made.add(new New(row.id(), row.region(), row.grade(), row.family().name(), row.season(), official.id(), official.county(),
                    official.name(), official.post(), false, false, "M4", place + "|" + there.size()));
                given.merge(official.id(), 1, Integer::sum);
                given.merge(row.official(), -1, Integer::sum);
            }
            return moves.size();
        }

        /** M5: covered all the same, but the office is warned. */
        long overloaded() {
            var bounds = grades.stream().collect(Collectors.toMap(g -> inForce.level(g).name(), inForce::bound));
            return officials.values().stream().flatMap(List::stream)
                .filter(o -> o.load() + given.getOrDefault(o.id(), 0) > bounds.get(o.level())).count();
        }
    }
}
