package io.liangze.subject;

import java.util.List;
import java.util.Optional;

/** How large a business is (规模), from small to large. */
public enum Scale {
    MICRO("微型"), SMALL("小型"), MEDIUM("中型"), LARGE("大型");

    private static final Words<Scale> WORDS = Words.of(Scale.class, value -> value.chinese);

    private final List<String> chinese;

    Scale(String... chinese) {
        this.chinese = List.of(chinese);
    }

    /** By code or Chinese word; empty if {@code text} is neither. */
    public static Optional<Scale> read(String text) {
        return WORDS.read(text);
    }
}
