package io.liangze.sample;

import static io.liangze.subject.Scale.LARGE;
import static io.liangze.subject.Scale.MEDIUM;
import static io.liangze.subject.Scale.SMALL;

import io.liangze.subject.Kind;
import io.liangze.subject.Scale;

/** Staff and turnover (10,000 yuan) that make a business large, medium, small or micro (统计上大中小微型企业划分办法). */
record Sizes(Scale scale, int staffFrom, int staffTo, int revenueFrom, int revenueTo) {

    static Sizes of(Kind kind, Scale scale) {
        return switch (kind.family()) {
            case PRODUCER, WORKSHOP -> pick(scale, new int[] {1_000, 2_600, 40_000, 160_000, 300, 900, 2_000, 30_000, 20, 240, 300, 1_900, 2, 15, 5, 240});
            case SALES -> kind == Kind.S6
                ? pick(scale, new int[] {200, 500, 40_000, 90_000, 20, 150, 5_000, 30_000, 5, 18, 1_000, 4_500, 1, 4, 40, 800})
                : pick(scale, new int[] {300, 800, 20_000, 60_000, 50, 250, 500, 15_000, 10, 40, 100, 450, 1, 8, 4, 80});
            case CATERING, CANTEEN -> pick(scale, new int[] {300, 700, 10_000, 30_000, 100, 280, 2_000, 9_000, 10, 90, 100, 1_900, 1, 9, 4, 90});
        };
    }

    private static Sizes pick(Scale scale, int[] ranges) {
        int at = scale == LARGE ? 0 : scale == MEDIUM ? 4 : scale == SMALL ? 8 : 12;
        return new Sizes(scale, ranges[at], ranges[at + 1], ranges[at + 2], ranges[at + 3]);
    }

    void apply(Business business, Chance chance) {
        business.scale = scale;
        business.staff = chance.skewed(staffFrom, staffTo);
        business.revenue = chance.skewed(revenueFrom, revenueTo);
    }
}
