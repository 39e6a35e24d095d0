package io.liangze.subject;

import static io.liangze.subject.FactsText.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liangze.shared.Grade;
import io.liangze.shared.RuleFiles;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradingTest {

    static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    static final Grading GRADING = new Grading(RuleFiles.shipped());

    @ParameterizedTest(name = "{0}: {1} by {2}")
    @CsvSource({
        "P1, A, G01", "P2 scale=MICRO, A, G01", "P3 scale=SMALL, A, G01",
        "P4 scale=LARGE, A, G02", "P5 scale=LARGE, A, G02", "P6 scale=LARGE, A, G02", "S1, A, G03",
        "S4 scale=LARGE, A, G04", "S4 scale=MEDIUM, B, G13", "S3 area=10000, A, G04", "S3 area=9999.9, B, G13", "S9, A, G05",
        "C1 diners=1000, A, G06", "C1 diners=999, B, G14", "C2 diners=1000, A, G06", "C2 diners=999, B, G14",
        "C3 scale=LARGE stores=2, A, G07", "C3 scale=SMALL stores=50, A, G07", "C3 scale=SMALL stores=49, B, G14",
        "C4 area=3001 seats=10, A, G08", "C4 area=3000 seats=1000, B, G15", "C4 area=10 seats=1001, A, G08",
        "N1 diners=3000, A, G09", "N1 diners=2999, B, G16", "N3 diners=3000, A, G09", "N3 diners=2999, B, G16", "N8 diners=3000, A, G09",
        "N5 diners=3000, A, G09", "N7 diners=3000, A, G09",
        "P4 scale=SMALL, B, G10", "P4 scale=MEDIUM, B, G10", "P4 scale=MICRO, C, G17",
        "P5 scale=MEDIUM, B, G11", "P6 scale=MEDIUM, B, G11", "S2, B, G12",
        "S3 area=2000, B, G13", "S3 area=1999, C, G19", "S4 scale=MICRO, B, G13", "S6 scale=MEDIUM, B, G13", "S6 scale=LARGE, B, G13",
        "S6 scale=SMALL, C, G19", "S11 area=1000, B, G13", "S11 area=999, C, G19",
        "C4 area=501 seats=10, B, G15", "C4 area=500 seats=250, C, G20", "C4 area=10 seats=251, B, G15",
        "N1 diners=500, B, G16", "N1 diners=499, C, G21", "N2 diners=300, B, G16", "N2 diners=299, C, G21", "N4 diners=300, B, G16",
        "N4 diners=299, C, G21", "N6 diners=1000, B, G16", "N6 diners=999, C, G21", "N7 diners=1000, B, G16", "N7 diners=999, C, G21",
        "N3 diners=1, B, G16", "N5 diners=1, B, G16", "N8 diners=2999, C, G21",
        "P5 scale=SMALL, C, G17", "P6 scale=MICRO, C, G17", "W2, C, G18",
        "S3 area=200, C, G19", "S3 area=199, D, G24", "S7, C, G19", "S10 sells=BOTH, C, G19", "S10 sells=ONLINE, D, G24", "S10 sells=STORE, D, G24",
        "C4 area=151 seats=10, C, G20", "C4 area=150 seats=75, D, G24", "C4 area=10 seats=76, C, G20",
        "W1 food=04, C, G22", "W1 food=12, C, G22", "W1 food=15, C, G22", "W1 food=16, C, G22", "W1 food=18, C, G22", "W1 food=25, C, G22",
        "W1 food=24, D, G24", "P5 scale=MICRO, D, G23",
        "S5, D, G24", "S8, D, G24", "S12, D, G24", "S13, D, G24", "C5, D, G24", "C6, D, G24", "C7, D, G24", "C8, D, G24", "C9, D, G24", "C10, D, G24"})
    void every_row_of_the_table_is_kept(String facts, Grade grade, String rule) {
        var result = GRADING.grade(facts(facts), DAY);

        assertThat(result.grade()).isEqualTo(grade);
        assertThat(result.base()).isEqualTo(grade);
        assertThat(result.ruleId()).isEqualTo(rule);
        assertThat(result.version()).isEqualTo("grading-2023-01-01");
        assertThat(result.text()).isNotBlank();
        assertThat(result.adjustments()).isEmpty();
        assertThat(result.flags()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}, incomplete {2}")
    @CsvSource({
        "P5, D, true", "P4, C, true", "P6, C, true", "P1, A, false", // a producer without scale
        "S3, D, true", "S4, B, true", "S6, C, true", "S11, C, true", "S10, D, true", "W1, D, true",
        "C1, B, true", "C3, B, true", "C3 stores=3, B, true", "C3 scale=LARGE, A, false", "C3 stores=50, A, false",
        "C4, D, true", "C4 area=3001, A, false", "C4 area=600, B, true", "C4 area=600 seats=1, B, false", "C4 area=10, D, true",
        "N1, C, true", "N3, B, true", "N8, C, true", "N3 diners=10, B, false",
        "S1, A, false", "S2, B, false", "S5, D, false", "S7, C, false", "S9, A, false", "W2, C, false", "C5, D, false", "C10, D, false",
        "S4 accidents=1, A, false", // B that would be A is A now in any case
        "N1 accidents=1, B, true"})
    void a_missing_figure_is_told_where_it_could_matter(String facts, Grade grade, boolean incomplete) {
        var result = GRADING.grade(facts(facts), DAY);

        assertThat(result.grade()).isEqualTo(grade);
        assertThat(result.incomplete()).isEqualTo(incomplete);
        assertThat(result.flags().contains("INCOMPLETE_DATA")).isEqualTo(incomplete);
    }

    @ParameterizedTest(name = "{0}: {1} by {2}")
    @CsvSource({
        "S5 accidents=1, C, GA1", "S5 penalties=1, C, GA2", "S5 failed=2, C, GA3", "S5 failed=1, D, ''", "S5 serious=3 before=3, C, GA4",
        "S5 serious=3 before=2, D, ''", "S5 serious=2 before=9, D, ''", "S5 risk=D, C, GA5", "S5 risk=C, D, ''",
        "S7 risk=D, B, GA5", "S2 risk=D, B, ''", "S1 risk=D, A, ''", "S2 accidents=1, A, GA1", "S1 accidents=1, A, ''",
        "S2 accidents=1 risk=D, A, GA1", "S5 accidents=1 penalties=2 failed=2 risk=D, C, GA1 GA2 GA3 GA5", "N3 diners=3000 failed=9, A, ''"})
    void history_raises_by_one_and_never_above_A(String facts, Grade grade, String adjustments) {
        var result = GRADING.grade(facts(facts), DAY);

        assertThat(result.grade()).isEqualTo(grade);
        assertThat(result.adjustments()).extracting(GradeResult.Adjustment::id)
            .containsExactlyElementsOf(adjustments.isEmpty() ? List.of() : List.of(adjustments.split(" ")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"C5 gate=200, true", "C5 gate=201, false", "C6 gate=0, true", "C8 gate=100, true", "C9 gate=100, true", "S8 gate=100, true",
        "C4 gate=100 area=1 seats=1, false", "S5 gate=100, false", "C5, false"})
    void at_a_school_gate_the_grade_stays_and_a_flag_is_set(String facts, boolean flagged) {
        var result = GRADING.grade(facts(facts), DAY);

        assertThat(result.grade()).isEqualTo(Grade.D);
        assertThat(result.flags().contains("CAMPUS_AREA")).isEqualTo(flagged);
        assertThat(result.incomplete()).isFalse();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_file_says_what_the_table_says(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            var facts = RandomFacts.made(random, 0.3);

            assertThat(GRADING.grade(facts, DAY).base()).as("%s", facts).isEqualTo(RandomFacts.byTheTable(facts));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void a_grade_is_incomplete_just_when_some_completion_would_change_it(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            var facts = RandomFacts.made(random, 0.6);
            var result = GRADING.grade(facts, DAY);

            boolean changes = RandomFacts.completions(facts).stream().anyMatch(full -> GRADING.grade(full, DAY).grade() != result.grade());

            assertThat(result.incomplete()).as("%s", facts).isEqualTo(changes);
        }
    }

    @Test
    void half_a_million_subjects_are_graded_in_a_second() {
        var random = new Random(42);
        var province = new ArrayList<GradingFacts>();
        for (int i = 0; i < 500_000; i++) province.add(RandomFacts.made(random, 0.3));
        var threads = ManagementFactory.getThreadMXBean();
        long fastest = Long.MAX_VALUE;

        for (int round = 0; round < 3; round++) {
            long began = threads.getCurrentThreadCpuTime();
            int a = 0;
            for (var facts : province) if (GRADING.grade(facts, DAY).grade() == Grade.A) a++;
            fastest = Math.min(fastest, threads.getCurrentThreadCpuTime() - began);
            assertThat(a).isPositive();
        }

        System.out.println("500,000 grades tookMs=" + fastest / 1_000_000);
        assertThat(fastest).isLessThan(1_000_000_000L);
    }

    @Test
    void another_version_is_a_file_with_a_later_date(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("grading-2027-01-01.yaml"), """
            rule: grading
            effective: 2027-01-01
            source: test
            grades:
              - { id: X1, grade: A, reason: 大学食堂, when: { kind: [N3] } }
              - { id: X2, grade: D, reason: 其他, when: {} }
            adjustments: []
            """);
        var own = new Grading(RuleFiles.with(folder));
        var university = facts("N3 diners=10");

        assertThat(own.grade(university, LocalDate.of(2026, 12, 31)).ruleId()).isEqualTo("G16");
        assertThat(own.grade(university, LocalDate.of(2027, 1, 1)).ruleId()).isEqualTo("X1");
        assertThat(own.version(LocalDate.of(2027, 1, 1))).isEqualTo("grading-2027-01-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{ id: X1, grade: A, reason: r, when: { kind: [P9] } } | grades[0].when.kind[0] (X1)",
        "{ id: X1, grade: A, reason: r, when: { kinds: [P1] } } | grades[0].when.kinds (X1)",
        "{ id: X1, grade: A, reason: r, when: { areaM2: {} } } | a figure has no limit",
        "{ id: X1, grade: A, reason: r, when: { areaM2: { atLeast: many } } } | grades[0].when.areaM2.atLeast (X1)",
        "{ id: X1, grade: A, reason: r, when: { any: [] } } | any of nothing",
        "{ id: X1, grade: A, reason: r, when: { kind: [P1], family: [SALES] } } | X1: no kind fits",
        "{ id: X1, grade: A, reason: r, when: {} } | X1: fits everything",
        "{ id: X1, grade: A, reason: r } | X1: has no when",
        "{ id: X1, grade: A, when: { kind: [P1] } } | X1: has no reason",
        "{ id: X1, reason: r, when: { kind: [P1] } } | X1: has no grade",
        "{ grade: A, reason: r, when: { kind: [P1] } } | has no id",
        "{ id: X2, grade: A, reason: r, when: { kind: [P1] } } | X2: stands twice",
        "{ id: X1, grade: E, reason: r, when: { kind: [P1] } } | grades[0].grade (X1)"})
    void a_broken_table_names_file_and_entry(String row, String message, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("grading-2027-01-01.yaml"), """
            rule: grading
            effective: 2027-01-01
            source: test
            grades:
              - %s
              - { id: X2, grade: D, reason: 其他, when: {} }
            adjustments: []
            """.formatted(row));

        assertThatThrownBy(() -> new Grading(RuleFiles.with(folder)))
            .hasMessageContaining("grading-2027-01-01.yaml: ").hasMessageContaining(message);
    }
}
