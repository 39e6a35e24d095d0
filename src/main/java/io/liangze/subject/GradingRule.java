package io.liangze.subject;

import io.liangze.shared.Grade;
import io.liangze.shared.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of the rules in words.
 *
 * @param grade  that it gives; null for an adjustment
 * @param when   its conditions; one of them is enough
 * @param effect of an adjustment
 */
public record GradingRule(String id, @Nullable Grade grade, String reason, List<String> when, @Nullable String effect) {

    static GradingRule of(Screen screen, GradingTable.Row row) {
        return new GradingRule(String.valueOf(row.id()), row.grade(), String.valueOf(row.reason()), words(screen, row.when()), null);
    }

    static GradingRule of(Screen screen, GradingTable.Rise rise) {
        var effect = rise.flag() != null ? screen.words("grading.flag", screen.lookup("SubjectFlag." + rise.flag()))
            : screen.words("grading.raise", String.valueOf(rise.raise()), rise.notAbove() == null ? "A" : rise.notAbove().name());
        return new GradingRule(String.valueOf(rise.id()), null, String.valueOf(rise.reason()), words(screen, rise.when()), effect);
    }

    /** What all alternatives share stands in each of them. */
    private static List<String> words(Screen screen, @Nullable When when) {
        if (when == null) return List.of();
        var shared = shared(screen, when);
        if (when.any() == null) return List.of(shared.isEmpty() ? screen.lookup("grading.when.all") : join(screen, shared));
        var all = new ArrayList<String>();
        for (var part : when.any())
            for (var words : words(screen, part)) {
                var whole = new ArrayList<>(shared);
                whole.add(words);
                all.add(join(screen, whole));
            }
        return all;
    }

    private static List<String> shared(Screen screen, When when) {
        var parts = new ArrayList<String>();
        names(screen, parts, when.family());
        names(screen, parts, when.kind());
        if (when.scale() != null) parts.add(scale(screen, when.scale()));
        limits(screen, parts, "areaM2", when.areaM2());
        limits(screen, parts, "seats", when.seats());
        limits(screen, parts, "dinersPerMeal", when.dinersPerMeal());
        limits(screen, parts, "stores", when.stores());
        if (when.foodCategory() != null)
            parts.add(when.foodCategory().stream().map(c -> screen.lookup("FoodCategory." + c.code())).collect(Collectors.joining("、")));
        names(screen, parts, when.chainRole());
        names(screen, parts, when.salesChannel());
        names(screen, parts, when.riskLevel());
        limits(screen, parts, "schoolGateM", when.schoolGateM());
        limits(screen, parts, "accidents24Months", when.accidents24Months());
        limits(screen, parts, "gravePenalties12Months", when.gravePenalties12Months());
        limits(screen, parts, "failedSamplings12Months", when.failedSamplings12Months());
        limits(screen, parts, "seriousLastPeriod", when.seriousLastPeriod());
        limits(screen, parts, "seriousPeriodBefore", when.seriousPeriodBefore());
        return parts;
    }

    private static void names(Screen screen, List<String> parts, @Nullable List<? extends Enum<?>> values) {
        if (values != null) parts.add(values.stream().map(screen::name).collect(Collectors.joining("、")));
    }

    private static String scale(Screen screen, When.Scales scale) {
        if (scale.atLeast() == scale.atMost()) return screen.name(scale.atLeast());
        return scale.atMost() == null ? screen.words("grading.when.scale-from", screen.name(scale.atLeast()))
            : screen.words("grading.when.scale-to", screen.name(scale.atMost()));
    }

    private static void limits(Screen screen, List<String> parts, String figure, When.@Nullable Limits limits) {
        if (limits == null) return;
        var label = screen.lookup("grading.when." + figure);
        if (limits.atLeast() != null) parts.add(label + " ≥ " + screen.number(limits.atLeast()));
        if (limits.above() != null) parts.add(label + " > " + screen.number(limits.above()));
        if (limits.atMost() != null) parts.add(label + " ≤ " + screen.number(limits.atMost()));
        if (limits.below() != null) parts.add(label + " < " + screen.number(limits.below()));
    }

    private static String join(Screen screen, List<String> parts) {
        return String.join(screen.lookup("grading.when.and"), parts);
    }
}
