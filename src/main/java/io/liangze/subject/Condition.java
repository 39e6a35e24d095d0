package io.liangze.subject;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A compiled condition of a rule file. */
@FunctionalInterface
interface Condition {

    /** In rising order: all of several is the least of them, any the greatest. */
    enum Truth {
        NO, /** What it asks for is missing. */ UNKNOWN, YES;

        static Truth of(boolean holds) {
            return holds ? YES : NO;
        }
    }

    Condition ALWAYS = facts -> Truth.YES;

    Truth on(GradingFacts facts);

    static Condition all(List<Condition> parts) {
        if (parts.isEmpty()) return ALWAYS;
        if (parts.size() == 1) return parts.getFirst();
        var array = parts.toArray(Condition[]::new);
        return facts -> {
            var least = Truth.YES;
            for (var part : array) {
                var truth = part.on(facts);
                if (truth == Truth.NO) return Truth.NO;
                if (truth == Truth.UNKNOWN) least = Truth.UNKNOWN;
            }
            return least;
        };
    }

    static Condition any(List<Condition> parts) {
        var array = parts.toArray(Condition[]::new);
        return facts -> {
            var greatest = Truth.NO;
            for (var part : array) {
                var truth = part.on(facts);
                if (truth == Truth.YES) return Truth.YES;
                if (truth == Truth.UNKNOWN) greatest = Truth.UNKNOWN;
            }
            return greatest;
        };
    }

    /** One of the values; a missing one leaves it open. */
    static <T> Condition among(Function<GradingFacts, @Nullable T> attribute, List<T> values) {
        return facts -> {
            var value = attribute.apply(facts);
            return value == null ? Truth.UNKNOWN : Truth.of(values.contains(value));
        };
    }

    static Condition within(Function<GradingFacts, @Nullable Number> figure, When.Limits limits) {
        return facts -> {
            var value = figure.apply(facts);
            return value == null ? Truth.UNKNOWN : Truth.of(limits.hold(value.doubleValue()));
        };
    }

    static Condition counted(ToIntFunction<GradingFacts> count, When.Limits limits) {
        return facts -> Truth.of(limits.hold(count.applyAsInt(facts)));
    }
}
