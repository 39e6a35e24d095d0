package io.liangze.subject;

import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Values;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which subjects a list shows; a list of values means any of them, an empty one all.
 *
 * @param region  12-digit code; the whole subtree
 * @param active  ACTIVE, or SEASONAL in season; or those that are not
 * @param covered with an official behind them, or without
 * @param q       part of the name, or the exact credit code or licence
 */
public record SubjectFilter(@Nullable String region, @Nullable List<Grade> grade, @Nullable List<Kind> kind,
                            @Nullable List<Family> family, @Nullable List<SubjectStatus> status, @Nullable Boolean active,
                            @Nullable Boolean covered, @Nullable String q, @Nullable List<SubjectFlag> flag) {

    public static final SubjectFilter ALL = new SubjectFilter(null, null, null, null, null, null, null, null, null);

    public SubjectFilter {
        grade = Values.named(grade);
        kind = Values.named(kind);
        family = Values.named(family);
        status = Values.named(status);
        flag = Values.named(flag);
        q = q == null || q.isBlank() ? null : q.strip();
        region = region == null || region.isBlank() ? null : region;
    }

    @Override public List<Grade> grade() { return Objects.requireNonNull(grade); }
    @Override public List<Kind> kind() { return Objects.requireNonNull(kind); }
    @Override public List<Family> family() { return Objects.requireNonNull(family); }
    @Override public List<SubjectStatus> status() { return Objects.requireNonNull(status); }
    @Override public List<SubjectFlag> flag() { return Objects.requireNonNull(flag); }

    public SubjectFilter withGrade(List<Grade> other) {
        return new SubjectFilter(region, other, kind, family, status, active, covered, q, flag);
    }

    public SubjectFilter withFlag(List<SubjectFlag> other) {
        return new SubjectFilter(region, grade, kind, family, status, active, covered, q, other);
    }

    SubjectFilter withQ(String other) {
        return new SubjectFilter(region, grade, kind, family, status, active, covered, other, flag);
    }

    SubjectFilter withStatus(List<SubjectStatus> other) {
        return new SubjectFilter(region, grade, kind, family, other, active, covered, q, flag);
    }

    /** As the query of an address; empty for no condition. */
    public String query() {
        var parts = new ArrayList<String>();
        add(parts, "region", region);
        grade().forEach(g -> add(parts, "grade", g));
        kind().forEach(k -> add(parts, "kind", k));
        family().forEach(f -> add(parts, "family", f));
        status().forEach(s -> add(parts, "status", s));
        add(parts, "active", active);
        add(parts, "covered", covered);
        add(parts, "q", q);
        flag().forEach(f -> add(parts, "flag", f));
        return String.join("&", parts);
    }

    private static void add(List<String> parts, String name, @Nullable Object value) {
        if (value != null) parts.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }
}
