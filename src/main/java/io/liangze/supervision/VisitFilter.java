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
public record VisitFilter(@Nullable String region, List<Period> period, List<UUID> official, List<UUID> subject,
                          List<Mode> mode, List<Conclusion> conclusion, @Nullable List<Grade> grade,
                          @Nullable List<Family> family, @Nullable Boolean voided) {

    public VisitFilter {
        period = Values.named(period);
        official = Values.named(official);
        subject = Values.named(subject);
        mode = Values.named(mode);
        conclusion = Values.named(conclusion);
        grade = Values.named(grade);
        family = Values.named(family);
    }

    public static VisitFilter ofSubject(UUID subject) {
        return new VisitFilter(null, List.of(), List.of(), List.of(subject), List.of(), List.of(), null, null, null);
    }

    /** Of that period, unless it asks for one itself or for one subject or official: what a page shows first. */
    public VisitFilter in(Period usual) {
        if (!period.isEmpty() || !subject.isEmpty() || !official.isEmpty()) return this;
        return new VisitFilter(region, List.of(usual), official, subject, mode, conclusion, grade, family, voided);
    }

    /** The period, if it asks for a single one. */
    public @Nullable Period onePeriod() {
        return period.size() == 1 ? period.getFirst() : null;
    }

    /** The one chosen value of a list, for a form that offers one. */
    public static @Nullable String one(@Nullable List<? extends Enum<?>> values) {
        return TaskFilter.one(values);
    }

    /** For links of lists. */
    public String query() {
        return Stream.of(each("region", region == null || region.isEmpty() ? List.of() : List.of(region)), each("period", period),
                each("official", official), each("subject", subject), each("mode", mode), each("conclusion", conclusion),
                each("voided", voided == null ? List.of() : List.of(voided)), each("grade", grade), each("family", family))
            .flatMap(pairs -> pairs).collect(Collectors.joining("&"));
    }

    private static Stream<String> each(String name, @Nullable List<?> values) {
        return values == null ? Stream.empty() : values.stream().map(value -> name + "=" + value);
    }
}
