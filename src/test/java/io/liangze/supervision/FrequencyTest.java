package io.liangze.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liangze.region.Level;
import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Period;
import io.liangze.shared.RuleFiles;
import io.liangze.subject.Kind;
import io.liangze.subject.RiskLevel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyTest {

    static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    static final String VILLAGE = "360724100201";

    static final Frequency FREQUENCY = new Frequency(RuleFiles.shipped());

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource({
        "A, S9, , '', CITY, ONSITE", "B, S4, , '', COUNTY, ONSITE",
        "C, S6, , '', TOWNSHIP, ONSITE", "C, S6, A, LOW_RISK, TOWNSHIP, ONSITE REMOTE", "C, S6, D, LOW_RISK, TOWNSHIP, ONSITE",
        "C, S7, , LOW_RISK, TOWNSHIP, ONSITE", "C, N1, , LOW_RISK, TOWNSHIP, ONSITE",
        "D, S5, , '', VILLAGE, ONSITE GATHERED REMOTE", "D, S5, C, '', VILLAGE, ONSITE GATHERED REMOTE", "D, S5, D, '', VILLAGE, ONSITE GATHERED",
        "D, C4, , '', VILLAGE, ONSITE GATHERED REMOTE"})
    void every_grade_has_its_official_and_its_modes(Grade grade, Kind kind, RiskLevel risk, String flag, Level level, String modes) {
        var plan = FREQUENCY.plan(grade, VILLAGE, kind, risk, Set.of(flag), DAY).orElseThrow();

        assertThat(plan.every()).isEqualTo(Period.Every.QUARTER);
        assertThat(plan.level()).isEqualTo(level);
        assertThat(plan.modes()).containsExactlyElementsOf(Arrays.stream(modes.split(" ")).map(Mode::valueOf).toList());
    }

    @Test
    void high_risk_is_never_supervised_from_afar() {
        var high = Set.of(Kind.P1, Kind.P2, Kind.P3, Kind.S7, Kind.C1, Kind.C2);

        for (var grade : Grade.values())
            for (var kind : Kind.values()) {
                if (kind == Kind.C10) continue;
                var plan = FREQUENCY.plan(grade, VILLAGE, kind, null, Set.of("LOW_RISK"), DAY).orElseThrow();
                var risky = FREQUENCY.plan(grade, VILLAGE, kind, RiskLevel.D, Set.of("LOW_RISK"), DAY).orElseThrow();

                boolean remote = grade.compareTo(Grade.C) >= 0 && !high.contains(kind) && kind.family() != Family.CANTEEN;
                assertThat(plan.modes().contains(Mode.REMOTE)).as("%s %s", grade, kind).isEqualTo(remote);
                assertThat(risky.modes()).doesNotContain(Mode.REMOTE);
                assertThat(plan.modes().getFirst()).isEqualTo(Mode.ONSITE);
            }
    }

    @Test
    void a_township_may_see_one_visit_a_year_from_afar() {
        var township = FREQUENCY.plan(Grade.C, VILLAGE, Kind.S6, null, Set.of("LOW_RISK"), DAY).orElseThrow();
        var village = FREQUENCY.plan(Grade.D, VILLAGE, Kind.S5, null, Set.of(), DAY).orElseThrow();

        assertThat(township.modesAfter(0)).containsExactly(Mode.ONSITE, Mode.REMOTE);
        assertThat(township.modesAfter(1)).containsExactly(Mode.ONSITE);
        assertThat(village.modesAfter(4)).contains(Mode.REMOTE);
    }

    @Test
    void a_banquet_has_no_regular_task() {
        for (var grade : Grade.values())
            assertThat(FREQUENCY.plan(grade, VILLAGE, Kind.C10, null, Set.of(), DAY)).isEmpty();
    }

    @Test
    void the_first_visit_is_on_site_within_30_days() {
        var first = FREQUENCY.firstVisit(DAY);

        assertThat(first.due(DAY)).isEqualTo(LocalDate.of(2026, 12, 24));
        assertThat(first.modes()).containsExactly(Mode.ONSITE);
    }

    @Test
    void a_place_of_its_own_goes_before_the_province(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("frequency-2027-01-01.yaml"), file("""
              - { grade: D, place: "3607", level: VILLAGE, every: HALF, modes: [ONSITE] }
              - { grade: D, place: "360724", level: VILLAGE, every: MONTH, modes: [ONSITE] }
            """));
        var own = new Frequency(RuleFiles.with(folder));
        var year = LocalDate.of(2027, 3, 1);

        assertThat(every(own, VILLAGE, year)).isEqualTo(Period.Every.MONTH);
        assertThat(every(own, "360702001001", year)).isEqualTo(Period.Every.HALF);
        assertThat(every(own, "360981001001", year)).isEqualTo(Period.Every.QUARTER);
        assertThat(every(own, VILLAGE, DAY)).as("before it begins").isEqualTo(Period.Every.QUARTER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{ grade: D, place: '360', level: VILLAGE, every: HALF, modes: [ONSITE] } | grades, D at 360: place",
        "{ grade: D, place: '36', level: VILLAGE, every: WEEK, modes: [ONSITE] } | grades, D at 36: every",
        "{ grade: D, place: '36', level: VILLAGE, every: HALF, modes: [REMOTE] } | grades, D at 36: modes lack ONSITE",
        "{ grade: D, place: '36', level: VILLAGE, modes: [ONSITE] } | grades, D at 36: needs",
        "{ grade: D, level: VILLAGE, every: HALF, modes: [ONSITE] } | grades, D: stands twice",
        "{ grade: D, place: '36', level: VILLAGE, every: DECADE, modes: [ONSITE] } | grades[4].every",
        "{ grade: D, place: '36', level: VILLAGE, every: HALF, mode: [ONSITE] } | grades[4].mode"})
    void a_broken_plan_names_file_and_entry(String row, String message, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("frequency-2027-01-01.yaml"), file("  - " + row + "\n"));

        assertThatThrownBy(() -> new Frequency(RuleFiles.with(folder)))
            .hasMessageContaining("frequency-2027-01-01.yaml: ").hasMessageContaining(message);
    }

    private static Period.Every every(Frequency frequency, String place, LocalDate day) {
        return frequency.plan(Grade.D, place, Kind.S5, null, Set.of(), day).orElseThrow().every();
    }

    private static String file(String more) {
        return """
            rule: frequency
            effective: 2027-01-01
            source: test
            grades:
              - { grade: A, level: CITY, every: QUARTER, modes: [ONSITE] }
              - { grade: B, level: COUNTY, every: QUARTER, modes: [ONSITE] }
              - { grade: C, level: TOWNSHIP, every: QUARTER, modes: [ONSITE] }
              - { grade: D, level: VILLAGE, every: QUARTER, modes: [ONSITE] }
            %sremoteNever: {}
            noRegularTask: []
            first: { days: 30, modes: [ONSITE] }
            """.formatted(List.of(more.split("\n")).stream().map(line -> "  " + line.strip() + "\n").reduce("", String::concat));
    }
}
