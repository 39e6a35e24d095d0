package io.liangze.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

    static final WorkingDays DAYS = new WorkingDays(RuleFiles.shipped());

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, true", "2026-11-28, false", "2026-11-29, false", // an ordinary week
        "2026-01-01, false", "2026-01-02, false", "2026-01-04, true", "2026-02-14, true", "2026-02-16, false", "2026-02-23, false",
        "2026-02-24, true", "2026-02-28, true", "2026-10-07, false", "2026-10-08, true", "2026-10-10, true", "2026-09-20, true",
        "2025-01-26, true", "2025-02-04, false", "2025-02-05, true", "2025-10-08, false", "2025-10-11, true", "2025-06-02, false",
        "2031-01-01, false", "2031-05-01, false", "2031-10-03, false", "2031-10-06, true", "2031-10-04, false"})
    void a_day_is_a_working_day_or_not(LocalDate day, boolean works) {
        assertThat(DAYS.isWorkingDay(day)).isEqualTo(works);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24, 0, 2026-11-24", "2026-11-24, 1, 2026-11-25", "2026-11-27, 1, 2026-11-30", "2026-11-28, 1, 2026-11-30",
        "2026-11-24, 7, 2026-12-03", "2026-09-30, 1, 2026-10-08", "2026-09-30, 3, 2026-10-10", "2026-02-13, 2, 2026-02-24"})
    void a_deadline_ends_with_the_nth_working_day_after_the_act(LocalDate from, int n, LocalDate due) {
        assertThat(DAYS.plus(from, n)).isEqualTo(due);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void between_is_the_inverse_of_plus(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var from = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(1_200));
            int n = random.nextInt(60);

            assertThat(DAYS.between(from, DAYS.plus(from, n))).isEqualTo(n);
            assertThat(DAYS.between(DAYS.plus(from, n), from)).isEqualTo(-n);
        }
    }

    @Test
    void a_province_adds_a_year_in_its_own_folder(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("calendar-2031-01-01.yaml"), """
            rule: calendar
            effective: 2031-01-01
            source: test
            off: [2031-01-01..2031-01-03]
            work: [2031-01-04]
            """);

        var own = new WorkingDays(RuleFiles.with(folder));

        assertThat(own.isWorkingDay(LocalDate.of(2031, 1, 2))).isFalse();
        assertThat(own.isWorkingDay(LocalDate.of(2031, 1, 4))).isTrue();
        assertThat(own.isWorkingDay(LocalDate.of(2031, 5, 1))).as("published whole").isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "off: [2031-02-30] | work: [] | Invalid date 'FEBRUARY 30'",
        "off: [soon] | work: [] | off: not a day or span: soon",
        "off: [2032-01-01] | work: [] | off: not within 2031",
        "off: [] | work: [2031-01-06] | work: 2031-01-06 is no day off at a weekend",
        "off: [] | free: [] | Unrecognized property \"free\"",
        "off: [] | off: [] | Duplicate"})
    void a_broken_calendar_names_file_and_entry(String off, String work, String message, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("calendar-2031-01-01.yaml"), """
            rule: calendar
            effective: 2031-01-01
            source: test
            %s
            %s
            """.formatted(off, work));

        assertThatThrownBy(() -> new WorkingDays(RuleFiles.with(folder)))
            .hasMessageContaining("calendar-2031-01-01.yaml").hasMessageContaining(message);
    }
}
