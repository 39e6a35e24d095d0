package io.liangze.supervision;

/** Ready words of advice (建议), tapped instead of typed. */
public enum Advice {
    /** 勤查冰箱，生熟分层 */ FRIDGE,
    /** 票据当天归档 */ INVOICES,
    /** 及时清理卫生死角 */ CLEANING,
    /** 每天晨检并记录 */ MORNING_CHECK,
    /** 临期食品单独放 */ NEAR_EXPIRY,
    /** 组织一次员工培训 */ TRAINING
}
