package io.liangze.problem;

import io.liangze.shared.Period;
import io.liangze.shared.Screen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The views of the list that everybody uses (常用视图); each leaves the other conditions as they are. */
public enum ProblemTabs {
    ALL(List.of(), false),
    OPEN(List.of(ProblemState.OPEN), false),
    RECTIFIED(List.of(ProblemState.RECTIFIED), false),
    OVERDUE(List.of(), true),
    ESCALATED(List.of(ProblemState.ESCALATED), false),
    REFERRED(List.of(ProblemState.REFERRED), false),
    CLOSED(List.of(ProblemState.CLOSED), false);

    private static final int QUARTERS = 6;

    private final List<ProblemState> states;
    private final boolean overdue;

    ProblemTabs(List<ProblemState> states, boolean overdue) {
        this.states = states;
        this.overdue = overdue;
    }

    /** The filter with this view in the place of another. */
    public ProblemFilter of(ProblemFilter filter) {
        return filter.showing(states, overdue);
    }

    /** The quarters to choose from, newest first. */
    public static Map<String, String> periods(Screen screen) {
        var periods = new LinkedHashMap<String, String>();
        var quarter = Period.of(Period.Every.QUARTER, screen.today());
        for (int i = 0; i < QUARTERS; i++, quarter = quarter.previous())
            periods.put(quarter.toString(), screen.format().period(quarter));
        return periods;
    }
}
