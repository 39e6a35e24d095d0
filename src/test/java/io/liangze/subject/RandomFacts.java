package io.liangze.subject;

import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Seeded grading facts, and the table of grades written a second time in plain Java. */
final class RandomFacts {

    private static final Double[] AREAS = {1.0, 150.0, 151.0, 199.0, 200.0, 500.0, 501.0, 999.0, 1000.0, 1999.0, 2000.0, 3000.0, 3001.0, 9999.0, 10000.0};
    private static final Integer[] SEATS = {0, 75, 76, 250, 251, 1000, 1001};
    private static final Integer[] DINERS = {0, 299, 300, 499, 500, 999, 1000, 2999, 3000};
    private static final Integer[] STORES = {0, 49, 50};
    private static final FoodCategory[] FOODS = FoodCategory.all().toArray(FoodCategory[]::new);

    private RandomFacts() {}

    /** @param unknown how often a figure is missing, 0 to 1 */
    static GradingFacts made(Random random, double unknown) {
        return new GradingFacts(Kind.values()[random.nextInt(Kind.values().length)], one(random, unknown, Scale.values()), one(random, unknown, AREAS),
            one(random, unknown, SEATS), one(random, unknown, DINERS), one(random, unknown, FOODS), one(random, unknown, ChainRole.values()),
            one(random, unknown, STORES), one(random, unknown, SalesChannel.values()), one(random, unknown, RiskLevel.values()),
            one(random, unknown, new Double[] {0.0, 200.0, 201.0}),
            new GradingFacts.History(random.nextInt(2), 0, random.nextInt(3), random.nextInt(4), random.nextInt(4)));
    }

    static Grade byTheTable(GradingFacts f) {
        boolean producer = f.kind().family() == Family.PRODUCER;
        double area = f.areaM2() == null ? -1 : f.areaM2();
        int seats = f.seats() == null ? -1 : f.seats();
        int diners = f.dinersPerMeal() == null ? -1 : f.dinersPerMeal();
        return switch (f.kind()) {
            case P1, P2, P3, S1, S9 -> Grade.A;
            case P4, P5, P6, S4, S6, C1, C2, C3 -> {
                if (f.scale() == Scale.LARGE && (producer || f.kind() == Kind.S4 || f.kind() == Kind.C3)) yield Grade.A;
                if (Set.of(Kind.C1, Kind.C2).contains(f.kind())) yield diners >= 1000 ? Grade.A : Grade.B;
                if (f.kind() == Kind.C3) yield f.stores() != null && f.stores() >= 50 ? Grade.A : Grade.B;
                if (f.kind() == Kind.S4) yield Grade.B;
                if (f.scale() == Scale.LARGE || f.scale() == Scale.MEDIUM) yield Grade.B;
                if (f.kind() == Kind.P4) yield f.scale() == Scale.SMALL ? Grade.B : Grade.C;
                if (f.kind() == Kind.P5) yield f.scale() == Scale.SMALL ? Grade.C : Grade.D;
                yield Grade.C;
            }
            case S2 -> Grade.B;
            case S3 -> area >= 10000 ? Grade.A : area >= 2000 ? Grade.B : area >= 200 ? Grade.C : Grade.D;
            case S11 -> area >= 1000 ? Grade.B : Grade.C;
            case S7, W2 -> Grade.C;
            case S10 -> f.salesChannel() == SalesChannel.BOTH ? Grade.C : Grade.D;
            case C4 -> area > 3000 || seats > 1000 ? Grade.A : area > 500 || seats > 250 ? Grade.B : area > 150 || seats > 75 ? Grade.C : Grade.D;
            case N1 -> canteen(diners, 500);
            case N2, N4 -> canteen(diners, 300);
            case N6, N7 -> canteen(diners, 1000);
            case N3, N5 -> canteen(diners, -1);
            case N8 -> canteen(diners, 3000);
            case W1 -> f.foodCategory() != null && Set.of("04", "12", "15", "16", "18", "25").contains(f.foodCategory().code()) ? Grade.C : Grade.D;
            case S5, S8, S12, S13, C5, C6, C7, C8, C9, C10 -> Grade.D;
        };
    }

    /** All ways to fill in what is missing of the figures that the table asks for, by values around its limits. */
    static List<GradingFacts> completions(GradingFacts f) {
        var all = new ArrayList<GradingFacts>();
        for (var scale : known(f.scale(), Scale.values()))
            for (var area : known(f.areaM2(), AREAS))
                for (var seats : known(f.seats(), SEATS))
                    for (var diners : known(f.dinersPerMeal(), DINERS))
                        for (var stores : known(f.stores(), STORES))
                            for (var food : known(f.foodCategory(), FoodCategory.of("01"), FoodCategory.of("04")))
                                for (var sells : known(f.salesChannel(), SalesChannel.values()))
                                    all.add(new GradingFacts(f.kind(), scale, area, seats, diners, food, f.chainRole(), stores, sells,
                                        f.riskLevel(), f.schoolGateM(), f.history()));
        return all;
    }

    private static Grade canteen(int diners, int director) {
        return diners >= 3000 ? Grade.A : diners >= director ? Grade.B : Grade.C;
    }

    @SafeVarargs
    private static <T> List<T> known(@Nullable T value, T... otherwise) {
        return value != null ? List.of(value) : Arrays.asList(otherwise);
    }

    private static <T> @Nullable T one(Random random, double unknown, T[] values) {
        return random.nextDouble() < unknown ? null : values[random.nextInt(values.length)];
    }
}
