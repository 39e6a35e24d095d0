package io.liangze.sample;

import io.liangze.problem.Act;
import io.liangze.problem.Deadlines;
import io.liangze.problem.EnforcementResult;
import io.liangze.problem.ProblemSource;
import io.liangze.problem.ProblemState;
import io.liangze.shared.Role;
import io.liangze.shared.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a problem up to now: acts in order of time, each one that the state allows. */
final class Story {

    /** Who acts for the offices and the regulator of a county. */
    record Actors(String county, String city, String regulator) {}

    private final Rows.Problem problem;
    private final Actors actors;
    private final Deadlines deadlines;
    private final Instant now;
    private final Chance chance;
    private Instant at;

    Story(Rows.Problem problem, Actors actors, Deadlines deadlines, Instant now, Chance chance) {
        this.problem = problem;
        this.actors = actors;
        this.deadlines = deadlines;
        this.now = now;
        this.chance = chance;
        this.at = problem.openedAt;
    }

    /** How it was opened. */
    Story begins(@Nullable UUID account, String opener, Role role, List<UUID> photos) {
        act(at, account, opener, role, Act.OPEN, problem.text, photos, "{}");
        return this;
    }

    /** Put right before the official's eyes; a general one is done with. */
    void fixedOnSite(String official) {
        if (!step(Duration.ZERO, official, Role.OFFICIAL, Act.FIX_ON_SITE, "已当场整改")) return;
        problem.rectifiedAs = Role.OFFICIAL;
        if (problem.severity == Severity.GENERAL) close(Duration.ZERO, official, Role.OFFICIAL, Act.ACCEPT, null, "{}");
        else close(days(1, 3), actors.county, Role.OFFICE, Act.ACCEPT, "现场照片清楚，同意销号", "{}");
    }

    /** The usual ways, and the unusual ones as often as they are. */
    void goesOn() {
        double fate = chance.part();
        if (fate < 0.012) step(days(1, 3), actors.county, Role.OFFICE, Act.CANCEL, "经核实不属实，撤销");
        else if (fate < (problem.severity == Severity.CRITICAL ? 0.5 : problem.severity == Severity.SERIOUS ? 0.06 : 0.014)) referred();
        else putRight();
    }

    /** Put right, sent back once, put right again with a photo; now it waits for the office. */
    void comesBack(UUID owner, List<UUID> proof) {
        if (!act(morning(5), owner, problem.business.principal, Role.BUSINESS, Act.RECTIFY, "已把生鸡腿挪到下层。", List.of(), "{}")) return;
        problem.due = deadlines.afterReturn(problem.due, problem.openedOn.plusDays(7));
        act(morning(7), null, actors.county, Role.OFFICE, Act.RETURN, "照片看不到分层标识，凉菜仍未加盖。", List.of(), "{\"due\":\"" + problem.due + "\"}");
        problem.returns++;
        act(morning(11), owner, problem.business.principal, Role.BUSINESS, Act.RECTIFY, "新买隔板和带盖保鲜盒，生、熟分层，贴了标签。", proof, "{}");
        problem.rectifiedBy = owner;
        problem.rectifiedAs = Role.BUSINESS;
    }

    private Instant morning(int daysAfter) {
        return problem.openedOn.plusDays(daysAfter).atTime(8, 14).atZone(Making.OFFICE_TIME).toInstant();
    }

    private void putRight() {
        double fate = chance.part();
        int term = Math.max(1, (int) (problem.due.toEpochDay() - problem.openedOn.toEpochDay()));
        if (fate < 0.02 && problem.severity != Severity.CRITICAL) extended(days(1, Math.max(1, term - 2)));
        if (fate < 0.87) rectify(problem.openedOn.plusDays(chance.between(problem.severity == Severity.CRITICAL ? 0 : 1, Math.max(1, term * 3 / 4))));
        else if (fate < 0.965) late(problem.due.plusDays(chance.between(1, 24)));
        else late(LocalDate.MAX);
        if (problem.state == ProblemState.RECTIFIED) checked(chance.happens(0.06));
    }

    /** Not in time: the system escalates it before it is put right, or in the end it is not. */
    private void late(LocalDate day) {
        var raised = problem.due;
        while (problem.due.isAfter(deadlines.escalatedIfDueBy(problem.severity, raised))) raised = raised.plusDays(1);
        if (!raised.isAfter(day)) {
            var night = raised.atTime(1, 30).atZone(Making.OFFICE_TIME).toInstant();
            if (!act(night, null, "system", Role.SYSTEM, Act.ESCALATE, null, List.of(), "{\"overdueSince\":\"" + problem.due + "\"}")) return;
            problem.escalated = true;
        }
        if (day != LocalDate.MAX) rectify(day);
    }

    private void rectify(LocalDate day) {
        var moment = day.atTime(LocalTime.of(8, 0)).atZone(Making.OFFICE_TIME).toInstant().plusSeconds(chance.below(40_000));
        if (!moment.isAfter(at)) moment = at.plusSeconds(3_600 + chance.below(20_000));
        if (problem.state != ProblemState.OPEN && problem.state != ProblemState.ESCALATED) return;
        boolean byOfficial = chance.happens(0.08) && problem.relation != null;
        var actor = byOfficial ? problem.relation.officialName() : problem.business.principal;
        if (act(moment, null, actor, byOfficial ? Role.OFFICIAL : Role.BUSINESS, Act.RECTIFY, chance.among("已整改到位", "按要求整改完毕", "已清理并补齐记录", "整改完成，请复核"), List.of(), "{}"))
            problem.rectifiedAs = byOfficial ? Role.OFFICIAL : Role.BUSINESS;
    }

    private void checked(boolean returned) {
        boolean byOfficial = problem.source == ProblemSource.VISIT && problem.severity == Severity.GENERAL && problem.relation != null
            && problem.rectifiedAs != Role.OFFICIAL && !problem.escalated;
        var checker = byOfficial ? problem.relation.officialName() : problem.escalated ? actors.city : actors.county;
        var role = byOfficial ? Role.OFFICIAL : Role.OFFICE;
        if (!returned) {
            close(days(1, 3), checker, role, Act.ACCEPT, chance.among("复核通过", "现场看过，已整改", "同意销号"), "{}");
            return;
        }
        var moment = at.plus(days(1, 2));
        var due = deadlines.afterReturn(problem.due, moment.atZone(Making.OFFICE_TIME).toLocalDate());
        if (!act(moment, null, checker, role, Act.RETURN, chance.among("照片看不出整改效果，请重拍", "仍有未标识的，请继续整改"), List.of(), "{\"due\":\"" + due + "\"}")) return;
        problem.returns++;
        problem.due = due;
        rectify(moment.atZone(Making.OFFICE_TIME).toLocalDate().plusDays(chance.between(1, 3)));
        if (problem.state == ProblemState.RECTIFIED) checked(false);
    }

    private void extended(Duration after) {
        var due = deadlines.latestExtension(problem.due, problem.openedOn).minusDays(chance.between(0, 5));
        if (!due.isAfter(problem.due) || !act(at.plus(after), null, actors.county, Role.OFFICE, Act.EXTEND, "设备订货需要时间，同意延期", List.of(), "{\"due\":\"" + due + "\"}")) return;
        problem.extended = true;
        problem.due = due;
    }

    private void referred() {
        var to = actors.regulator.substring(0, actors.regulator.indexOf('|'));
        var who = actors.regulator.substring(to.length() + 1);
        if (!act(at.plus(days(0, 2)), null, actors.county, Role.OFFICE, Act.REFER, "涉嫌违法，移送查处", List.of(), "{\"to\":\"" + to + "\"}")) return;
        problem.referredTo = to;
        if (!step(days(1, 2), who, Role.REGULATOR, Act.SIGN_FOR, null)) return;
        problem.signedForAt = at;
        var result = chance.happens(0.7) ? EnforcementResult.PENALTY : chance.happens(0.8) ? EnforcementResult.NO_CASE : EnforcementResult.POLICE;
        var number = "%s市监罚〔%d〕%d号".formatted(problem.business.region().substring(0, 6), problem.openedOn.getYear(), chance.between(10, 900));
        if (close(days(8, 35), who, Role.REGULATOR, Act.ENFORCEMENT_RESULT, null, "{\"result\":\"" + result + "\",\"number\":\"" + number + "\"}")) {
            problem.result = result;
            problem.resultNumber = number;
        }
    }

    private boolean close(Duration after, String actor, Role role, Act act, @Nullable String text, String details) {
        if (!act(at.plus(after).plusMillis(1), null, actor, role, act, text, List.of(), details)) return false;
        problem.closedAt = at;
        problem.closedOn = at.atZone(Making.OFFICE_TIME).toLocalDate();
        return true;
    }

    boolean step(Duration after, String actor, Role role, Act act, @Nullable String text) {
        return act(at.plus(after).plusMillis(1), null, actor, role, act, text, List.of(), "{}");
    }

    /** False for what would lie in the future: it has not happened yet. */
    boolean act(Instant moment, @Nullable UUID account, String actor, Role role, Act act, @Nullable String text, List<UUID> evidence, String details) {
        if (moment.isAfter(now) && act != Act.OPEN) return false;
        if (act != Act.OPEN) problem.state = problem.state.after(act).orElseThrow(() -> new IllegalStateException(problem.state + " " + act));
        at = moment;
        problem.events.add(new Rows.Event(chance.id(moment), moment, account, actor, role, act, problem.state, text, evidence, details));
        return true;
    }

    private Duration days(int from, int to) {
        return Duration.ofSeconds(chance.between(from * 86_400 + 3_600, to * 86_400 + 14_400));
    }
}
