package io.liangze.subject;

import java.util.List;
import java.util.Optional;

/** The part that a business has in a chain (连锁角色). */
public enum ChainRole {
    HQ("总部"), BRANCH("分部"), STORE("门店"), NONE("无", "非连锁");

    private static final Words<ChainRole> WORDS = Words.of(ChainRole.class, value -> value.chinese);

    private final List<String> chinese;

    ChainRole(String... chinese) {
        this.chinese = List.of(chinese);
    }

    /** By code or Chinese word; empty if {@code text} is neither. */
    public static Optional<ChainRole> read(String text) {
        return WORDS.read(text);
    }
}
