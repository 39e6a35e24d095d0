package io.liangze.supervision;

/** Ready reasons why nobody signed. */
public enum Declined {
    /** 负责人不在场 */ ABSENT,
    /** 看过结果，不愿签字 */ UNWILLING,
    /** 非现场督导，未当面签字 */ REMOTE
}
