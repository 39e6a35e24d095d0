package io.liangze.subject;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a business is at work (状态). */
public enum SubjectStatus {
    ACTIVE("在营"),
    SUSPENDED("停业"),
    /** At work in the months of its {@link Season} only. */
    SEASONAL("季节性"),
    CLOSED("注销", "歇业", "注销/歇业"),
    /** Looked for twice at its address and not found. */
    UNTRACED("失联"),
    /** Its twin is kept. */
    DUPLICATE("重复");

    private static final Words<SubjectStatus> WORDS = Words.of(SubjectStatus.class, value -> value.chinese);

    private final List<String> chinese;

    SubjectStatus(String... chinese) {
        this.chinese = List.of(chinese);
    }

    /** By code or Chinese word; empty if {@code text} is neither. */
    public static Optional<SubjectStatus> read(String text) {
        return WORDS.read(text);
    }

    /** It is no more under this number (注销, 重复). */
    public boolean isFinal() {
        return this == CLOSED || this == DUPLICATE;
    }

    /** What an office may say that it is now; what has ended does not end again. */
    public SubjectStatus[] next() {
        return Arrays.stream(values()).filter(to -> !isFinal() || !to.isFinal()).toArray(SubjectStatus[]::new);
    }

    /** Only then does it need a grade, an official and visits; SEASONAL in its season, all the year if no months are known. */
    public boolean isActive(@Nullable Season season, LocalDate day) {
        return this == ACTIVE || this == SEASONAL && (season == null || season.holds(day));
    }
}
