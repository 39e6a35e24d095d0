package io.liangze.problem;

import io.liangze.shared.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a problem was found (来源), and who opens one from there by hand. */
public enum ProblemSource {
    /** 包保督导 */ VISIT(null),
    /** 企业自查 */ SELF(Role.BUSINESS),
    /** 督查 */ OVERSIGHT(Role.INSPECTOR),
    /** 监督检查 */ INSPECTION(Role.REGULATOR),
    /** 抽检 */ SAMPLING(Role.REGULATOR),
    /** 投诉举报 */ COMPLAINT(Role.OFFICE),
    /** 资讯线索 */ NEWS(Role.OFFICE),
    /** 评议考核 */ EVALUATION(Role.OFFICE),
    /** 网格移交 */ HANDOVER(Role.OFFICE);

    /** Roles that open any by hand. */
    public static final Set<Role> OPENERS = EnumSet.of(Role.BUSINESS, Role.INSPECTOR, Role.REGULATOR, Role.OFFICE);

    private final @Nullable Role opener;

    ProblemSource(@Nullable Role opener) {
        this.opener = opener;
    }

    /** Who opens one by hand; empty for those that only a visit opens. */
    public Optional<Role> opener() {
        return Optional.ofNullable(opener);
    }
}
