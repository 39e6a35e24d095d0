package io.liangze.supervision;

/** Why a task was made. */
public enum TaskSort {
    /** 定期督导 */ REGULAR,
    /** 首次督导: of a subject that came while the period ran */ FIRST,
    /** 专项督导: of a campaign */ EXTRA,
    /** 状态核查: of a subject that could not be found */ CHECK
}
