package io.liangze.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.shared.Grade;
import io.liangze.shared.Period;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final YearMonth NOW = YearMonth.of(2026, 11);

    @Test
    void the_counties_of_a_city_are_read_once_for_it_and_for_the_province() {
        var places = new LinkedHashMap<String, List<String>>();
        places.put("province", List.of("360102000000", "360103000000", "360202000000"));
        places.put("city 1", List.of("360102000000", "360103000000"));
        places.put("city 2", List.of("360202000000"));

        var cells = new Cells(places);

        assertThat(cells.places()).containsExactly("360102000000", "360103000000", "360202000000");
        assertThat(cells.numbers()).containsExactly(0, 0, 1);
        assertThat(cells.askers(0)).containsExactly("province", "city 1");
        assertThat(cells.askers(1)).containsExactly("province", "city 2");
    }

    @Test
    void what_happened_counts_in_its_month_alone() {
        var quarter = Months.of(Period.of("2026Q3"), NOW);

        assertThat(quarter.sign(kept("2026-07", Measure.VISITS))).isEqualTo(1);
        assertThat(quarter.sign(kept("2026-09", Measure.VISITS))).isEqualTo(1);
        assertThat(quarter.sign(kept("2026-10", Measure.VISITS))).isZero();
    }

    @Test
    void an_ended_periods_stock_is_what_is_there_now_less_what_has_changed_since() {
        var quarter = Months.of(Period.of("2026Q3"), NOW);

        assertThat(quarter.sign(kept(Tally.NOW, Measure.SUBJECTS))).isEqualTo(1);
        assertThat(quarter.sign(kept("2026-09", Measure.SUBJECTS))).isZero();
        assertThat(quarter.sign(kept("2026-10", Measure.SUBJECTS))).isEqualTo(-1);
        assertThat(quarter.sign(kept("2026-11", Measure.SUBJECTS))).isEqualTo(-1);
    }

    @Test
    void several_periods_are_read_with_each_month_once() {
        var read = Months.read(List.of(Months.of(Period.of("2026Q3"), NOW), Months.of(Period.of("2026Q4"), NOW)));

        assertThat(read).containsExactlyInAnyOrder("NOW", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12");
    }

    private static Kept kept(String month, Measure measure) {
        return new Kept(0, month, Grade.D, measure, "", 1);
    }
}
