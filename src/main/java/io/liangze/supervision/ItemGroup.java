package io.liangze.supervision;

/** The four groups of tasks of the national paper, which order a checklist. */
public enum ItemGroup {
    /** 完善食品安全管理体系 */ SYSTEM,
    /** 抓好常态化防控 */ PREVENTION,
    /** 强化应急处置 */ EMERGENCY,
    /** 加强宣传和培训 */ PUBLICITY
}
