package io.liangze.problem;

import io.liangze.region.Level;
import io.liangze.region.Regions;
import io.liangze.shared.Grant;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may do what with a problem (谁能办): by role, place, severity, source and what happened before. */
@Component
class Competence {

    /**
     * What is thought of one act by one account.
     *
     * @param as  the role in which it may; null if it may not
     * @param why the code of the refusal if it may not
     */
    record Verdict(@Nullable Role as, @Nullable String why) {

        static Verdict no(String why) {
            return new Verdict(null, why);
        }

        boolean isYes() {
            return as != null;
        }
    }

    private final Regions regions;

    Competence(Regions regions) {
        this.regions = regions;
    }

    /** Roles that have a part in the act at all. */
    static Set<Role> roles(Act act) {
        return switch (act) {
            case RECTIFY -> EnumSet.of(Role.BUSINESS, Role.OFFICIAL);
            case ACCEPT, RETURN -> EnumSet.of(Role.OFFICIAL, Role.OFFICE, Role.BUSINESS);
            case EXTEND, CANCEL -> EnumSet.of(Role.OFFICE);
            case ESCALATE -> EnumSet.of(Role.OFFICIAL, Role.OFFICE);
            case REFER -> EnumSet.of(Role.OFFICIAL, Role.OFFICE, Role.REGULATOR);
            case SIGN_FOR, ENFORCEMENT_RESULT, NOT_ACCEPTED -> EnumSet.of(Role.REGULATOR);
            case REMARK -> EnumSet.of(Role.BUSINESS, Role.OFFICIAL, Role.OFFICE, Role.REGULATOR, Role.INSPECTOR, Role.LEADER);
            case OPEN -> ProblemSource.OPENERS;
            case FIX_ON_SITE -> EnumSet.of(Role.OFFICIAL);
        };
    }

    /**
     * In which role the account opens a problem of that source by hand; one that nobody can open is left to the check.
     *
     * @throws Refusal {@code problem.source-not-yours} 403
     */
    Role opener(Scope scope, About about, @Nullable ProblemSource source) {
        if (scope.isSystem()) return Role.SYSTEM;
        var role = source == null ? null : source.opener().orElse(null);
        if (role == null) return Role.OFFICE;
        if (!mayOpen(scope, about, source)) throw Refusal.forbidden("problem.source-not-yours");
        return role;
    }

    /** Whether the account may open problems of that source at that subject by hand. */
    boolean mayOpen(Scope scope, About about, ProblemSource source) {
        return source.opener().filter(role -> scope.grants().stream().anyMatch(g -> g.role() == role && (role == Role.BUSINESS
            ? about.subject().equals(g.subject()) : g.ranges().stream().anyMatch(r -> r.holds(about.region()))))).isPresent();
    }

    /** @throws Refusal 403 with the reason */
    Role require(Scope scope, Problem problem, Act act) {
        var verdict = judge(scope, problem, act);
        if (verdict.as == null) throw Refusal.forbidden(verdict.why == null ? "role.insufficient" : verdict.why);
        return verdict.as;
    }

    /** Whether the account may, given that the state allows it. */
    Verdict judge(Scope scope, Problem problem, Act act) {
        if (scope.isSystem()) return new Verdict(Role.SYSTEM, null);
        var asked = new Asked(scope, problem);
        return switch (act) {
            case RECTIFY -> asked.first("problem.not-yours", Role.BUSINESS, Role.OFFICIAL);
            case ACCEPT, RETURN -> recheck(asked);
            case EXTEND, CANCEL -> asked.first("problem.office-only", Role.OFFICE);
            case ESCALATE -> asked.first("problem.official-or-office-only", Role.OFFICIAL, Role.OFFICE);
            case REFER -> asked.first("problem.official-or-office-only", Role.OFFICE, Role.REGULATOR, Role.OFFICIAL);
            case SIGN_FOR, ENFORCEMENT_RESULT, NOT_ACCEPTED -> asked.first("problem.regulator-only", Role.REGULATOR);
            case REMARK -> asked.first("role.insufficient", Role.OFFICE, Role.OFFICIAL, Role.REGULATOR, Role.INSPECTOR,
                Role.BUSINESS, Role.LEADER);
            case OPEN, FIX_ON_SITE -> Verdict.no("role.insufficient");
        };
    }

    /**
     * Never the one who put it right. Once escalated: an office above the level that answers. Serious, critical, of
     * oversight and of all sources but these: an office. A general one of a visit: its official, unless there is none
     * or it was he who put it right for the business, so that nothing stays without an end. A general one that the
     * business found itself: the business.
     */
    private Verdict recheck(Asked asked) {
        var problem = asked.problem;
        if (asked.scope.account() != null && asked.scope.account().equals(problem.progress().rectifiedBy()))
            return Verdict.no("problem.own-rectification");
        if (problem.progress().escalated()) return asked.office(this::isAbove, "problem.upper-office-only");
        if (problem.isGrave()) return asked.first("problem.office-only", Role.OFFICE);
        return switch (problem.source()) {
            case VISIT -> problem.official() == null || problem.progress().rectifiedAs() == Role.OFFICIAL
                ? asked.first("problem.office-only", Role.OFFICE)
                : asked.first("problem.official-only", Role.OFFICIAL);
            case SELF -> asked.first("problem.business-only", Role.BUSINESS);
            case OVERSIGHT, INSPECTION, SAMPLING, COMPLAINT, NEWS, EVALUATION, HANDOVER ->
                asked.first("problem.office-only", Role.OFFICE);
        };
    }

    /** Whether the office stands above the level that answers for the subject. */
    private boolean isAbove(Grant office, Problem problem) {
        return office.region() == null || level(office.region()).compareTo(answering(problem.subject())) < 0;
    }

    /** A zone stands where a county does. */
    private Level level(String place) {
        var level = regions.find(Scope.system(), place).level();
        return level == Level.ZONE ? Level.COUNTY : level;
    }

    private static Level answering(Problem.Subject subject) {
        var grade = subject.grade();
        if (grade == null) return Level.of(subject.region().code());
        return switch (grade) {
            case A -> Level.CITY;
            case B -> Level.COUNTY;
            case C -> Level.TOWNSHIP;
            case D -> Level.VILLAGE;
        };
    }

    /** An account before a problem. */
    private record Asked(Scope scope, Problem problem) {

        /** The first of these roles that the account holds over the problem. */
        Verdict first(String elseWhy, Role... roles) {
            for (var role : roles)
                if (scope.grants().stream().anyMatch(g -> g.role() == role && holds(g))) return new Verdict(role, null);
            return Verdict.no(elseWhy);
        }

        Verdict office(BiPredicate<Grant, Problem> fits, String elseWhy) {
            return scope.grants().stream().anyMatch(g -> g.role() == Role.OFFICE && holds(g) && fits.test(g, problem))
                ? new Verdict(Role.OFFICE, null) : Verdict.no(elseWhy);
        }

        private boolean holds(Grant grant) {
            return switch (grant.role()) {
                case BUSINESS -> problem.subject().id().equals(grant.subject());
                case OFFICIAL -> problem.official() != null && problem.official().id().equals(grant.official());
                default -> grant.ranges().stream().anyMatch(r -> r.holds(problem.subject().region().code()));
            };
        }
    }
}
