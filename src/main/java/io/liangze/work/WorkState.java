package io.liangze.work;

/** Where a long action stands. */
public enum WorkState {
    /** 排队中 */ QUEUED,
    /** 进行中 */ RUNNING,
    /** 已完成 */ DONE,
    /** 失败 */ FAILED;

    public boolean isOver() {
        return this == DONE || this == FAILED;
    }
}
