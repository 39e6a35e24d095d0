package io.liangze.problem;

import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a problem has come.
 *
 * @param due          last day to put it right
 * @param returns      how often a rectification was sent back
 * @param extended     the one extension is used
 * @param escalated    ever: from then on only an office above accepts
 * @param rectifiedBy  account of the last rectification
 * @param rectifiedAs  the role in which it was done
 * @param referredTo   the authority that it was handed to
 * @param twin         cancelled as a duplicate of it
 */
public record Progress(ProblemState state, LocalDate due, int returns, boolean extended, boolean escalated,
                       @Nullable UUID rectifiedBy, @Nullable Role rectifiedAs,
                       @Nullable String referredTo, @Nullable Instant signedForAt,
                       @Nullable EnforcementResult result, @Nullable String resultNumber,
                       @Nullable Instant closedAt, @Nullable LocalDate closedOn, @Nullable UUID twin) {

    static Progress begin(LocalDate due) {
        return new Progress(ProblemState.OPEN, due, 0, false, false, null, null, null, null, null, null, null, null, null);
    }

    /** What may be asked for now, whoever asks: what the state allows, once where it is allowed once. */
    public Set<Act> allowed() {
        var allowed = EnumSet.copyOf(state.allowed());
        if (extended) allowed.remove(Act.EXTEND);
        if (signedForAt != null) allowed.remove(Act.SIGN_FOR);
        return allowed;
    }

    /** @throws Refusal {@code problem.not-now} 409 with {@code allowed} */
    ProblemState after(Act act) {
        boolean spent = act == Act.EXTEND && extended || act == Act.SIGN_FOR && signedForAt != null;
        return state.after(act).filter(_ -> !spent)
            .orElseThrow(() -> Refusal.conflict("problem.not-now").with("allowed", allowed()));
    }

    Progress fixedOnSite(@Nullable UUID by, @Nullable Role as) {
        return rectified(Act.FIX_ON_SITE, by, as);
    }

    Progress rectified(@Nullable UUID by, @Nullable Role as) {
        return rectified(Act.RECTIFY, by, as);
    }

    private Progress rectified(Act act, @Nullable UUID by, @Nullable Role as) {
        return new Progress(after(act), due, returns, extended, escalated, by, as, null, null, null, null, null, null, null);
    }

    Progress accepted(Instant at, LocalDate on) {
        return new Progress(after(Act.ACCEPT), due, returns, extended, escalated, rectifiedBy, rectifiedAs,
            null, null, null, null, at, on, null);
    }

    Progress returned(LocalDate newDue) {
        return new Progress(after(Act.RETURN), newDue, returns + 1, extended, escalated, rectifiedBy, rectifiedAs,
            null, null, null, null, null, null, null);
    }

    Progress extended(LocalDate newDue) {
        return new Progress(after(Act.EXTEND), newDue, returns, true, escalated, rectifiedBy, rectifiedAs,
            null, null, null, null, null, null, null);
    }

    Progress raised() {
        return new Progress(after(Act.ESCALATE), due, returns, extended, true, rectifiedBy, rectifiedAs,
            null, null, null, null, null, null, null);
    }

    Progress referred(String to) {
        return new Progress(after(Act.REFER), due, returns, extended, escalated, rectifiedBy, rectifiedAs,
            to, null, null, null, null, null, null);
    }

    Progress signedFor(Instant at) {
        return new Progress(after(Act.SIGN_FOR), due, returns, extended, escalated, rectifiedBy, rectifiedAs,
            referredTo, at, null, null, null, null, null);
    }

    Progress concluded(EnforcementResult with, String number, Instant at, LocalDate on) {
        return new Progress(after(Act.ENFORCEMENT_RESULT), due, returns, extended, escalated, rectifiedBy, rectifiedAs,
            referredTo, signedForAt, with, number, at, on, null);
    }

    Progress handedBack(LocalDate newDue) {
        return new Progress(after(Act.NOT_ACCEPTED), newDue, returns, extended, escalated, rectifiedBy, rectifiedAs,
            null, null, EnforcementResult.NOT_ACCEPTED, null, null, null, null);
    }

    Progress cancelled(@Nullable UUID twinOf) {
        return new Progress(after(Act.CANCEL), due, returns, extended, escalated, rectifiedBy, rectifiedAs,
            null, null, null, null, null, null, twinOf);
    }
}
