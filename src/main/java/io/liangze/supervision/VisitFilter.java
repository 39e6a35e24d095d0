package io.liangze.supervision;

import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Period;
import io.liangze.shared.Values;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which visits: all given conditions together.
 *
 * @param period they ended in it
 * @param voided false leaves out those that were declared void
 */
public record VisitFilter(@Nullable String region, @Nullable Period period, @Nullable UUID official, @Nullable UUID subject,
                          @Nullable Mode mode, @Nullable Conclusion conclusion, @Nullable List<Grade> grade,
                          @Nullable List<Family> family, @Nullable Boolean voided) {

    public VisitFilter {
        grade = Values.named(grade);
        family = Values.named(family);
    }

    public static VisitFilter ofSubject(UUID subject) {
        return new VisitFilter(null, null, null, subject, null, null, null, null, null);
    }

    /** Of that period, unless it asks for one itself or for one subject or official: what a page shows first. */
    public VisitFilter in(Period usual) {
        if (period != null || subject != null || official != null) return this;
        return new VisitFilter(region, usual, official, subject, mode, conclusion, grade, family, voided);
    }

    /** The one chosen value of a list, for a form that offers one. */
    public static @Nullable String one(@Nullable List<? extends Enum<?>> values) {
        return TaskFilter.one(values);
    }

    /** For links of lists. */
    public String query() {
        var grades = grade == null ? Stream.<String>empty() : grade.stream().map(g -> "grade=" + g);
        var families = family == null ? Stream.<String>empty() : family.stream().map(f -> "family=" + f);
        return Stream.of(Stream.of(pair("region", region), pair("period", period), pair("official", official), pair("subject", subject),
                pair("mode", mode), pair("conclusion", conclusion), pair("voided", voided)), grades, families)
            .flatMap(s -> s).filter(s -> !s.isEmpty()).collect(Collectors.joining("&"));
    }

    private static String pair(String name, @Nullable Object value) {
        return value == null || value.toString().isEmpty() ? "" : name + "=" + value;
    }
}
