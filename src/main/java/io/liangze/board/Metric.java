package io.liangze.board;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The rates by which places are compared on the map and in the ranking. */
public enum Metric {
    /** 督导率 */ SUPERVISION("onTime", "tasks", Figures::supervisionRate, Figures::onTime, Figures::tasks),
    /** 覆盖率 */ COVERAGE("covered", "subjects", Figures::coverageRate, Figures::covered, Figures::subjects),
    /** 闭环率 */ CLOSURE("problems.closed", "problems.found", f -> f.problems().closureRate(), f -> f.problems().closed(), f -> f.problems().found());

    private final String partLink;
    private final String wholeLink;
    private final Function<Figures, @Nullable BigDecimal> rate;
    private final ToLongFunction<Figures> part;
    private final ToLongFunction<Figures> whole;

    Metric(String partLink, String wholeLink, Function<Figures, @Nullable BigDecimal> rate, ToLongFunction<Figures> part,
           ToLongFunction<Figures> whole) {
        this.partLink = partLink;
        this.wholeLink = wholeLink;
        this.rate = rate;
        this.part = part;
        this.whole = whole;
    }

    /** The name of the numerator's list in {@link Links}; likewise {@link #wholeLink()}. */
    public String partLink() { return partLink; }
    public String wholeLink() { return wholeLink; }
    public @Nullable BigDecimal rate(Figures figures) { return rate.apply(figures); }
    public long part(Figures figures) { return part.applyAsLong(figures); }
    public long whole(Figures figures) { return whole.applyAsLong(figures); }
}
