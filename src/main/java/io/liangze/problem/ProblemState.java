package io.liangze.problem;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a problem stands; moves only along {@link #after}. */
public enum ProblemState {
    /** 待整改 */ OPEN,
    /** 待复核 */ RECTIFIED,
    /** 升级督办 */ ESCALATED,
    /** 已移送 */ REFERRED,
    /** 已销号 */ CLOSED,
    /** 已撤销 */ CANCELLED;

    /** 未闭环: still to be put right or looked at. */
    public static final Set<ProblemState> UNSETTLED = EnumSet.of(OPEN, RECTIFIED, ESCALATED);

    /** Nothing moves it any more; remarks are still heard. */
    public boolean isFinal() {
        return this == CLOSED || this == CANCELLED;
    }

    /** Whether its deadline counts. */
    public boolean isUnsettled() {
        return UNSETTLED.contains(this);
    }

    /** The state after {@code act}; empty where the act is not possible now. */
    public Optional<ProblemState> after(Act act) {
        return Optional.ofNullable(next(act));
    }

    /** What may be asked for now, whoever asks. */
    public Set<Act> allowed() {
        var allowed = EnumSet.copyOf(Act.CALLS);
        allowed.removeIf(act -> next(act) == null);
        return allowed;
    }

    private @Nullable ProblemState next(Act act) {
        return switch (this) {
            case OPEN -> switch (act) {
                case RECTIFY, FIX_ON_SITE -> RECTIFIED;
                case ESCALATE -> ESCALATED;
                case REFER -> REFERRED;
                case CANCEL -> CANCELLED;
                case EXTEND, REMARK -> OPEN;
                case OPEN, ACCEPT, RETURN, SIGN_FOR, ENFORCEMENT_RESULT, NOT_ACCEPTED -> null;
            };
            case RECTIFIED -> switch (act) {
                case ACCEPT -> CLOSED;
                case RETURN -> OPEN;
                case REFER -> REFERRED;
                case REMARK -> RECTIFIED;
                case OPEN, FIX_ON_SITE, RECTIFY, EXTEND, ESCALATE, SIGN_FOR, ENFORCEMENT_RESULT, NOT_ACCEPTED, CANCEL -> null;
            };
            case ESCALATED -> switch (act) {
                case RECTIFY -> RECTIFIED;
                case REFER -> REFERRED;
                case REMARK -> ESCALATED;
                case OPEN, FIX_ON_SITE, ACCEPT, RETURN, EXTEND, ESCALATE, SIGN_FOR, ENFORCEMENT_RESULT, NOT_ACCEPTED, CANCEL -> null;
            };
            case REFERRED -> switch (act) {
                case ENFORCEMENT_RESULT -> CLOSED;
                case NOT_ACCEPTED -> OPEN;
                case SIGN_FOR, REMARK -> REFERRED;
                case OPEN, FIX_ON_SITE, RECTIFY, ACCEPT, RETURN, EXTEND, ESCALATE, REFER, CANCEL -> null;
            };
            case CLOSED, CANCELLED -> switch (act) {
                case REMARK -> this;
                case OPEN, FIX_ON_SITE, RECTIFY, ACCEPT, RETURN, EXTEND, ESCALATE, REFER, SIGN_FOR, ENFORCEMENT_RESULT,
                     NOT_ACCEPTED, CANCEL -> null;
            };
        };
    }
}
