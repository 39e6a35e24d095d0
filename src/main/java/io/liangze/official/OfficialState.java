package io.liangze.official;

/** Whether a person answers for anything now. */
public enum OfficialState {
    /** 在岗 */ IN_POST,
    /** 离任 */ LEFT
}
