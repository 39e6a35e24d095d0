package io.liangze.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One act with what belongs to it. Texts have at most 2,000 characters, names and numbers 200. */
public sealed interface Step {

    /** What it does. */
    @JsonIgnore
    Act act();

    /** What stands in the history. */
    @JsonIgnore
    @Nullable String words();

    /** Evidence that it brings; uploaded before by the same account. */
    default List<UUID> evidence() {
        return List.of();
    }

    /** 整改. @param evidence proof, at least one */
    record Rectify(@Nullable String text, List<UUID> evidence) implements Step {
        public Rectify { evidence = orNone(evidence); }
        @Override public Act act() { return Act.RECTIFY; }
        @Override public @Nullable String words() { return text; }
    }

    /** 复核通过，销号. */
    record Accept(@Nullable String text, List<UUID> evidence) implements Step {
        public Accept { evidence = orNone(evidence); }
        @Override public Act act() { return Act.ACCEPT; }
        @Override public @Nullable String words() { return text; }
    }

    /** 退回. @param due after today; left out = the later of old deadline and today, and some working days */
    record Return(@Nullable String text, @Nullable LocalDate due) implements Step {
        @Override public Act act() { return Act.RETURN; }
        @Override public @Nullable String words() { return text; }
    }

    /** 延期, once. @param due after the old deadline and after today */
    record Extend(@Nullable LocalDate due, @Nullable String reason) implements Step {
        @Override public Act act() { return Act.EXTEND; }
        @Override public @Nullable String words() { return reason; }
    }

    /** 升级督办. */
    record Escalate(@Nullable String reason) implements Step {
        @Override public Act act() { return Act.ESCALATE; }
        @Override public @Nullable String words() { return reason; }
    }

    /** 移送执法. @param to the authority */
    record Refer(@Nullable String to, @Nullable String reason) implements Step {
        @Override public Act act() { return Act.REFER; }
        @Override public @Nullable String words() { return reason; }
    }

    /** 签收移送. */
    record SignFor() implements Step {
        @Override public Act act() { return Act.SIGN_FOR; }
        @Override public @Nullable String words() { return null; }
    }

    /** 登记处理结果. @param number of the decision; for a referral that is not accepted the text says why */
    record Conclude(@Nullable EnforcementResult result, @Nullable String number, @Nullable String text) implements Step {
        @Override public Act act() { return result == null ? Act.ENFORCEMENT_RESULT : result.act(); }
        @Override public @Nullable String words() { return text; }
    }

    /** 撤销. @param twin the problem that it doubles */
    record Cancel(@Nullable String reason, @Nullable UUID twin) implements Step {
        @Override public Act act() { return Act.CANCEL; }
        @Override public @Nullable String words() { return reason; }
    }

    /** 留言. */
    record Remark(@Nullable String text, List<UUID> evidence) implements Step {
        public Remark { evidence = orNone(evidence); }
        @Override public Act act() { return Act.REMARK; }
        @Override public @Nullable String words() { return text; }
    }

    private static List<UUID> orNone(@Nullable List<UUID> evidence) {
        return evidence == null ? List.of() : List.copyOf(evidence);
    }
}
