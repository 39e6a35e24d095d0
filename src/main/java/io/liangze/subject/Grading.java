package io.liangze.subject;

import io.liangze.shared.RuleFiles;
import io.liangze.shared.Rules;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Grades subjects (包保分级) by {@code rules/grading-<date>.yaml}.
 *
 * <p>A missing figure makes a condition false. The result is called incomplete only where the figure could have led to
 * another grade: the kind and all that is known leave a row open that stands above the one that fits, gives another grade,
 * and would still do so after the adjustments. A restaurant of 600 m² whose seats are not known is incomplete (more than
 * 1,000 seats would make it A), a supermarket without seats is not. Adjustments never make it incomplete: a risk level that
 * nobody has assessed is no missing figure.
 */
@Component
public class Grading {

    private final Rules<GradingTable> tables;

    Grading(RuleFiles files) {
        tables = files.read("grading", GradingTable.File.class, GradingTable::new);
    }

    /**
     * The grade under the table in force on {@code day}; another day shows what another version would say. Only active
     * subjects have a grade ({@link SubjectStatus#isActive}), and an approved override goes before it: both are the
     * caller's part.
     */
    public GradeResult grade(GradingFacts facts, LocalDate day) {
        return tables.inForce(day).content().grade(facts);
    }

    /** The version in force, {@code grading-2023-01-01}. */
    public String version(LocalDate day) {
        return tables.inForce(day).name();
    }

    /** All versions, oldest first. */
    List<Rules.Version<GradingTable>> versions() {
        return tables.oldestFirst();
    }
}
