package io.liangze.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class FormatTest {

    private final Format chinese = format(Locale.SIMPLIFIED_CHINESE);
    private final Format english = format(Locale.ENGLISH);

    @Test
    void numbers_are_grouped_by_three() {
        assertThat(chinese.number(411_903)).isEqualTo("411,903");
        assertThat(chinese.number(null)).isEqualTo("—");
    }

    @Test
    void a_rate_is_cut_and_never_rounded_up() {
        assertThat(chinese.rate(0.9999)).isEqualTo("99.9%");
        assertThat(chinese.rate(new BigDecimal("0.7176"))).isEqualTo("71.7%");
        assertThat(chinese.rate(1)).isEqualTo("100.0%");
        assertThat(chinese.rate(411_877, 411_878)).isEqualTo("99.9%");
    }

    @Test
    void a_rate_without_denominator_is_a_dash() {
        assertThat(chinese.rate(null)).isEqualTo("—");
        assertThat(chinese.rate(0, 0)).isEqualTo("—");
    }

    @Test
    void a_day_of_another_year_names_it() {
        assertThat(chinese.date(LocalDate.of(2026, 11, 26))).isEqualTo("11月26日");
        assertThat(chinese.date(LocalDate.of(2027, 3, 4))).isEqualTo("2027年3月4日");
        assertThat(chinese.fullDate(LocalDate.of(2026, 11, 26))).isEqualTo("2026年11月26日");
        assertThat(english.date(LocalDate.of(2027, 3, 4))).isEqualTo("4 Mar 2027");
    }

    @Test
    void the_due_day_itself_is_not_overdue() {
        assertThat(chinese.remaining(LocalDate.of(2026, 12, 31))).isEqualTo("剩37天");
        assertThat(chinese.remaining(LocalDate.of(2026, 11, 24))).isEqualTo("今天到期");
        assertThat(chinese.remaining(LocalDate.of(2026, 11, 19))).isEqualTo("逾期5天");
        assertThat(english.remaining(LocalDate.of(2026, 11, 25))).isEqualTo("1 day left");
        assertThat(english.remaining(LocalDate.of(2026, 11, 22))).isEqualTo("2 days overdue");
    }

    @Test
    void a_time_is_written_in_the_offices_zone() {
        assertThat(chinese.time(Instant.parse("2026-11-24T01:02:59Z"))).isEqualTo("今天 09:02");
        assertThat(chinese.time(Instant.parse("2026-11-22T16:14:00Z"))).isEqualTo("11月23日 00:14");
    }

    @Test
    void a_period_is_written_as_an_office_says_it() {
        assertThat(chinese.period(Period.of("2026Q4"))).isEqualTo("2026年第4季度");
        assertThat(chinese.period(Period.of("2026H2"))).isEqualTo("2026年下半年");
        assertThat(chinese.period(Period.of("2026-11"))).isEqualTo("2026年11月");
        assertThat(english.period(Period.of("2026H1"))).isEqualTo("first half of 2026");
    }

    private static Format format(Locale locale) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/shared");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Format(locale, messages, LocalDate.of(2026, 11, 24), ZoneId.of("Asia/Shanghai"));
    }
}
