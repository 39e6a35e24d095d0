package io.liangze.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BandsTest {

    @Test
    void rates_far_apart_are_told_in_whole_per_cent() {
        var bands = Bands.over(rates("0.8140", "0.6680", "0.7200", "0.7630"));

        assertThat(bands.legend()).containsExactly(new Bands.Band(5, "78", null), new Bands.Band(4, "75", "78"),
            new Bands.Band(3, "72", "75"), new Bands.Band(2, "69", "72"), new Bands.Band(1, null, "69"));
        assertThat(bands.shade(new BigDecimal("0.7200"))).isEqualTo(3);
    }

    @Test
    void rates_close_together_are_told_by_tenths() {
        var bands = Bands.over(rates("0.9990", "0.9981", "1.0000"));

        assertThat(bands.legend()).extracting(Bands.Band::from).startsWith("100", "99.9");
        assertThat(bands.shade(new BigDecimal("1.0000"))).isEqualTo(5);
    }

    @Test
    void with_one_rate_or_none_there_is_nothing_to_tell() {
        assertThat(Bands.over(rates("0.5000", "0.5000")).legend()).isEmpty();
        assertThat(Bands.over(Arrays.asList(null, null)).legend()).isEmpty();
        assertThat(Bands.over(Arrays.asList(null, null)).shade(null)).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("io.liangze.Seeds#some")
    void every_rate_lies_in_the_band_that_the_legend_says_and_a_better_one_is_never_paler(long seed) {
        var random = new Random(seed);
        double low = random.nextDouble(0, 1);
        double high = random.nextDouble(low, 1);
        var rates = IntStream.range(0, 1 + random.nextInt(20))
            .mapToObj(_ -> BigDecimal.valueOf((long) (10_000 * random.nextDouble(low, high + 1e-9)), 4)).sorted().toList();

        var bands = Bands.over(rates);

        assertThat(rates.stream().map(bands::shade).toList()).isSorted().allMatch(shade -> shade >= 1 && shade <= 5);
        for (var rate : rates)
            for (var band : bands.legend())
                if (band.shade() == bands.shade(rate)) {
                    var percent = rate.movePointRight(2);
                    if (band.from() != null) assertThat(percent).isGreaterThanOrEqualTo(new BigDecimal(band.from()));
                    if (band.below() != null) assertThat(percent).isLessThan(new BigDecimal(band.below()));
                }
    }

    private static List<BigDecimal> rates(String... rates) {
        return Arrays.stream(rates).map(BigDecimal::new).toList();
    }
}
