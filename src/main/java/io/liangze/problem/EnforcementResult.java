package io.liangze.problem;

/** What became of a referral (移送结果). */
public enum EnforcementResult {
    /** 行政处罚 */ PENALTY,
    /** 不予立案 */ NO_CASE,
    /** 移送公安 */ POLICE,
    /** 不予受理 */ NOT_ACCEPTED;

    /** All close the problem but the last, which hands it back. */
    Act act() {
        return this == NOT_ACCEPTED ? Act.NOT_ACCEPTED : Act.ENFORCEMENT_RESULT;
    }
}
