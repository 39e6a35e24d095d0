package io.liangze.sample;

import static io.liangze.subject.Kind.*;
import static io.liangze.subject.Scale.LARGE;
import static io.liangze.subject.Scale.MEDIUM;
import static io.liangze.subject.Scale.MICRO;
import static io.liangze.subject.Scale.SMALL;

import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.subject.FoodCategory;
import io.liangze.subject.Kind;
import io.liangze.subject.Operation;
import io.liangze.subject.RiskLevel;
import io.liangze.subject.SalesChannel;
import io.liangze.subject.Scale;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Which kinds of business there are, how often and of which size: so that the rules of grading find A 0.2 %, B 2 %, C 18 %, D 80 %. */
final class Mix {

    private static final double INCOMPLETE = 0.012;

    private record Sort(Kind kind, BiConsumer<Business, Chance> figures) {}

    private static final Map<Grade, Weighted<Sort>> SORTS = new EnumMap<>(Grade.class);
    private static final List<String> HIGH_RISK_WORKSHOP = List.of("04", "18", "15", "16", "25");
    private static final List<String> LOW_RISK_WORKSHOP = List.of("01", "07", "03", "24", "13");
    private static final List<String> HIGH_RISK_PRODUCER = List.of("05", "04", "15", "02", "11", "10");
    private static final List<String> PRODUCER = List.of("01", "03", "06", "07", "08", "13", "14", "16", "18", "24", "25");

    static {
        SORTS.put(Grade.A, new Weighted<Sort>()
            .with(2, new Sort(P1, sized(MEDIUM))).with(2, new Sort(P2, sized(MEDIUM))).with(16, new Sort(P3, sized(SMALL)))
            .with(12, new Sort(P4, sized(LARGE))).with(12, new Sort(P5, sized(LARGE)))
            .with(8, new Sort(S1, area(8_000, 60_000))).with(12, new Sort(S3, area(10_000, 28_000)))
            .with(5, new Sort(S4, sized(LARGE))).with(1, new Sort(S9, sized(SMALL)))
            .with(12, new Sort(C2, diners(1_000, 9_000))).with(3, new Sort(C1, diners(1_000, 6_000)))
            .with(2, new Sort(C3, (b, c) -> { b.size(MEDIUM, c); b.stores = c.between(50, 140); }))
            .with(8, new Sort(C4, (b, c) -> { b.size(MEDIUM, c); b.areaM2 = c.between(3_050, 6_500); b.seats = c.between(600, 1_600); }))
            .with(14, new Sort(N3, diners(3_000, 16_000))).with(3, new Sort(N1, diners(3_000, 5_200))));
        SORTS.put(Grade.B, new Weighted<Sort>()
            .with(9, new Sort(P4, (b, c) -> b.size(c.happens(0.3) ? MEDIUM : SMALL, c))).with(6, new Sort(P5, sized(MEDIUM)))
            .with(24, new Sort(S2, area(800, 9_000))).with(9, new Sort(S3, area(2_000, 8_000)))
            .with(1, new Sort(S4, sized(MEDIUM))).with(5, new Sort(S6, sized(MEDIUM))).with(4, new Sort(S11, area(1_000, 9_000)))
            .with(6, new Sort(C2, diners(150, 950))).with(2, new Sort(C1, diners(200, 900)))
            .with(1, new Sort(C3, (b, c) -> { b.size(SMALL, c); b.stores = c.between(5, 40); }))
            .with(22, new Sort(C4, (b, c) -> { b.size(SMALL, c); b.areaM2 = c.between(510, 2_600); b.seats = c.between(160, 700); }))
            .with(28, new Sort(N1, diners(500, 2_900))).with(11, new Sort(N2, diners(300, 640))).with(1, new Sort(N4, diners(300, 420)))
            .with(4, new Sort(N3, diners(700, 2_900))).with(7, new Sort(N5, diners(80, 1_600))).with(2, new Sort(N7, diners(1_000, 2_400))));
        SORTS.put(Grade.C, new Weighted<Sort>()
            .with(3, new Sort(P4, sized(MICRO))).with(8, new Sort(P5, sized(SMALL))).with(1, new Sort(P6, sized(SMALL)))
            .with(0.3, new Sort(W2, area(600, 4_000))).with(13, new Sort(W1, workshop(HIGH_RISK_WORKSHOP)))
            .with(22, new Sort(S3, area(200, 1_900))).with(12, new Sort(S6, (b, c) -> b.size(c.happens(0.4) ? SMALL : MICRO, c)))
            .with(18, new Sort(S7, area(30, 220))).with(2, new Sort(S11, area(120, 950)))
            .with(3, new Sort(S10, (b, c) -> { b.size(MICRO, c); b.salesChannel = SalesChannel.BOTH; }))
            .with(30, new Sort(C4, (b, c) -> { b.size(c.happens(0.5) ? SMALL : MICRO, c); b.areaM2 = c.between(155, 480); b.seats = c.between(50, 240); }))
            .with(15, new Sort(N1, diners(60, 490))).with(19, new Sort(N2, diners(35, 290))).with(7, new Sort(N4, diners(20, 260)))
            .with(4, new Sort(N6, diners(30, 420))).with(11, new Sort(N7, diners(30, 620))).with(4, new Sort(N8, diners(15, 90))));
        SORTS.put(Grade.D, new Weighted<Sort>()
            .with(2, new Sort(P5, sized(MICRO))).with(5, new Sort(W1, workshop(LOW_RISK_WORKSHOP)))
            .with(5, new Sort(S3, area(60, 195))).with(11, new Sort(S5, area(25, 150))).with(31, new Sort(S8, area(8, 20)))
            .with(2, new Sort(S10, (b, c) -> { b.size(MICRO, c); b.salesChannel = SalesChannel.ONLINE; }))
            .with(0.5, new Sort(S12, sized(MICRO))).with(3, new Sort(S13, area(4, 30)))
            .with(5, new Sort(C4, (b, c) -> { b.size(MICRO, c); b.areaM2 = c.between(50, 145); b.seats = c.between(16, 70); }))
            .with(12, new Sort(C5, area(18, 90))).with(5, new Sort(C6, area(12, 80))).with(3, new Sort(C7, area(20, 110)))
            .with(12, new Sort(C8, area(12, 45))).with(4, new Sort(C9, sized(MICRO))).with(0.4, new Sort(C10, sized(MICRO))));
    }

    private Mix() {}

    /** One that the rules will grade so, unless something unusual is drawn for it. */
    static Business draw(Grade grade, County.Village village, Chance chance) {
        var sort = SORTS.get(grade).draw(chance);
        var business = new Business(village, sort.kind());
        sort.figures().accept(business, chance);
        complete(business, chance);
        if (chance.happens(INCOMPLETE)) {
            business.areaM2 = null;
            business.seats = null;
            business.dinersPerMeal = null;
        }
        return business;
    }

    /** What belongs to every business of the family. */
    static void complete(Business b, Chance chance) {
        var family = b.kind.family();
        if (b.foodCategory == null && family == Family.PRODUCER) b.foodCategory = FoodCategory.of(category(b.kind, chance));
        if (b.salesChannel == null && (family == Family.SALES || family == Family.CATERING))
            b.salesChannel = chance.happens(family == Family.CATERING ? 0.3 : 0.08) && b.kind != S7 && b.kind != S8 ? SalesChannel.BOTH : SalesChannel.STORE;
        if (family == Family.CANTEEN && b.operation == null)
            b.operation = chance.happens(0.72) ? Operation.SELF : chance.happens(0.7) ? Operation.CONTRACTED : Operation.OFF_CAMPUS_MEALS;
        if ((family == Family.PRODUCER || chance.happens(0.25)) && b.kind != C9)
            b.riskLevel = chance.happens(0.008) ? RiskLevel.D : chance.happens(0.1) ? RiskLevel.C : chance.happens(0.4) ? RiskLevel.B : RiskLevel.A;
    }

    private static String category(Kind kind, Chance chance) {
        return switch (kind) {
            case P1 -> "29";
            case P2 -> "28";
            case P3 -> "27";
            case P4 -> chance.of(HIGH_RISK_PRODUCER);
            case P6 -> "31";
            default -> chance.of(PRODUCER);
        };
    }

    private static BiConsumer<Business, Chance> sized(Scale scale) {
        return (b, chance) -> {
            b.size(scale, chance);
            if (b.kind.family() == Family.PRODUCER) b.areaM2 = chance.skewed(80, 900) * (1 + scale.ordinal() * 6);
        };
    }

    private static BiConsumer<Business, Chance> area(int from, int to) {
        return (b, chance) -> {
            b.areaM2 = chance.skewed(from, to);
            b.size(b.areaM2 >= 6_000 ? MEDIUM : b.areaM2 >= 300 ? SMALL : MICRO, chance);
            if (b.kind == C5 || b.kind == C8) b.seats = Math.max(4, b.areaM2 / 3);
        };
    }

    private static BiConsumer<Business, Chance> diners(int from, int to) {
        return (b, chance) -> {
            b.dinersPerMeal = chance.skewed(from, to);
            b.areaM2 = 40 + b.dinersPerMeal;
            b.size(b.dinersPerMeal >= 3_000 ? MEDIUM : b.dinersPerMeal >= 250 ? SMALL : MICRO, chance);
            b.staff = 2 + b.dinersPerMeal / 45;
        };
    }

    private static BiConsumer<Business, Chance> workshop(List<String> categories) {
        return (b, chance) -> {
            b.size(MICRO, chance);
            b.areaM2 = chance.skewed(30, 240);
            b.foodCategory = FoodCategory.of(chance.of(categories));
        };
    }
}
