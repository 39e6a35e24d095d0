package io.liangze.problem;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What is done with a problem (办理动作). */
public enum Act {
    /** 发现: how each begins, and never again. */ OPEN,
    /** 当场整改: by the business before the official's eyes. */ FIX_ON_SITE,
    /** 整改 */ RECTIFY,
    /** 复核通过 */ ACCEPT,
    /** 退回 */ RETURN,
    /** 延期 */ EXTEND,
    /** 升级督办 */ ESCALATE,
    /** 移送 */ REFER,
    /** 签收 */ SIGN_FOR,
    /** 处理结果 */ ENFORCEMENT_RESULT,
    /** 不予受理: a result that hands the problem back. */ NOT_ACCEPTED,
    /** 撤销: none, or a duplicate. */ CANCEL,
    /** 留言 */ REMARK;

    /** Those that a person asks for under their own name; the others come with these. */
    public static final Set<Act> CALLS = EnumSet.complementOf(EnumSet.of(OPEN, FIX_ON_SITE, NOT_ACCEPTED));

    /** As paths write it: {@code sign-for}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
