package io.liangze.subject;

import java.util.List;
import java.util.Optional;

/** Where a business sells (销售渠道). */
public enum SalesChannel {
    STORE("实体"), ONLINE("网络"), BOTH("两者", "实体和网络");

    private static final Words<SalesChannel> WORDS = Words.of(SalesChannel.class, value -> value.chinese);

    private final List<String> chinese;

    SalesChannel(String... chinese) {
        this.chinese = List.of(chinese);
    }

    /** By code or Chinese word; empty if {@code text} is neither. */
    public static Optional<SalesChannel> read(String text) {
        return WORDS.read(text);
    }
}
