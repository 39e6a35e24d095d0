package io.liangze.tally;

import java.util.EnumSet;
import java.util.Set;

/** All that is counted. What the {@code mark} of a count says stands beside each. */
public enum Measure {

    /** Subjects in operation (在营主体). A stock. Mark: '' or the months in season, {@code 03-10}. */
    SUBJECTS(true),
    /** Of these, with an official behind them (已包保). A stock, marked like {@link #SUBJECTS}. */
    COVERED(true),
    /** Tasks not cancelled, in the month of their period's last day (应督导). */
    TASKS(false),
    /** Of these done (已督导). */
    DONE(false),
    /** Of these done on or before the due date (按期督导). */
    ON_TIME(false),
    /** Tasks not done. Mark: the due date, {@code 2026-12-31}. */
    TASKS_OPEN(false),
    /** Valid visits, in the month that they ended in (督导次数). */
    VISITS(false),
    /** Problems being put right, in the month that they were opened in (未闭环). Mark: the due date. */
    PROBLEMS_OPEN(false),
    /** Of these serious or critical. Mark: the due date. */
    SERIOUS_OPEN(false),
    /** Of these escalated (升级督办). */
    ESCALATED(false),
    /** Problems struck off (已销号), in the month that they were opened in. */
    PROBLEMS_CLOSED(false),
    /** Problems handed to enforcement, without a result yet (已移送), likewise. */
    PROBLEMS_REFERRED(false);

    private static final Set<Measure> TURNING = EnumSet.of(TASKS_OPEN, PROBLEMS_OPEN, SERIOUS_OPEN);

    private final boolean stock;

    Measure(boolean stock) {
        this.stock = stock;
    }

    /** Whether it counts what is there now, not what happened in a month. */
    public boolean isStock() {
        return stock;
    }

    /** Whether its mark is a due date, after which it counts as overdue. */
    public boolean turns() {
        return TURNING.contains(this);
    }
}
