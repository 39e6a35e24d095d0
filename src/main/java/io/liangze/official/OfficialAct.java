package io.liangze.official;

/** What becomes of an official. */
public enum OfficialAct {
    /** 任职 */ TOOK_POST,
    /** 变更 */ CHANGED,
    /** 调动 */ TRANSFERRED,
    /** 离任 */ LEFT
}
