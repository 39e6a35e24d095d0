package io.liangze.subject;

import java.util.List;
import java.util.Optional;

/** Who runs a canteen (食堂经营方式). */
public enum Operation {
    SELF("自营"), CONTRACTED("承包"), OFF_CAMPUS_MEALS("校外供餐");

    private static final Words<Operation> WORDS = Words.of(Operation.class, value -> value.chinese);

    private final List<String> chinese;

    Operation(String... chinese) {
        this.chinese = List.of(chinese);
    }

    /** By code or Chinese word; empty if {@code text} is neither. */
    public static Optional<Operation> read(String text) {
        return WORDS.read(text);
    }
}
