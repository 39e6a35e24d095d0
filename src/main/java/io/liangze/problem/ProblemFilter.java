package io.liangze.problem;

import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Period;
import io.liangze.shared.Severity;
import io.liangze.shared.Values;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which problems a list shows; what is left out does not narrow it, several values of one are alternatives.
 *
 * @param region  the whole subtree; null = the account's own place
 * @param period  opened in it
 * @param overdue only those past their deadline and not put right
 * @param mine    only those of the account's subjects, or that it answers for, or that it opened
 * @param q       part of the subject's name
 */
public record ProblemFilter(@Nullable String region, List<Period> period, List<ProblemState> state, List<Severity> severity,
                            List<ProblemSource> source, List<UUID> subject, List<UUID> official, List<Grade> grade,
                            List<Family> family, List<String> kind, Boolean overdue, Boolean mine, @Nullable String q) {

    public ProblemFilter {
        region = blankToNull(region);
        period = Values.named(period);
        state = Values.named(state);
        severity = Values.named(severity);
        source = Values.named(source);
        subject = Values.named(subject);
        official = Values.named(official);
        grade = Values.named(grade);
        family = Values.named(family);
        kind = Values.named(kind);
        overdue = Boolean.TRUE.equals(overdue);
        mine = Boolean.TRUE.equals(mine);
        q = blankToNull(q);
    }

    /** All of them. */
    public static ProblemFilter all() {
        return new ProblemFilter(null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), false, false, null);
    }

    /** All of one subject. */
    public static ProblemFilter of(UUID subject) {
        return new ProblemFilter(null, List.of(), List.of(), List.of(), List.of(), List.of(subject), List.of(), List.of(), List.of(),
            List.of(), false, false, null);
    }

    /** Opened in that period and no other. */
    public ProblemFilter openedIn(Period only) {
        return new ProblemFilter(region, List.of(only), state, severity, source, subject, official, grade, family, kind, overdue,
            mine, q);
    }

    /** With other states, and overdue or not: how the views of the list differ. */
    public ProblemFilter showing(Collection<ProblemState> states, boolean onlyOverdue) {
        return new ProblemFilter(region, period, List.copyOf(states), severity, source, subject, official, grade, family, kind,
            onlyOverdue, mine, q);
    }

    /** Whether nothing narrows it. */
    public boolean isOpen() {
        return equals(all());
    }

    /** As a query string, without {@code ?}. */
    public String query() {
        var query = new StringJoiner("&");
        add(query, "region", region == null ? List.of() : List.of(region));
        add(query, "period", period);
        add(query, "state", state);
        add(query, "severity", severity);
        add(query, "source", source);
        add(query, "subject", subject);
        add(query, "official", official);
        add(query, "grade", grade);
        add(query, "family", family);
        add(query, "kind", kind);
        if (overdue) query.add("overdue=true");
        if (mine) query.add("mine=true");
        add(query, "q", q == null ? List.of() : List.of(q));
        return query.toString();
    }

    private static void add(StringJoiner query, String name, Collection<?> values) {
        for (var value : values) query.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
