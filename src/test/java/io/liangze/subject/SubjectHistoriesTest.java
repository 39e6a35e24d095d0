package io.liangze.subject;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.TestClock;
import io.liangze.region.GivenPlaces;
import io.liangze.shared.Refusal;
import io.liangze.shared.Scope;
import io.liangze.tally.Tally;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever offices do with their subjects, the counts say what the table says. */
@LiangzeTest
class SubjectHistoriesTest {

    private static final List<String> PLACES = List.of("360112001001", "360112001002", "360112101000", "360124100001", "360124100002");
    private static final List<String> KINDS = List.of("C4", "C5", "N1", "S3", "W1", "P4", "C1");

    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired Subjects subjects;
    @Autowired GradeOverrides overrides;
    @Autowired Regrading regrading;
    @Autowired Tally tally;
    @Autowired TestClock clock;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.liangze.Seeds#some")
    void the_counts_agree_with_the_table_after_any_history(long seed) {
        var random = new Random(seed);
        places.county("360112000000");
        places.county("360124000000");
        var city = given.office("360100000000");
        var province = given.office("360000000000");
        var known = new ArrayList<UUID>();

        for (int i = 0; i < 60; i++) act(random, city, province, known);

        assertThat(tally.check(Scope.system(), "360112")).as("seed %d", seed).filteredOn(d -> d.measure().equals("SUBJECTS")).isEmpty();
        assertThat(tally.check(Scope.system(), "360124")).as("seed %d", seed).filteredOn(d -> d.measure().equals("SUBJECTS")).isEmpty();
        for (var id : known) {
            var subject = subjects.find(city, id);
            assertThat(subject.grade() == null).as("seed %d", seed)
                .isEqualTo(subject.status() != SubjectStatus.ACTIVE && subject.status() != SubjectStatus.SEASONAL);
        }
    }

    /** One thing that an office may try; what is refused changes nothing. */
    private void act(Random random, Scope city, Scope province, List<UUID> known) {
        try {
            if (known.isEmpty() || random.nextInt(4) == 0) {
                known.add(subjects.open(city, null, fields(random, true)).id());
                return;
            }
            var id = known.get(random.nextInt(known.size()));
            switch (random.nextInt(8)) {
                case 0 -> subjects.close(city, id, "歇业", clock.today().minusDays(random.nextInt(3)));
                case 1 -> overrides.ask(city, id, io.liangze.shared.Grade.values()[random.nextInt(4)], "重点", clock.today().plusDays(1 + random.nextInt(90)));
                case 2 -> overrides.approve(province, id);
                case 3 -> {
                    clock.set(clock.today().plusDays(random.nextInt(60)));
                    regrading.all(Scope.system("360112000000"));
                }
                default -> {
                    var changed = subjects.change(city, id, fields(random, false), "核实");
                    if (!known.contains(changed.id())) known.add(changed.id());
                }
            }
        } catch (Refusal refused) {
            assertThat(refused.status().is4xxClientError()).isTrue();
        }
    }

    private static Map<SubjectField, @Nullable String> fields(Random random, boolean all) {
        var fields = new EnumMap<SubjectField, @Nullable String>(SubjectField.class);
        if (all || random.nextInt(3) == 0) fields.put(SubjectField.NAME, "店" + random.nextInt(1_000));
        if (all || random.nextInt(3) == 0) fields.put(SubjectField.KIND, KINDS.get(random.nextInt(KINDS.size())));
        if (all || random.nextInt(3) == 0) fields.put(SubjectField.REGION, PLACES.get(random.nextInt(PLACES.size())));
        if (random.nextInt(2) == 0) fields.put(SubjectField.DINERS, String.valueOf(random.nextInt(4_000)));
        if (random.nextInt(2) == 0) fields.put(SubjectField.SEATS, String.valueOf(random.nextInt(1_500)));
        if (random.nextInt(3) == 0) fields.put(SubjectField.STATUS, SubjectStatus.values()[random.nextInt(6)].name());
        if (random.nextInt(2) == 0) fields.put(SubjectField.SEASON, "3-10");
        if (random.nextInt(4) == 0) fields.put(SubjectField.LICENCE_NO, Numbers.operation(1 + random.nextInt(3), "360112"));
        return fields;
    }
}
