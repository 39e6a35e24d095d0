package io.liangze.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.shared.Grade;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Severity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every act × every kind of account × every source × every severity, beside the rule as the regime writes it. */
@LiangzeTest
class CompetenceTest {

    @Autowired Competence competence;
    @Autowired Problems problems;
    @Autowired GivenProblems given;
    @Autowired Given who;

    /** Of grade C: its township answers for it, so the county stands above. */
    private GivenProblems.Shop shop;
    private Map<String, Scope> accounts;

    @BeforeEach
    void people() {
        given.places();
        shop = given.shop(Grade.C);
        accounts = new LinkedHashMap<>();
        accounts.put("business", shop.business());
        accounts.put("director", shop.director());
        accounts.put("other business", given.shop().business());
        accounts.put("official", shop.official());
        accounts.put("other official", given.shop().official());
        accounts.put("township office", who.office(GivenProblems.TOWNSHIP));
        accounts.put("county office", who.office(GivenProblems.COUNTY));
        accounts.put("city office", who.office(GivenProblems.CITY));
        accounts.put("other county's office", who.office(GivenProblems.OTHER_COUNTY));
        accounts.put("regulator", who.at(Role.REGULATOR, GivenProblems.COUNTY));
        for (var role : List.of(Role.INSPECTOR, Role.LEADER, Role.AUDITOR, Role.EDITOR))
            accounts.put(role.name(), who.at(role, GivenProblems.COUNTY));
        accounts.put("administrator", who.admin());
    }

    @Test
    void each_account_may_exactly_what_the_regime_says() {
        var wrong = new ArrayList<String>();
        int judged = 0;
        for (var source : ProblemSource.values())
            for (var severity : Severity.values()) {
                var problem = given.found(shop, source, severity).problem();
                for (boolean escalated : new boolean[] {false, true})
                    for (var act : Act.CALLS) {
                        var asked = problem.with(state(problem.progress(), escalated, shop.business().account()));
                        var expected = expected(act, source, severity, escalated);
                        for (var account : accounts.entrySet()) {
                            judged++;
                            boolean may = account.getValue().hasAny(Competence.roles(act))
                                && competence.judge(account.getValue(), asked, act).isYes();
                            if (may != expected.contains(account.getKey()))
                                wrong.add("%s %s a %s %s, escalated=%s: %s".formatted(account.getKey(), act, severity, source, escalated, may));
                        }
                    }
            }

        assertThat(wrong).isEmpty();
        assertThat(judged).isEqualTo(9 * 3 * 2 * 10 * accounts.size());
    }

    private static Progress state(Progress progress, boolean escalated, UUID rectifiedBy) {
        return (escalated ? progress.raised() : progress).rectified(rectifiedBy, Role.BUSINESS);
    }

    /** The rule again, in the words of the regime; the business account is the one that put it right. */
    private static Set<String> expected(Act act, ProblemSource source, Severity severity, boolean escalated) {
        var offices = Set.of("township office", "county office", "city office");
        return switch (act) {
            case RECTIFY -> Set.of("business", "director", "official");
            case ACCEPT, RETURN -> {
                if (escalated) yield Set.of("county office", "city office");
                if (severity != Severity.GENERAL || source == ProblemSource.OVERSIGHT) yield offices;
                if (source == ProblemSource.VISIT) yield Set.of("official");
                yield source == ProblemSource.SELF ? Set.of("director") : offices;
            }
            case EXTEND, CANCEL -> offices;
            case ESCALATE -> with(offices, "official");
            case REFER -> with(offices, "official", "regulator");
            case SIGN_FOR, ENFORCEMENT_RESULT -> Set.of("regulator");
            case REMARK -> with(offices, "business", "director", "official", "regulator", "INSPECTOR", "LEADER");
            case OPEN, FIX_ON_SITE, NOT_ACCEPTED -> Set.of();
        };
    }

    private static Set<String> with(Set<String> some, String... more) {
        var all = new HashSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    @Test
    void the_level_above_follows_from_the_grade() {
        var above = new LinkedHashMap<Grade, Set<String>>();
        above.put(Grade.A, Set.of());
        above.put(Grade.B, Set.of("city office"));
        above.put(Grade.C, Set.of("city office", "county office"));
        above.put(Grade.D, Set.of("city office", "county office", "township office"));

        above.forEach((grade, offices) -> {
            var problem = given.found(given.shop(grade), Severity.SERIOUS).problem();
            var escalated = problem.with(state(problem.progress(), true, UUID.randomUUID()));
            assertThat(accounts.keySet().stream().filter(name -> name.endsWith("office"))
                .filter(name -> competence.judge(accounts.get(name), escalated, Act.ACCEPT).isYes()))
                .as(grade.name()).containsExactlyInAnyOrderElementsOf(offices);
            assertThat(competence.judge(who.office(GivenProblems.PROVINCE), escalated, Act.ACCEPT).isYes()).isTrue();
        });
    }

    @Test
    void where_the_official_put_it_right_himself_an_office_looks() {
        var file = given.found(shop, Severity.GENERAL);
        problems.act(shop.official(), file.problem().id(), new Step.Rectify(null, List.of(given.photo(shop.official()))));
        var accept = new Step.Accept(null, List.of());

        ProblemsTest.assertRefused(() -> problems.act(shop.official(), file.problem().id(), accept), 403, "problem.own-rectification");
        assertThat(problems.act(accounts.get("township office"), file.problem().id(), accept).problem().state())
            .isEqualTo(ProblemState.CLOSED);
    }

    @Test
    void each_source_is_opened_by_its_own_role_only() {
        var openers = new LinkedHashMap<ProblemSource, Set<String>>();
        for (var source : List.of(ProblemSource.COMPLAINT, ProblemSource.NEWS, ProblemSource.EVALUATION, ProblemSource.HANDOVER))
            openers.put(source, Set.of("township office", "county office", "city office"));
        openers.put(ProblemSource.SELF, Set.of("business", "director"));
        openers.put(ProblemSource.OVERSIGHT, Set.of("INSPECTOR"));
        openers.put(ProblemSource.INSPECTION, Set.of("regulator"));
        openers.put(ProblemSource.SAMPLING, Set.of("regulator"));
        openers.put(ProblemSource.VISIT, Set.of());

        openers.forEach((source, names) -> accounts.forEach((name, scope) ->
            assertThat(opens(scope, source)).as("%s opens %s", name, source).isEqualTo(names.contains(name))));
    }

    private boolean opens(Scope scope, ProblemSource source) {
        try {
            problems.open(scope, new NewProblem(null, shop.about().subject(), source, null, Severity.GENERAL, "缺记录", List.of()));
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.status().value()).isIn(403, 404, 422);
            return false;
        }
    }

    @Test
    void refusals_come_in_order() {
        var file = given.found(shop, Severity.SERIOUS);
        var id = file.problem().id();
        var nothing = new Step.Accept(null, List.of(UUID.randomUUID()));

        ProblemsTest.assertRefused(() -> problems.act(accounts.get("regulator"), UUID.randomUUID(), nothing), 403, "role.insufficient");
        ProblemsTest.assertRefused(() -> problems.act(accounts.get("other county's office"), id, nothing), 404, "problem.absent");
        ProblemsTest.assertRefused(() -> problems.act(shop.official(), id, nothing), 409, "problem.not-now");
        given.rectified(shop, file);
        ProblemsTest.assertRefused(() -> problems.act(shop.official(), id, nothing), 403, "problem.office-only");
        ProblemsTest.assertFlaw(() -> problems.act(accounts.get("county office"), id, nothing), "evidence[0]", "problem.evidence-not-yours");
        assertThat(problems.find(shop.official(), id).problem().progress().allowed()).isEqualTo(
            EnumSet.of(Act.ACCEPT, Act.RETURN, Act.REFER, Act.REMARK));
    }
}
