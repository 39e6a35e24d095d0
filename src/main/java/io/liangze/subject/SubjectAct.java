package io.liangze.subject;

/** What was done to a subject, as its history tells. */
public enum SubjectAct {
    /** 登记 */ OPENED,
    /** 修改 */ CHANGED,
    /** 状态变更 */ STATUS,
    /** 重新分级 */ GRADED,
    /** 申请调整分级 */ OVERRIDE_ASKED,
    /** 批准调整分级 */ OVERRIDE_APPROVED,
    /** 不批准调整分级 */ OVERRIDE_REFUSED,
    /** 注销 */ CLOSED,
    /** 迁出 */ MOVED
}
