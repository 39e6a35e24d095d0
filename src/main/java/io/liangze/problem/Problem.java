package io.liangze.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Named;
import io.liangze.shared.Place;
import io.liangze.shared.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be put right (问题), from whatever source.
 *
 * @param item     of the checklist, where it came from one
 * @param openedBy account; null for the product itself
 * @param owner    who puts it right: the subject's principal (负责人)
 * @param official who answers for the subject now
 * @param repeatOf the closed problem of which it is the return
 */
public record Problem(UUID id, Subject subject, ProblemSource source, @Nullable String item, Severity severity, String text,
                      LocalDate openedOn, Instant openedAt, @JsonIgnore @Nullable UUID openedBy,
                      @Nullable String owner, @Nullable Named official, @Nullable UUID visit, @Nullable UUID repeatOf,
                      @JsonUnwrapped Progress progress) {

    private static final int TITLE = 40;

    /** The business, as the problem was told of it. */
    public record Subject(UUID id, String name, String kind, Family family, @Nullable Grade grade, Place region) {}

    public ProblemState state() {
        return progress.state();
    }

    public LocalDate due() {
        return progress.due();
    }

    /** Past its deadline and not put right (超期): computed, never stored. */
    public boolean isOverdue(LocalDate today) {
        return state().isUnsettled() && due().isBefore(today);
    }

    /** The beginning of its text, as lists and headings call it. */
    @JsonIgnore
    public String title() {
        int points = text.codePointCount(0, text.length());
        return points <= TITLE ? text : text.substring(0, text.offsetByCodePoints(0, TITLE)) + "…";
    }

    @JsonIgnore
    public boolean isGrave() {
        return severity.compareTo(Severity.SERIOUS) >= 0;
    }

    @JsonIgnore
    public String county() {
        return subject.region().code().substring(0, 6);
    }

    /** Told anew of its subject, which keeps its county. */
    Problem with(About about, Place region) {
        return new Problem(id, new Subject(about.subject(), about.subjectName(), about.kind(), about.family(), about.grade(), region),
            source, item, severity, text, openedOn, openedAt, openedBy, about.principal(),
            named(about.official(), about.officialName()), visit, repeatOf, progress);
    }

    /** Answered for by somebody else, or by nobody. */
    Problem answeredBy(@Nullable UUID other, @Nullable String name) {
        return new Problem(id, subject, source, item, severity, text, openedOn, openedAt, openedBy, owner, named(other, name),
            visit, repeatOf, progress);
    }

    static @Nullable Named named(@Nullable UUID id, @Nullable String name) {
        return id == null ? null : new Named(id, name == null ? "" : name);
    }

    Problem with(Progress next) {
        return new Problem(id, subject, source, item, severity, text, openedOn, openedAt, openedBy, owner, official, visit,
            repeatOf, next);
    }
}
