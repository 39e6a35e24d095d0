package io.liangze.subject;

import java.util.List;
import java.util.Optional;

/** 风险等级 of the regulator: D is the riskiest. Not to be mixed up with grades, whose letters run the other way. */
public enum RiskLevel {
    A("风险A", "风险A级"), B("风险B", "风险B级"), C("风险C", "风险C级"), D("风险D", "风险D级");

    private static final Words<RiskLevel> WORDS = Words.of(RiskLevel.class, value -> value.chinese);

    private final List<String> chinese;

    RiskLevel(String... chinese) {
        this.chinese = List.of(chinese);
    }

    /** By code or Chinese word; empty if {@code text} is neither. */
    public static Optional<RiskLevel> read(String text) {
        return WORDS.read(text);
    }
}
