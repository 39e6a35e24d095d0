package io.liangze.board;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a place over a period. Rates are 0 to 1 with 4 places, floored; null where there is nothing to divide by.
 *
 * @param subjects        active at the end of the period, now for a running one (在营主体)
 * @param covered         of these with an official behind them (已包保)
 * @param coverageRate    F01 包保覆盖率
 * @param tasks           not cancelled (应督导)
 * @param done            of these done (已督导)
 * @param onTime          of these on or before the due date (按期督导)
 * @param supervisionRate F04 督导率: onTime / tasks
 * @param tasksOverdue    not done and past their due date (逾期和漏督导)
 * @param visits          valid ones that ended in the period (督导次数)
 */
public record Figures(long subjects, long covered, @Nullable BigDecimal coverageRate, long tasks, long done, long onTime,
                      @Nullable BigDecimal supervisionRate, long tasksOverdue, long visits, Problems problems) {

    /** Nothing yet. */
    static final Figures NONE = new Figures(0, 0, null, 0, 0, 0, null, 0, 0, new Problems(0, 0, 0, 0, 0, 0, 0, null));

    /**
     * Problems opened in the period and not cancelled.
     *
     * @param found        open + closed + referred (发现)
     * @param open         being put right (未闭环)
     * @param overdue      of the open ones past their due date (超期)
     * @param serious      of the overdue ones serious or critical (严重超期)
     * @param escalated    of the open ones escalated (督办)
     * @param closed       struck off (已销号)
     * @param referred     with enforcement, without a result yet (已移送)
     * @param closureRate  F11 闭环率: closed / found
     */
    public record Problems(long found, long open, long overdue, long serious, long escalated, long closed, long referred,
                           @Nullable BigDecimal closureRate) {}

    static @Nullable BigDecimal rate(long numerator, long denominator) {
        return denominator == 0 ? null : BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), 4, RoundingMode.FLOOR);
    }
}
