package io.liangze.subject;

import io.liangze.shared.Grade;
import io.liangze.region.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grade by hand that an office asks for (申请调整分级), and what the office above said.
 *
 * @param until      last day
 * @param askedLevel level of the office that asked; an office above it decides
 */
public record GradeOverride(UUID id, UUID subject, Grade grade, String reason, LocalDate until, String askedBy, Instant askedAt,
                            Level askedLevel, State state, @Nullable String decidedBy, @Nullable Instant decidedAt) {

    /** What has become of it. */
    public enum State { /** 待批准 */ WAITING, /** 已批准 */ APPROVED, /** 未批准 */ REFUSED }
}
