package io.liangze.assignment;

import io.liangze.assignment.AssignmentTable.New;
import io.liangze.assignment.Matching.Candidate;
import io.liangze.assignment.PoolTable.HeldRow;
import io.liangze.assignment.PoolTable.Lacking;
import io.liangze.assignment.PoolTable.Load;
import io.liangze.assignment.PoolTable.OfficialRow;
import io.liangze.assignment.PoolTable.OpenRow;
import io.liangze.region.Level;
import io.liangze.shared.Grade;
import io.liangze.shared.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What one matching will write: who gets what is open, and what nobody can take. */
final class MatchPlan {

    private final MatchingRules.Content inForce;
    private final Set<Grade> grades;
    private final List<New> made = new ArrayList<>();
    private final List<Lacking> gaps = new ArrayList<>();
    private final Map<String, List<UUID>> released = new HashMap<>();
    private final Map<String, List<OfficialRow>> officials;
    private final Map<UUID, Integer> loads = new HashMap<>();
    private final Set<Matching.Stake> stakes;
    private final List<OfficialRow> leads;
    private long moved;

    /**
     * @param pool a county, or a city for the grades that it answers for
     * @param held what its officials answer for already
     */
    MatchPlan(MatchingRules.Content inForce, PoolTable pools, String pool, Set<Grade> grades, List<Load> held) {
        this.inForce = inForce;
        this.grades = grades;
        held.forEach(load -> loads.put(load.official(), load.all()));
        var levels = grades.stream().map(g -> inForce.level(g).name()).collect(Collectors.toSet());
        boolean city = grades.stream().anyMatch(g -> inForce.level(g) == Level.CITY);
        var high = city ? pool.substring(0, 4) + "00000001" : pool.substring(0, 6) + "999999";
        officials = pools.officials(pool, high, levels).stream().collect(Collectors.groupingBy(o -> o.level() + o.region()));
        stakes = pools.stakes(city ? pool.substring(0, 4) : pool.substring(0, 6));
        leads = city ? List.of() : pools.leads(pool.substring(0, 6));
    }

    /** Hands out what is open. */
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
            add(subject, official.id(), official.county(), official.name(), official.post(), false, pair.rule(), pair.why(place, there.size()));
        }
        outcome.unmatched().forEach(s -> acting(rows.get(s.id()), "M9", "STAKE"));
    }

    private List<Candidate> candidates(List<OfficialRow> there) {
        return there.stream().map(o -> new Candidate(o.id(), o.countyCode(), o.name(), o.post(), loads.getOrDefault(o.id(), 0),
            o.field(), o.linkedCounty())).toList();
    }

    /** M11: the lead official of the nearest place upward answers until the post is filled. */
    private void acting(OpenRow subject, String rule, String whyNot) {
        var lead = lead(subject);
        if (lead.isPresent())
            add(subject, lead.get().id(), lead.get().countyCode(), lead.get().name(), lead.get().post(), true, rule,
                inForce.pool(subject.grade(), subject.region()));
        else gaps.add(new Lacking(subject.id(), subject.region().substring(0, 6), whyNot));
    }

    private Optional<OfficialRow> lead(OpenRow subject) {
        return leads.stream()
            .filter(o -> Range.of(o.region()).holds(subject.region()))
            .filter(o -> Level.valueOf(o.level()).compareTo(inForce.level(subject.grade())) <= 0)
            .filter(o -> !stakes.contains(new Matching.Stake(subject.id(), o.id()))).findFirst();
    }

    private void add(OpenRow subject, UUID official, String county, String name, String post, boolean acting, String rule, String why) {
        made.add(new New(subject.id(), subject.region(), subject.grade(), subject.family().name(), subject.season(), official,
            county, name, post, acting, false, rule, why));
        if (!acting) loads.merge(official, 1, Integer::sum);
        if (subject.hadOne()) moved++;
    }

    /** Moves what lies above the even share. */
    void even(List<HeldRow> held) {
        held.stream().collect(Collectors.groupingBy(s -> s.grade() + inForce.pool(s.grade(), s.region()))).values().forEach(this::evenPool);
    }

    private void evenPool(List<HeldRow> held) {
        var grade = held.getFirst().grade();
        var place = inForce.pool(grade, held.getFirst().region());
        var there = officials.getOrDefault(inForce.level(grade).name() + place, List.of());
        if (there.size() < 2) return;
        var rows = held.stream().collect(Collectors.toMap(HeldRow::id, s -> s));
        var moves = Matching.rebalance(inForce, candidates(there), held.stream()
            .map(h -> new Matching.Held(new Matching.Open(h.id(), h.region(), h.kind()), h.official())).toList(), stakes);
        for (var pair : moves) {
            var row = rows.get(pair.subject().id());
            var official = pair.official();
            made.add(new New(row.id(), row.region(), row.grade(), row.family().name(), row.season(), official.id(), official.county(),
                official.name(), official.post(), false, false, pair.rule(), pair.why(place, there.size())));
            loads.merge(official.id(), 1, Integer::sum);
            loads.merge(row.official(), -1, Integer::sum);
            released.computeIfAbsent(row.region().substring(0, 6), _ -> new ArrayList<>()).add(row.relation());
            moved++;
        }
    }

    /** New relations, with their first day to come. */
    List<New> made() {
        return made;
    }

    /** Of these, how many go to another official than before. */
    long moved() {
        return moved;
    }

    /** Relations in force that end for evenness, by county of the subject. */
    Map<String, List<UUID>> released() {
        return released;
    }

    /** Subjects that nobody could be put behind. */
    List<Lacking> gaps() {
        return gaps;
    }

    /** M5: covered all the same, but the office is warned. */
    long overloaded() {
        var bounds = grades.stream().collect(Collectors.toMap(g -> inForce.level(g).name(), inForce::bound));
        return officials.values().stream().flatMap(List::stream)
            .filter(o -> loads.getOrDefault(o.id(), 0) > bounds.get(o.level())).count();
    }
}
