package io.liangze.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.assignment.Matching.Candidate;
import io.liangze.assignment.Matching.Held;
import io.liangze.assignment.Matching.Open;
import io.liangze.assignment.Matching.Pair;
import io.liangze.assignment.Matching.Stake;
import io.liangze.shared.Grade;
import io.liangze.shared.RuleFiles;
import io.liangze.subject.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatchingTest {

    private static final MatchingRules.Content RULES =
        RuleFiles.shipped().read("matching", MatchingRules.Content.class, (_, content) -> content).oldestFirst().getFirst().content();

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.liangze.Seeds#some")
    void every_open_subject_is_given_once_and_loads_differ_by_one_at_the_most_at_a_first_matching(long seed) {
        var random = new Random(seed);
        var officials = officials(random, 1 + random.nextInt(12), 0);
        var subjects = subjects(random, random.nextInt(200), "360121100201");

        var outcome = Matching.match(RULES, Grade.D, officials, subjects, Set.of());

        assertThat(outcome.unmatched()).isEmpty();
        assertThat(outcome.pairs()).extracting(p -> p.subject().id()).containsExactlyInAnyOrderElementsOf(subjects.stream().map(Open::id).toList());
        var loads = loads(officials, outcome.pairs()).values();
        assertThat(java.util.Collections.max(loads) - java.util.Collections.min(loads)).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.liangze.Seeds#some")
    void water_finds_its_level_over_uneven_loads(long seed) {
        var random = new Random(seed);
        var officials = officials(random, 2 + random.nextInt(8), 40);
        var subjects = subjects(random, random.nextInt(60), "360121100201");

        var loads = loads(officials, Matching.match(RULES, Grade.D, officials, subjects, Set.of()).pairs());

        int highestFilled = officials.stream().filter(o -> loads.get(o.id()) > o.load()).mapToInt(o -> loads.get(o.id())).max().orElse(0);
        assertThat(officials).allSatisfy(o -> assertThat(loads.get(o.id())).isGreaterThanOrEqualTo(Math.max(o.load(), highestFilled - 1)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.liangze.Seeds#some")
    void nobody_is_given_a_subject_that_he_has_a_stake_in(long seed) {
        var random = new Random(seed);
        var officials = officials(random, 1 + random.nextInt(4), 0);
        var subjects = subjects(random, 1 + random.nextInt(40), "360121100201");
        var stakes = new HashSet<Stake>();
        for (var subject : subjects)
            for (var official : officials) if (random.nextInt(5) == 0) stakes.add(new Stake(subject.id(), official.id()));

        var outcome = Matching.match(RULES, Grade.D, officials, subjects, stakes);

        assertThat(outcome.pairs()).noneMatch(p -> stakes.contains(new Stake(p.subject().id(), p.official().id())));
        assertThat(outcome.unmatched()).allSatisfy(s ->
            assertThat(officials).allMatch(o -> stakes.contains(new Stake(s.id(), o.id()))));
        assertThat(outcome.pairs().size() + outcome.unmatched().size()).isEqualTo(subjects.size());
    }

    @Test
    void the_same_input_gives_the_same_pairs() {
        var officials = officials(new Random(1), 5, 3);
        var subjects = subjects(new Random(2), 80, "360121100201", "360121100202");

        var once = Matching.match(RULES, Grade.C, officials, subjects, Set.of());
        var again = Matching.match(RULES, Grade.C, officials.reversed(), subjects.reversed(), Set.of());

        assertThat(again).isEqualTo(once);
    }

    @Test
    void neighbours_share_an_official() {
        var subjects = new ArrayList<Open>();
        for (int i = 0; i < 40; i++) subjects.add(new Open(UUID.randomUUID(), "3601211%05d".formatted(i / 4), Kind.C4));

        var pairs = Matching.match(RULES, Grade.C, officials(new Random(3), 4, 0), subjects, Set.of()).pairs();

        var changes = IntStream.range(1, pairs.size()).filter(i -> !pairs.get(i).official().equals(pairs.get(i - 1).official())).count();
        assertThat(changes).isEqualTo(3);
    }

    @Test
    void the_leader_linked_to_the_county_takes_its_A_subjects_up_to_the_bound() {
        var linked = new Candidate(UUID.randomUUID(), "360100", "刘志明", "市委常委", 0, null, "360121000000");
        var other = new Candidate(UUID.randomUUID(), "360100", "王国平", "副市长", 0, null, null);
        var subjects = subjects(new Random(4), 5, "360121100201");

        var pairs = Matching.match(RULES, Grade.A, List.of(other, linked), subjects, Set.of()).pairs();

        assertThat(pairs).filteredOn(p -> p.official().equals(linked)).hasSize(3).allMatch(p -> p.rule().equals("M7"));
        assertThat(pairs).filteredOn(p -> p.official().equals(other)).hasSize(2);
    }

    @Test
    void who_is_in_charge_of_education_is_given_canteens_first_and_no_more_than_his_number() {
        var education = new Candidate(UUID.randomUUID(), "360121", "熊丽", "副县长", 0, "教育", null);
        var other = new Candidate(UUID.randomUUID(), "360121", "胡强", "县委常委", 0, null, null);
        var subjects = new ArrayList<Open>();
        for (int i = 0; i < 6; i++) subjects.add(new Open(UUID.randomUUID(), "360121100201", i < 4 ? Kind.N1 : Kind.C4));

        var pairs = Matching.match(RULES, Grade.B, List.of(other, education), subjects, Set.of()).pairs();

        assertThat(pairs).filteredOn(p -> p.official().equals(education)).hasSize(3).allMatch(p -> p.subject().kind() == Kind.N1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.liangze.Seeds#some")
    void a_rebalance_evens_the_loads_by_no_more_moves_than_lie_above_the_share(long seed) {
        var random = new Random(seed);
        var held = new ArrayList<Held>();
        var officials = new ArrayList<Candidate>();
        for (var official : officials(random, 2 + random.nextInt(8), 0)) {
            int load = random.nextInt(30);
            subjects(random, load, "360121100201").forEach(s -> held.add(new Held(s, official.id())));
            officials.add(new Candidate(official.id(), official.county(), official.name(), official.post(), load, null, null));
        }
        int share = held.size() / officials.size();
        int more = held.size() % officials.size();

        var moves = Matching.rebalance(RULES, officials, held, Set.of());

        var loads = new HashMap<UUID, Integer>();
        officials.forEach(o -> loads.put(o.id(), o.load()));
        moves.forEach(move -> {
            loads.merge(move.official().id(), 1, Integer::sum);
            loads.merge(held.stream().filter(h -> h.subject().equals(move.subject())).findFirst().orElseThrow().official(), -1, Integer::sum);
        });
        assertThat(java.util.Collections.max(loads.values()) - java.util.Collections.min(loads.values())).isLessThanOrEqualTo(1);
        var sorted = officials.stream().map(Candidate::load).sorted(java.util.Comparator.reverseOrder()).toList();
        int fewest = IntStream.range(0, sorted.size()).map(i -> Math.max(0, sorted.get(i) - share - (i < more ? 1 : 0))).sum();
        assertThat(moves).hasSize(fewest);
    }

    private static Map<UUID, Integer> loads(List<Candidate> officials, List<Pair> pairs) {
        var loads = new HashMap<UUID, Integer>();
        officials.forEach(o -> loads.put(o.id(), o.load()));
        pairs.forEach(p -> loads.merge(p.official().id(), 1, Integer::sum));
        return loads;
    }

    private static List<Candidate> officials(Random random, int count, int highestLoad) {
        return IntStream.range(0, count).mapToObj(i -> new Candidate(new UUID(random.nextLong(), random.nextLong()), "360121", "干部" + i,
            "副镇长", highestLoad == 0 ? 0 : random.nextInt(highestLoad), null, null)).toList();
    }

    private static List<Open> subjects(Random random, int count, String... places) {
        return IntStream.range(0, count).mapToObj(_ -> new Open(new UUID(random.nextLong(), random.nextLong()),
            places[random.nextInt(places.length)], Kind.values()[random.nextInt(Kind.values().length)])).toList();
    }
}
