package io.liangze.subject;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Named;
import io.liangze.shared.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A food business under assignment (包保主体): one licence is one subject.
 *
 * @param phone     as the reader may see it: in clear, or 138****1234
 * @param grade     null unless ACTIVE or SEASONAL
 * @param gradeNext a lower grade that waits for the next period
 * @param flags     {@link SubjectFlag}s
 * @param official  who answers for it now
 * @param movedFrom closed in another county, opened here
 * @param openedBy  who, or what, brought it in
 * @param revision  counts its changes, from 1
 */
public record Subject(
    UUID id, Place region, @JsonUnwrapped Particulars particulars, @Nullable String phone,
    @Nullable Grade grade, @Nullable GradeReason gradeReason, GradeReason.@Nullable Next gradeNext, List<SubjectFlag> flags,
    @Nullable Named official, @Nullable UUID movedFrom, @Nullable String closedReason, @Nullable LocalDate closedOn,
    String openedBy, Instant createdAt, Instant updatedAt, int revision) {

    public String name() { return particulars.name(); }
    public Kind kind() { return particulars.kind(); }
    public Family family() { return particulars.kind().family(); }
    public SubjectStatus status() { return particulars.status(); }
    public String county() { return particulars.county(); }

    /** Whether it needs a grade, an official and visits on that day. */
    public boolean isActive(LocalDate day) {
        return status().isActive(particulars.seasonMonths(), day);
    }

    @JsonIgnore
    public boolean isClosed() {
        return status().isFinal();
    }

    Subject shown(@Nullable String inClearOrMasked, List<SubjectFlag> marks) {
        return new Subject(id, region, particulars, inClearOrMasked, grade, gradeReason, gradeNext, marks, official, movedFrom,
            closedReason, closedOn, openedBy, createdAt, updatedAt, revision);
    }
}
