package io.liangze.shared;

import java.util.EnumSet;
import java.util.Set;

/** What an account may be (角色); each is held at a place, at one subject, or everywhere. */
public enum Role {
    /** 系统管理员 */ SYSTEM_ADMIN,
    /** 安全管理员 */ SECURITY_ADMIN,
    /** 审计管理员 */ AUDITOR,
    /** 食安办 */ OFFICE,
    /** 领导 */ LEADER,
    /** 包保干部 */ OFFICIAL,
    /** 监管人员 */ REGULATOR,
    /** 督查组 */ INSPECTOR,
    /** 企业 */ BUSINESS,
    /** 资讯编辑 */ EDITOR,
    /** The product itself: jobs and listeners. Never granted to an account. */ SYSTEM;

    /** Roles that see subjects, officials, tasks, visits and problems of their places. */
    public static final Set<Role> READERS =
        EnumSet.of(SYSTEM_ADMIN, OFFICE, LEADER, OFFICIAL, REGULATOR, INSPECTOR, BUSINESS);

    /** Roles that see the figures of their places. */
    public static final Set<Role> FIGURE_READERS =
        EnumSet.of(SYSTEM_ADMIN, OFFICE, LEADER, OFFICIAL, REGULATOR, INSPECTOR, AUDITOR);

    /** Roles that keep places, subjects, officials and assignments. */
    public static final Set<Role> KEEPERS = EnumSet.of(SYSTEM_ADMIN, OFFICE);

    /** The three administrators (三员): no account holds two of them. */
    public static final Set<Role> ADMINISTRATORS = EnumSet.of(SYSTEM_ADMIN, SECURITY_ADMIN, AUDITOR);
}
