package io.liangze.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.LiangzeTest;
import io.liangze.TestClock;
import io.liangze.evidence.Evidence;
import io.liangze.shared.Refusal;
import io.liangze.shared.Scope;
import io.liangze.shared.Severity;
import io.liangze.tally.Tally;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LiangzeTest
class ProblemsTest {

    @Autowired Problems problems;
    @Autowired GivenProblems given;
    @Autowired Evidence evidence;
    @Autowired Tally tally;
    @Autowired TestClock clock;

    @BeforeEach
    void places() {
        given.places();
    }

    @AfterEach
    void every_figure_is_borne_out() {
        assertThat(tally.check(Scope.system(), GivenProblems.COUNTY.substring(0, 6))).isEmpty();
    }

    @Test
    void a_finding_opens_a_problem_with_its_deadline() {
        var shop = given.shop();

        var general = given.found(shop, Severity.GENERAL).problem();
        var serious = given.found(shop, Severity.SERIOUS).problem();
        var critical = given.found(shop, Severity.CRITICAL).problem();

        assertThat(general.due()).isEqualTo(LocalDate.of(2026, 12, 15));
        assertThat(serious.due()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(critical.due()).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(general.state()).isEqualTo(ProblemState.OPEN);
        assertThat(general.owner()).isEqualTo("王水生");
        assertThat(general.subject().region().name()).isEqualTo("向阳村");
        assertThat(problems.openOf(shop.official(), shop.about().county(), shop.about().subject()))
            .extracting(Problem::id).containsExactly(critical.id(), serious.id(), general.id());
    }

    @Test
    void all_findings_of_a_visit_come_in_their_order() {
        var shop = given.shop();
        var visit = UuidCreator.getTimeOrderedEpoch();
        var findings = List.of(finding("K05", Severity.GENERAL), finding("K02", Severity.SERIOUS), finding("K09", Severity.GENERAL));

        var opened = problems.openFromVisit(shop.official(), shop.about(), visit, findings);

        assertThat(opened).extracting(Opened::item).containsExactly("K05", "K02", "K09");
        assertThat(problems.ofVisit(shop.official(), shop.about().county(), visit)).extracting(Problem::id)
            .containsExactlyElementsOf(opened.stream().map(Opened::id).toList());
    }

    private static Finding finding(String item, Severity severity) {
        return new Finding(item, severity, "缺记录", List.of(), false);
    }

    @Test
    void what_was_put_right_on_the_spot_is_closed_if_general_and_looked_at_if_grave() {
        var shop = given.shop();

        var general = given.found(shop, "K01", Severity.GENERAL, true);
        var serious = given.found(shop, "K02", Severity.SERIOUS, true);

        assertThat(general.problem().state()).isEqualTo(ProblemState.CLOSED);
        assertThat(general.events()).extracting(ProblemEvent::act).containsExactly(Act.OPEN, Act.FIX_ON_SITE, Act.ACCEPT);
        assertThat(general.events()).extracting(e -> e.evidence().size()).containsExactly(1, 1, 0);
        assertThat(serious.problem().state()).isEqualTo(ProblemState.RECTIFIED);
        assertRefused(() -> problems.act(shop.official(), serious.problem().id(), new Step.Accept(null, List.of())),
            403, "problem.own-rectification");
        assertThat(problems.act(given.office(GivenProblems.TOWNSHIP), serious.problem().id(), new Step.Accept(null, List.of()))
            .problem().state()).isEqualTo(ProblemState.CLOSED);
    }

    @Test
    void the_same_item_again_within_180_days_is_a_repeat() {
        var shop = given.shop();
        var first = given.found(shop, "K01", Severity.GENERAL, true).problem();
        var other = given.found(shop, "K02", Severity.GENERAL, false).problem();

        clock.set(TestClock.TEN_O_CLOCK.toLocalDate().plusDays(180));
        var again = given.found(shop, "K01", Severity.GENERAL, true).problem();
        clock.set(TestClock.TEN_O_CLOCK.toLocalDate().plusDays(361));
        var late = given.found(shop, "K01", Severity.GENERAL, false).problem();
        var stillOpen = given.found(shop, "K02", Severity.GENERAL, false).problem();

        assertThat(first.repeatOf()).isNull();
        assertThat(again.repeatOf()).isEqualTo(first.id());
        assertThat(late.repeatOf()).isNull();
        assertThat(stillOpen.repeatOf()).as("%s is open still", other.id()).isNull();
    }

    @Test
    void a_problem_is_put_right_looked_at_and_struck_off() {
        var shop = given.shop();
        var found = given.found(shop, Severity.GENERAL);
        var proof = given.photo(shop.business());

        problems.act(shop.business(), found.problem().id(), new Step.Rectify("已分层存放", List.of(proof)));
        var closed = problems.act(shop.official(), found.problem().id(), new Step.Accept("去看过了", List.of()));

        assertThat(closed.problem().state()).isEqualTo(ProblemState.CLOSED);
        assertThat(closed.problem().progress().closedOn()).isEqualTo(clock.today());
        assertThat(closed.events()).extracting(ProblemEvent::act).containsExactly(Act.OPEN, Act.RECTIFY, Act.ACCEPT);
        assertThat(evidence.find(given.office(GivenProblems.COUNTY), proof)).isPresent();
        assertThat(evidence.find(given.office(GivenProblems.OTHER_COUNTY), proof)).isEmpty();
    }

    @Test
    void a_rectification_needs_proof_of_ones_own() {
        var shop = given.shop();
        var id = given.found(shop, Severity.GENERAL).problem().id();
        var stranger = given.photo(given.office(GivenProblems.COUNTY));

        assertFlaw(() -> problems.act(shop.business(), id, new Step.Rectify("好了", List.of())), "evidence", "problem.proof-missing");
        assertFlaw(() -> problems.act(shop.business(), id, new Step.Rectify("好了", List.of(stranger))),
            "evidence[0]", "problem.evidence-not-yours");
        assertFlaw(() -> problems.act(shop.business(), id, new Step.Rectify("好了", List.of(UUID.randomUUID()))),
            "evidence[0]", "problem.evidence-not-yours");
        assertThat(problems.find(shop.business(), id).events()).hasSize(1);
    }

    @Test
    void a_return_gives_more_time_and_the_second_escalates() {
        var shop = given.shop();
        var id = given.found(shop, Severity.SERIOUS).problem().id();
        var office = given.office(GivenProblems.COUNTY);

        given.rectified(shop, problems.find(office, id));
        var once = problems.act(office, id, new Step.Return("照片看不清", null)).problem();
        given.rectified(shop, problems.find(office, id));
        var twice = problems.act(office, id, new Step.Return("仍未加盖", LocalDate.of(2026, 12, 20)));

        assertThat(once.state()).isEqualTo(ProblemState.OPEN);
        assertThat(once.due()).isEqualTo(LocalDate.of(2026, 12, 8));
        assertThat(twice.problem().state()).isEqualTo(ProblemState.ESCALATED);
        assertThat(twice.problem().due()).isEqualTo(LocalDate.of(2026, 12, 20));
        assertThat(twice.events()).extracting(ProblemEvent::act)
            .containsExactly(Act.OPEN, Act.RECTIFY, Act.RETURN, Act.RECTIFY, Act.RETURN, Act.ESCALATE);
        assertFlaw(() -> { given.rectified(shop, twice);
            problems.act(given.office(GivenProblems.CITY), id, new Step.Return("不行", clock.today())); }, "due", "problem.due-past");
    }

    @Test
    void the_deadline_is_extended_once_and_by_no_more_than_fifteen_working_days() {
        var shop = given.shop();
        var id = given.found(shop, Severity.SERIOUS).problem().id();
        var office = given.office(GivenProblems.TOWNSHIP);
        var due = LocalDate.of(2026, 12, 1);
        var latest = LocalDate.of(2026, 12, 22);

        assertFlaw(() -> problems.act(office, id, new Step.Extend(due, "设备未到")), "due", "problem.due-not-later");
        assertFlaw(() -> problems.act(office, id, new Step.Extend(latest.plusDays(1), "设备未到")), "due", "problem.due-too-late");
        assertFlaw(() -> problems.act(office, id, new Step.Extend(null, "设备未到")), "due", "value.missing");
        assertFlaw(() -> problems.act(office, id, new Step.Extend(latest, " ")), "reason", "value.missing");
        var extended = problems.act(office, id, new Step.Extend(latest, "设备未到")).problem();

        assertThat(extended.due()).isEqualTo(latest);
        assertRefused(() -> problems.act(office, id, new Step.Extend(latest.plusDays(1), "再延")), 409, "problem.not-now");
        assertThat(problems.find(office, id).problem().progress().allowed()).doesNotContain(Act.EXTEND);
    }

    @Test
    void a_referral_is_signed_for_once_and_concluded_or_handed_back() {
        var shop = given.shop();
        var id = given.found(shop, Severity.CRITICAL).problem().id();
        var regulator = given.regulator();

        problems.act(shop.official(), id, new Step.Refer("莲县市场监督管理局", "无证经营"));
        problems.act(regulator, id, new Step.SignFor());
        assertRefused(() -> problems.act(regulator, id, new Step.SignFor()), 409, "problem.not-now");
        clock.set(LocalDate.of(2026, 12, 10));
        var back = problems.act(regulator, id, new Step.Conclude(EnforcementResult.NOT_ACCEPTED, null, "不属管辖")).problem();
        problems.act(given.office(GivenProblems.COUNTY), id, new Step.Refer("莲县公安局", "涉嫌犯罪"));
        assertFlaw(() -> problems.act(regulator, id, new Step.Conclude(EnforcementResult.PENALTY, " ", null)), "number", "value.missing");
        assertFlaw(() -> problems.act(regulator, id, new Step.Conclude(null, "1", null)), "result", "value.missing");
        var closed = problems.act(regulator, id, new Step.Conclude(EnforcementResult.POLICE, "莲公移〔2026〕3号", null)).problem();

        assertThat(back.state()).isEqualTo(ProblemState.OPEN);
        assertThat(back.due()).isEqualTo(LocalDate.of(2026, 12, 17));
        assertThat(closed.state()).isEqualTo(ProblemState.CLOSED);
        assertThat(closed.progress().result()).isEqualTo(EnforcementResult.POLICE);
    }

    @Test
    void a_duplicate_is_cancelled_with_a_link_to_its_twin() {
        var shop = given.shop();
        var twin = given.found(shop, Severity.GENERAL).problem().id();
        var id = given.found(shop, Severity.GENERAL).problem().id();
        var elsewhere = given.found(given.shop(), Severity.GENERAL).problem().id();
        var office = given.office(GivenProblems.COUNTY);

        assertFlaw(() -> problems.act(office, id, new Step.Cancel("重复", id)), "twin", "problem.twin-unfit");
        assertFlaw(() -> problems.act(office, id, new Step.Cancel("重复", elsewhere)), "twin", "problem.twin-unfit");
        var cancelled = problems.act(office, id, new Step.Cancel("重复", twin)).problem();

        assertThat(cancelled.state()).isEqualTo(ProblemState.CANCELLED);
        assertThat(cancelled.progress().twin()).isEqualTo(twin);
        assertThat(cancelled.progress().allowed()).isEqualTo(Set.of(Act.REMARK));
    }

    @Test
    void an_act_sent_twice_is_refused_the_second_time_with_what_is_allowed() {
        var shop = given.shop();
        var found = given.found(shop, Severity.GENERAL);
        given.rectified(shop, found);

        assertThatThrownBy(() -> given.rectified(shop, found)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("problem.not-now");
            assertThat(refusal.more().get("allowed")).isEqualTo(Set.of(Act.ACCEPT, Act.RETURN, Act.REFER, Act.REMARK));
        });
        assertThat(problems.find(shop.official(), found.problem().id()).events()).hasSize(2);
    }

    @Test
    void one_opened_by_hand_answers_the_same_when_it_is_sent_again() {
        var shop = given.shop();
        var office = given.office(GivenProblems.COUNTY);
        var asked = new NewProblem(UUID.randomUUID(), shop.about().subject(), ProblemSource.COMPLAINT, "K09", Severity.SERIOUS,
            "顾客举报有异味", List.of());

        var first = problems.open(office, asked);
        var second = problems.open(office, asked);

        assertThat(second).isEqualTo(first);
        assertRefused(() -> problems.open(given.office(GivenProblems.TOWNSHIP), asked), 409, "idempotency.key-reused");
        assertThat(problems.count(office, ProblemFilterTest.ofSubject(shop))).isEqualTo(1);
    }

    @Test
    void nothing_is_seen_or_done_outside_the_scope() {
        var shop = given.shop();
        var id = given.found(shop, Severity.SERIOUS).problem().id();
        var neighbour = given.office(GivenProblems.OTHER_COUNTY);
        var stranger = given.shop();

        for (var outside : List.of(neighbour, stranger.business()))
            assertRefused(() -> problems.find(outside, id), 404, "problem.absent");
        assertRefused(() -> problems.act(neighbour, id, new Step.Extend(null, null)), 404, "problem.absent");
        assertRefused(() -> problems.act(stranger.business(), id, new Step.Rectify(null, List.of())), 404, "problem.absent");
        assertRefused(() -> problems.open(neighbour, new NewProblem(null, shop.about().subject(), ProblemSource.NEWS, null,
            Severity.GENERAL, "x", List.of())), 404, "subject.absent");
        assertThat(problems.ofVisit(neighbour, shop.about().county(), problems.find(shop.official(), id).problem().visit())).isEmpty();
    }

    static void assertRefused(Runnable call, int status, String code) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.status().value()).isEqualTo(status);
        });
    }

    static void assertFlaw(Runnable call, String field, String code) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status().value()).isEqualTo(422);
            assertThat(refusal.flaws()).extracting(Refusal.Flaw::field, Refusal.Flaw::code)
                .containsExactly(org.assertj.core.api.Assertions.tuple(field, code));
        });
    }
}
