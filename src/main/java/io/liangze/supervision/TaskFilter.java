package io.liangze.supervision;

import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Period;
import io.liangze.shared.Scope;
import io.liangze.shared.Values;
import io.liangze.subject.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks: all given conditions together; of a list any.
 *
 * @param period counts the tasks of sort REGULAR and FIRST whose own period's last day lies in it
 * @param mine   of the official whom the account belongs to
 * @param q      part of the subject's name
 */
public record TaskFilter(List<Period> period, @Nullable String region, @Nullable List<TaskStatus> status,
                         @Nullable List<Grade> grade, @Nullable List<Kind> kind, @Nullable List<Family> family,
                         List<UUID> official, List<UUID> subject, @Nullable Boolean late, @Nullable Boolean voided,
                         @Nullable Boolean mine, @Nullable String q) {

    public TaskFilter {
        period = Values.named(period);
        status = Values.named(status);
        grade = Values.named(grade);
        kind = Values.named(kind);
        family = Values.named(family);
        official = Values.named(official);
        subject = Values.named(subject);
    }

    private static final UUID NOBODY = new UUID(0, 0);

    public static final TaskFilter ALL = new TaskFilter(List.of(), null, null, null, null, null, List.of(), List.of(), null, null,
        null, null);

    public static TaskFilter of(Period period, TaskStatus... status) {
        return new TaskFilter(List.of(period), null, List.of(status), null, null, null, List.of(), List.of(), null, null, null, null);
    }

    public static TaskFilter mine(Period period) {
        return new TaskFilter(List.of(period), null, null, null, null, null, List.of(), List.of(), null, null, true, null);
    }

    public boolean isMine() {
        return Boolean.TRUE.equals(mine);
    }

    public TaskFilter with(@Nullable TaskStatus one) {
        return new TaskFilter(period, region, one == null ? null : List.of(one), grade, kind, family, official, subject, late, voided, mine, q);
    }

    /** Of that period, unless it asks for one itself or for the tasks of one subject: what a page shows first. */
    public TaskFilter in(Period usual) {
        if (!period.isEmpty() || !subject.isEmpty()) return this;
        return of(usual);
    }

    /** With the official whom the account belongs to in place of "mine", whatever other roles it holds. */
    TaskFilter by(Scope scope) {
        if (!isMine()) return this;
        return new TaskFilter(period, region, status, grade, kind, family, List.of(scope.official().orElse(NOBODY)), subject, late, voided, null, q);
    }

    public TaskFilter of(Period other) {
        return new TaskFilter(List.of(other), region, status, grade, kind, family, official, subject, late, voided, mine, q);
    }

    /** The period, if it asks for a single one. */
    public @Nullable Period onePeriod() {
        return period.size() == 1 ? period.getFirst() : null;
    }

    /** The one chosen value of a list, for a form that offers one. */
    public static @Nullable String one(@Nullable List<? extends Enum<?>> values) {
        return values == null || values.isEmpty() ? null : values.getFirst().name();
    }

    /** For links of lists: {@code period=2026Q4&status=DUE}. */
    public String query() {
        var parts = new ArrayList<String>();
        period.forEach(p -> add(parts, "period", p));
        add(parts, "region", region);
        addAll(parts, "status", status);
        addAll(parts, "grade", grade);
        addAll(parts, "kind", kind);
        addAll(parts, "family", family);
        official.forEach(o -> add(parts, "official", o));
        subject.forEach(s -> add(parts, "subject", s));
        add(parts, "late", late);
        add(parts, "voided", voided);
        add(parts, "mine", mine);
        add(parts, "q", q == null ? null : URLEncoder.encode(q, StandardCharsets.UTF_8));
        return String.join("&", parts);
    }

    private static void add(List<String> parts, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) parts.add(name + "=" + value);
    }

    private static void addAll(List<String> parts, String name, @Nullable List<? extends Enum<?>> values) {
        if (values != null && !values.isEmpty())
            parts.add(values.stream().map(v -> name + "=" + v.name()).collect(Collectors.joining("&")));
    }
}
