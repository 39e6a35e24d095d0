package io.liangze.supervision;

import java.time.LocalDate;

/** Where a task stands; only DONE and CANCELLED are stored, the rest follows from the day. */
public enum TaskStatus {
    /** 待督导: open, due today or later */ DUE,
    /** 逾期: open, the due date has passed */ OVERDUE,
    /** 漏督导: open, more than three days past it */ MISSED,
    /** 已完成 */ DONE,
    /** 已取消 */ CANCELLED;

    /** Days after the due date until an open task is missed. */
    static final int GRACE_DAYS = 3;

    static TaskStatus ofOpen(LocalDate due, LocalDate today) {
        if (!today.isAfter(due)) return DUE;
        return today.isAfter(due.plusDays(GRACE_DAYS)) ? MISSED : OVERDUE;
    }

    public boolean isOpen() {
        return this == DUE || this == OVERDUE || this == MISSED;
    }
}
