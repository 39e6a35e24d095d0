package io.liangze.assignment;

import io.liangze.shared.Grade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 包保覆盖率 (F01) of a place, now.
 *
 * @param rate covered / active, 0 to 1 with 4 places, floored; null without active subjects
 */
public record Coverage(String region, String name, String level, long active, long covered, @Nullable BigDecimal rate,
                       Map<Grade, ByGrade> byGrade, List<Coverage> children) {

    public record ByGrade(long active, long covered) {}

    static @Nullable BigDecimal rate(long covered, long active) {
        return active == 0 ? null : BigDecimal.valueOf(covered).divide(BigDecimal.valueOf(active), 4, RoundingMode.FLOOR);
    }
}
