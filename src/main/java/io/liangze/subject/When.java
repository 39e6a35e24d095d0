package io.liangze.subject;

import io.liangze.shared.Family;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A condition as a rule file writes it: all keys that are given must hold; {@code any} holds if one of its parts does.
 * None at all holds always.
 */
record When(@Nullable List<Kind> kind, @Nullable List<Family> family, @Nullable Scales scale, @Nullable Limits areaM2,
            @Nullable Limits seats, @Nullable Limits dinersPerMeal, @Nullable List<FoodCategory> foodCategory,
            @Nullable List<ChainRole> chainRole, @Nullable Limits stores, @Nullable List<SalesChannel> salesChannel,
            @Nullable List<RiskLevel> riskLevel, @Nullable Limits schoolGateM, @Nullable Limits accidents24Months,
            @Nullable Limits gravePenalties12Months, @Nullable Limits failedSamplings12Months,
            @Nullable Limits seriousLastPeriod, @Nullable Limits seriousPeriodBefore, @Nullable List<When> any) {

    /** From and to, both held. */
    record Scales(@Nullable Scale atLeast, @Nullable Scale atMost) {
        Scales {
            if (atLeast == null && atMost == null) throw new IllegalArgumentException("scale has no limit");
        }

        boolean hold(Scale scale) {
            return (atLeast == null || scale.compareTo(atLeast) >= 0) && (atMost == null || scale.compareTo(atMost) <= 0);
        }
    }

    /** Of a figure; {@code above} and {@code below} leave the limit itself out. */
    record Limits(@Nullable Double atLeast, @Nullable Double above, @Nullable Double atMost, @Nullable Double below) {
        Limits {
            if (atLeast == null && above == null && atMost == null && below == null)
                throw new IllegalArgumentException("a figure has no limit");
        }

        boolean hold(double figure) {
            return (atLeast == null || figure >= atLeast) && (above == null || figure > above)
                && (atMost == null || figure <= atMost) && (below == null || figure < below);
        }
    }

    When {
        if (any != null && any.isEmpty()) throw new IllegalArgumentException("any of nothing");
    }

    /** What is cheap and rules out most comes first. */
    Condition compiled() {
        var parts = new ArrayList<Condition>();
        if (kinds().size() < Kind.values().length) parts.add(among(kinds()));
        if (scale != null) parts.add(facts -> facts.scale() == null ? Condition.Truth.UNKNOWN : Condition.Truth.of(scale.hold(facts.scale())));
        within(parts, GradingFacts::areaM2, areaM2);
        within(parts, GradingFacts::seats, seats);
        within(parts, GradingFacts::dinersPerMeal, dinersPerMeal);
        within(parts, GradingFacts::stores, stores);
        within(parts, GradingFacts::schoolGateM, schoolGateM);
        if (foodCategory != null) parts.add(Condition.among(GradingFacts::foodCategory, foodCategory));
        if (chainRole != null) parts.add(Condition.among(GradingFacts::chainRole, chainRole));
        if (salesChannel != null) parts.add(Condition.among(GradingFacts::salesChannel, salesChannel));
        if (riskLevel != null) parts.add(Condition.among(GradingFacts::riskLevel, riskLevel));
        counted(parts, facts -> facts.history().accidents24Months(), accidents24Months);
        counted(parts, facts -> facts.history().gravePenalties12Months(), gravePenalties12Months);
        counted(parts, facts -> facts.history().failedSamplings12Months(), failedSamplings12Months);
        counted(parts, facts -> facts.history().seriousLastPeriod(), seriousLastPeriod);
        counted(parts, facts -> facts.history().seriousPeriodBefore(), seriousPeriodBefore);
        if (any != null) parts.add(Condition.any(any.stream().map(When::compiled).toList()));
        return Condition.all(parts);
    }

    /** The kinds that it can hold for, whatever else is known. */
    Set<Kind> kinds() {
        var kinds = EnumSet.allOf(Kind.class);
        if (kind != null) kinds.retainAll(kind);
        if (family != null) kinds.removeIf(other -> !family.contains(other.family()));
        if (any != null) {
            var ofAny = EnumSet.noneOf(Kind.class);
            for (var part : any) ofAny.addAll(part.kinds());
            kinds.retainAll(ofAny);
        }
        if (kinds.isEmpty()) throw new IllegalArgumentException("no kind fits kind and family");
        return kinds;
    }

    private static Condition among(Set<Kind> kinds) {
        return facts -> Condition.Truth.of(kinds.contains(facts.kind()));
    }

    private static void within(List<Condition> parts, Function<GradingFacts, @Nullable Number> figure, @Nullable Limits limits) {
        if (limits != null) parts.add(Condition.within(figure, limits));
    }

    private static void counted(List<Condition> parts, ToIntFunction<GradingFacts> count, @Nullable Limits limits) {
        if (limits != null) parts.add(Condition.counted(count, limits));
    }
}
