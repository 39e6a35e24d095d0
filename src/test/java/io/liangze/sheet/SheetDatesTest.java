package io.liangze.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetDatesTest {

    @ParameterizedTest
    @ValueSource(strings = {"2029-06-30", "2029/6/30", "2029/06/30", "2029年6月30日", "20290630", " ２０２９-０６-３０ ",
        "2029-06-30T00:00", "2029-06-30 00:00:00"})
    void a_day_is_read_in_every_way_that_offices_write(String text) {
        var day = SheetDates.read(text);

        assertThat(day).contains(LocalDate.of(2029, 6, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2023/2/30", "2029-13-01", "2029.6.30", "30/6/2029", "2029-6/30", "长期", "20290631",
        "99999999", "2029-06-30T09:30", "2029年6月"})
    void what_is_no_day_is_not_read(String text) {
        var day = SheetDates.read(text);

        assertThat(day).isEmpty();
    }
}
