package io.liangze.assignment;

import io.liangze.shared.Grade;
import io.liangze.shared.Sm3;
import io.liangze.subject.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hands the open subjects of one pool (one place, one level) to its officials. It only fills: a relation in force is
 * no input but a load (M8). Loads end as even as they can (M4), each official's subjects lie next to each other.
 */
final class Matching {

    /** A subject without a name behind it. */
    record Open(UUID id, String region, Kind kind) {
        static final Comparator<Open> BY_PLACE =
            Comparator.comparing(Open::region).thenComparing(Open::kind).thenComparing(Open::id);
    }

    /** An official of the pool with what he answers for already. */
    record Candidate(UUID id, String county, String name, String post, int load, @Nullable String field,
                     @Nullable String linkedCounty) {}

    /** A declared stake: not these two (M9). */
    record Stake(UUID subject, UUID official) {}

    /** @param rule M2 plain, M4 for evenness, M6 field, M7 linked county */
    record Pair(Open subject, Candidate official, String rule) {

        /** The values that the words of the rule name. */
        String why(String place, int among) {
            return switch (rule) {
                case "M6" -> place + "|" + official.field();
                case "M7" -> subject.region().substring(0, 6) + "000000";
                default -> place + "|" + among;
            };
        }
    }

    /** @param unmatched subjects that only officials with a stake could have taken */
    record Outcome(List<Pair> pairs, List<Open> unmatched) {}

    private final MatchingRules.Content rules;
    private final Grade grade;
    private final List<Candidate> officials;
    private final int[] load;
    private final Map<UUID, Pair> pairs = new LinkedHashMap<>();

    private Matching(MatchingRules.Content rules, Grade grade, List<Candidate> officials) {
        this.rules = rules;
        this.grade = grade;
        this.officials = officials.stream().sorted(Comparator.comparing(Matching::order)).toList();
        this.load = this.officials.stream().mapToInt(Candidate::load).toArray();
    }

    /** @param officials at least one */
    static Outcome match(MatchingRules.Content rules, Grade grade, List<Candidate> officials, List<Open> subjects, Set<Stake> stakes) {
        var matching = new Matching(rules, grade, officials);
        var open = new ArrayList<>(subjects);
        open.sort(Open.BY_PLACE);
        if (grade == Grade.A && rules.linkedCountyFirst()) matching.toLinkedLeaders(open);
        int[] number = matching.fill(open.size());
        matching.byField(open, number);
        matching.inRuns(open, number);
        return matching.withoutStakes(stakes);
    }

    /** M7: the leader linked to the subject's county takes it, up to his bound. */
    private void toLinkedLeaders(List<Open> open) {
        for (var subjects = open.iterator(); subjects.hasNext(); ) {
            var subject = subjects.next();
            int best = -1;
            for (int i = 0; i < load.length; i++) {
                var linked = officials.get(i).linkedCounty();
                if (linked != null && subject.region().startsWith(linked.substring(0, 6)) && load[i] < rules.bound(grade)
                    && (best < 0 || load[i] < load[best])) best = i;
            }
            if (best < 0) continue;
            give(subject, best, "M7");
            subjects.remove();
        }
    }

    /** M4: how many each gets so that the loads end as even as they can: water finds its level. */
    private int[] fill(int count) {
        var number = new int[load.length];
        var lowest = new PriorityQueue<Integer>(Comparator.<Integer>comparingInt(i -> load[i] + number[i]).thenComparingInt(i -> i));
        for (int i = 0; i < load.length; i++) lowest.add(i);
        for (int n = 0; n < count; n++) {
            int i = lowest.remove();
            number[i]++;
            lowest.add(i);
        }
        return number;
    }

    /** M6: who is in charge of a field takes its kinds first, within his number. */
    private void byField(List<Open> open, int[] number) {
        for (var subjects = open.iterator(); subjects.hasNext(); ) {
            var subject = subjects.next();
            int best = -1;
            for (int i = 0; i < number.length; i++)
                if (number[i] > 0 && rules.prefers(officials.get(i).field(), subject.kind()) && (best < 0 || number[i] > number[best])) best = i;
            if (best < 0) continue;
            number[best]--;
            give(subject, best, "M6");
            subjects.remove();
        }
    }

    /** The rest in the order of places, so that one official's subjects are neighbours. */
    private void inRuns(List<Open> open, int[] number) {
        int i = 0;
        for (var subject : open) {
            while (number[i] == 0) i++;
            number[i]--;
            give(subject, i, load.length == 1 ? "M2" : "M4");
        }
    }

    private void give(Open subject, int official, String rule) {
        load[official]++;
        pairs.put(subject.id(), new Pair(subject, officials.get(official), rule));
    }

    /** M9: a pair with a stake swaps with the nearest neighbour whose swap makes no new one; else it stays open. */
    private Outcome withoutStakes(Set<Stake> stakes) {
        var unmatched = new ArrayList<Open>();
        var order = new ArrayList<>(pairs.values());
        order.sort(Comparator.comparing(Pair::subject, Open.BY_PLACE));
        for (int i = 0; i < order.size(); i++) {
            var pair = order.get(i);
            if (!stakes.contains(new Stake(pair.subject().id(), pair.official().id()))) continue;
            int with = neighbour(order, i, stakes);
            if (with >= 0) {
                var other = order.get(with);
                order.set(i, new Pair(pair.subject(), other.official(), "M9"));
                order.set(with, new Pair(other.subject(), pair.official(), "M9"));
            } else {
                var free = officials.stream().filter(o -> !stakes.contains(new Stake(pair.subject().id(), o.id()))).findFirst();
                if (free.isPresent()) order.set(i, new Pair(pair.subject(), free.get(), "M9"));
                else unmatched.add(pair.subject());
            }
        }
        order.removeIf(pair -> unmatched.contains(pair.subject()));
        return new Outcome(order, unmatched);
    }

    private static int neighbour(List<Pair> order, int i, Set<Stake> stakes) {
        var pair = order.get(i);
        for (int distance = 1; distance < order.size(); distance++)
            for (int j : new int[] {i - distance, i + distance}) {
                if (j < 0 || j >= order.size()) continue;
                var other = order.get(j);
                if (!other.official().id().equals(pair.official().id())
                    && !stakes.contains(new Stake(pair.subject().id(), other.official().id()))
                    && !stakes.contains(new Stake(other.subject().id(), pair.official().id()))) return j;
            }
        return -1;
    }

    /** A relation that may be moved for evenness. */
    record Held(Open subject, UUID official) {}

    /**
     * Evens the loads by the fewest moves (M4): only what lies above the even share moves.
     *
     * @param held relations that may move; pinned and acting ones only count in the loads
     */
    static List<Pair> rebalance(MatchingRules.Content rules, List<Candidate> officials, List<Held> held, Set<Stake> stakes) {
        var sorted = officials.stream().sorted(Comparator.comparingInt(Candidate::load).reversed().thenComparing(Matching::order)).toList();
        int total = sorted.stream().mapToInt(Candidate::load).sum();
        int share = total / sorted.size();
        int more = total % sorted.size();
        var give = new HashMap<UUID, Integer>();
        var take = new ArrayList<Candidate>();
        for (int i = 0; i < sorted.size(); i++) {
            int target = share + (i < more ? 1 : 0);
            int surplus = sorted.get(i).load() - target;
            if (surplus > 0) give.put(sorted.get(i).id(), surplus);
            for (int n = surplus; n < 0; n++) take.add(sorted.get(i));
        }
        var moved = new ArrayList<Pair>();
        held.stream().sorted(Comparator.comparing(Held::subject, Open.BY_PLACE).reversed()).forEach(relation -> {
            if (take.isEmpty() || give.getOrDefault(relation.official(), 0) == 0) return;
            take.stream().filter(to -> !stakes.contains(new Stake(relation.subject().id(), to.id()))).findFirst().ifPresent(to -> {
                take.remove(to);
                give.merge(relation.official(), -1, Integer::sum);
                moved.add(new Pair(relation.subject(), to, "M4"));
            });
        });
        return moved;
    }

    /** Stable and without preference for anybody. */
    private static String order(Candidate official) {
        return Sm3.hex(official.id().toString());
    }
}
