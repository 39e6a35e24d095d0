package io.liangze.supervision;

import io.liangze.shared.Grade;
import io.liangze.shared.RuleFiles;
import io.liangze.shared.Rules;
import io.liangze.subject.Kind;
import io.liangze.subject.RiskLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How often and how subjects are supervised (督导频次), by {@code rules/frequency-<date>.yaml}. */
@Component
public class Frequency {

    /** The first visit to a new subject (首次督导): due so many days after the assignment, whatever the period. */
    public record FirstVisit(int days, List<Mode> modes) {
        public LocalDate due(LocalDate assigned) {
            return assigned.plusDays(days);
        }
    }

    private final Rules<FrequencyTable> tables;

    Frequency(RuleFiles files) {
        tables = files.read("frequency", FrequencyTable.File.class, FrequencyTable::new);
    }

    /**
     * The plan of a subject under the version in force on {@code day}.
     *
     * @param place 12 digits; the most exact row for it counts
     * @param flags of the subject; {@code LOW_RISK} opens REMOTE where the file says so
     * @return empty for kinds that have no regular task (农村集体聚餐: one for each event)
     */
    public Optional<Plan> plan(Grade grade, String place, Kind kind, @Nullable RiskLevel risk, Set<String> flags, LocalDate day) {
        return tables.inForce(day).content().plan(grade, place, kind, risk, flags);
    }

    public FirstVisit firstVisit(LocalDate day) {
        return tables.inForce(day).content().first();
    }
}
