package io.liangze.board;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All figures of the board, in the order of its table. */
public enum Figure {
    /** 在营主体 */ SUBJECTS("subjects", Figures::subjects),
    /** 已包保 */ COVERED("covered", Figures::covered),
    /** 包保覆盖率 */ COVERAGE_RATE(Figures::coverageRate),
    /** 应督导 */ TASKS("tasks", Figures::tasks),
    /** 已督导 */ DONE("done", Figures::done),
    /** 按期督导 */ ON_TIME("onTime", Figures::onTime),
    /** 督导率 */ SUPERVISION_RATE(Figures::supervisionRate),
    /** 逾期督导 */ TASKS_OVERDUE("tasksOverdue", Figures::tasksOverdue),
    /** 督导次数 */ VISITS("visits", Figures::visits),
    /** 发现问题 */ FOUND("problems.found", f -> f.problems().found()),
    /** 未闭环 */ OPEN("problems.open", f -> f.problems().open()),
    /** 超期 */ OVERDUE("problems.overdue", f -> f.problems().overdue()),
    /** 严重超期 */ SERIOUS("problems.serious", f -> f.problems().serious()),
    /** 督办 */ ESCALATED("problems.escalated", f -> f.problems().escalated()),
    /** 已移送 */ REFERRED("problems.referred", f -> f.problems().referred()),
    /** 已销号 */ CLOSED("problems.closed", f -> f.problems().closed()),
    /** 闭环率 */ CLOSURE_RATE(f -> f.problems().closureRate());

    private final @Nullable String link;
    private final Function<Figures, @Nullable Number> value;

    Figure(String link, Function<Figures, @Nullable Number> value) {
        this.link = link;
        this.value = value;
    }

    Figure(Function<Figures, @Nullable Number> rate) {
        this.link = null;
        this.value = rate;
    }

    /** The name of its list in {@link Links}; a rate has none. */
    public @Nullable String link() { return link; }
    public boolean isRate() { return link == null; }
    /** What nobody wants to see above zero. */
    public boolean isRed() { return this == TASKS_OVERDUE || this == OVERDUE || this == SERIOUS; }
    public @Nullable Number of(Figures figures) { return value.apply(figures); }
}
