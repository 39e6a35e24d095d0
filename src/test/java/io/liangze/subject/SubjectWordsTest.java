package io.liangze.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liangze.shared.Family;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectWordsTest {

    static final ResourceBundle CHINESE = ResourceBundle.getBundle("messages.subject", Locale.ROOT);

    @Test
    void a_kind_is_read_by_its_code_and_by_the_name_on_the_screen() {
        for (var kind : Kind.values()) {
            var name = CHINESE.getString("Kind." + kind.name());

            assertThat(Kind.read(kind.name())).contains(kind);
            assertThat(Kind.read(kind.name().toLowerCase())).contains(kind);
            assertThat(Kind.read(name)).contains(kind);
            assertThat(Kind.read(name.replace('（', '(').replace('）', ')'))).contains(kind);
            assertThat(Kind.read(name.replaceAll("（.*?）", ""))).contains(kind);
        }
        assertThat(Kind.read("面馆")).isEmpty();
        assertThat(Kind.read("")).isEmpty();
    }

    @Test
    void a_food_category_is_read_by_code_and_name() {
        for (var category : FoodCategory.all()) {
            assertThat(FoodCategory.read(category.code())).contains(category);
            assertThat(FoodCategory.read(CHINESE.getString("FoodCategory." + category.code()))).contains(category);
        }
        assertThat(FoodCategory.all()).hasSize(31);
        assertThat(FoodCategory.read("4")).contains(FoodCategory.of("04"));
        assertThat(FoodCategory.read("32")).isEmpty();
        assertThatThrownBy(() -> FoodCategory.of("00")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_words_of_sheets_are_read() {
        assertThat(Scale.read("大型")).contains(Scale.LARGE);
        assertThat(Scale.read("MICRO")).contains(Scale.MICRO);
        assertThat(ChainRole.read("总部")).contains(ChainRole.HQ);
        assertThat(SalesChannel.read("两者")).contains(SalesChannel.BOTH);
        assertThat(RiskLevel.read("风险D")).contains(RiskLevel.D);
        assertThat(RiskLevel.read(" 风险Ｄ级")).contains(RiskLevel.D);
        assertThat(Operation.read("校外供餐")).contains(Operation.OFF_CAMPUS_MEALS);
        assertThat(SubjectStatus.read("季节性")).contains(SubjectStatus.SEASONAL);
        assertThat(SubjectStatus.read("开门")).isEmpty();
    }

    @Test
    void the_families_hold_the_kinds_of_the_table() {
        var kinds = EnumSet.allOf(Kind.class).stream().collect(Collectors.groupingBy(Kind::family, Collectors.counting()));

        assertThat(kinds).containsEntry(Family.PRODUCER, 6L).containsEntry(Family.WORKSHOP, 2L).containsEntry(Family.SALES, 13L)
            .containsEntry(Family.CATERING, 10L).containsEntry(Family.CANTEEN, 8L);
    }

    @ParameterizedTest
    @CsvSource({"3-10, 3 4 5 6 7 8 9 10", "11-2, 11 12 1 2", "7, 7", "3月至10月, 3 4 5 6 7 8 9 10", "１１－２, 11 12 1 2", "12-1, 12 1", "01-12, 1 2 3 4 5 6 7 8 9 10 11 12"})
    void a_season_holds_its_months(String typed, String months) {
        var season = Season.of(typed);

        var held = Set.of(Month.values()).stream().filter(season::holds).map(Month::getValue).toList();

        assertThat(held).containsExactlyInAnyOrderElementsOf(List.of(months.split(" ")).stream().map(Integer::valueOf).toList());
        assertThat(Season.of(season.toString())).isEqualTo(season);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0-3", "3-13", "spring", "3-", "-3", "3-4-5"})
    void what_is_no_season_is_refused(String typed) {
        assertThatThrownBy(() -> Season.of(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_the_active_and_the_seasonal_in_season_are_at_work() {
        var march = LocalDate.of(2026, 3, 1);
        var summer = Season.of("5-9");

        for (var status : SubjectStatus.values())
            assertThat(status.isActive(summer, march)).as("%s", status).isEqualTo(status == SubjectStatus.ACTIVE);
        assertThat(SubjectStatus.SEASONAL.isActive(summer, LocalDate.of(2026, 5, 1))).isTrue();
        assertThat(SubjectStatus.SEASONAL.isActive(summer, LocalDate.of(2026, 9, 30))).isTrue();
        assertThat(SubjectStatus.SEASONAL.isActive(null, march)).isTrue();
    }
}
