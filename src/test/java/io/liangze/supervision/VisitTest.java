package io.liangze.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.TestClock;
import io.liangze.board.Board;
import io.liangze.board.BoardQuestion;
import io.liangze.official.GivenOfficials;
import io.liangze.problem.Problems;
import io.liangze.region.GivenPlaces;
import io.liangze.region.Level;
import io.liangze.shared.Period;
import io.liangze.shared.Refusal;
import io.liangze.shared.Scope;
import io.liangze.subject.GivenSubjects;
import io.liangze.subject.Subject;
import io.liangze.subject.Subjects;
import io.liangze.supervision.VisitReport.Answer;
import io.liangze.supervision.VisitReport.Result;
import io.liangze.tally.Tally;
import io.liangze.work.WorkState;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LiangzeTest
class VisitTest {

    private static final String COUNTY = "360424000000";
    private static final Period.Quarter QUARTER = new Period.Quarter(2026, 4);

    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenOfficials officials;
    @Autowired GivenSubjects subjects;
    @Autowired GivenReports visits;
    @Autowired Subjects businesses;
    @Autowired Supervision supervision;
    @Autowired Corrections corrections;
    @Autowired Problems problems;
    @Autowired Board board;
    @Autowired Tally tally;
    @Autowired TestClock clock;
    @Autowired MockMvcTester mvc;

    private Scope office;
    private Scope secretary;
    private Subject shop;
    private TaskDetail task;

    /** 老王面馆 in a village of its own official, with a task of the running quarter. */
    @BeforeEach
    void aTask(@Autowired io.liangze.region.Regions regions, @Autowired io.liangze.assignment.Assignments assignments) {
        places.county(COUNTY);
        office = given.office(COUNTY);
        var village = regions.children(office, "360424100000").getFirst().code();
        shop = subjects.at(village).saved();
        officials.inPost(Level.VILLAGE, village, "村支书");
        await().untilAsserted(() -> assertThat(businesses.find(office, shop.id()).official()).isNotNull());
        generate();
        var owed = supervision.tasks(office, new TaskFilter(List.of(QUARTER), null, null, null, null, null, List.of(), List.of(shop.id()), null, null, null, null), null, 10)
            .items().getFirst();
        secretary = given.official(owed.official().id(), village);
        task = supervision.task(secretary, owed.id());
    }

    private Generated generate() {
        var run = supervision.generate(office, QUARTER, COUNTY);
        await().untilAsserted(() -> assertThat(supervision.generation(office, run).state()).isEqualTo(WorkState.DONE));
        var figures = supervision.generation(office, run).progress();
        return new Generated(figures.path("created").asLong(), figures.path("existing").asLong());
    }

    @Test
    void generating_twice_makes_nothing_twice() {
        var again = generate();

        assertThat(again.created()).isZero();
        assertThat(again.existing()).isPositive();
    }

    @Test
    void a_visit_sent_twice_opens_its_problem_once_and_answers_the_same() {
        var visit = visits.of(secretary, task).wrong("K08", "健康证过期").made();

        var first = supervision.visit(secretary, task.head().id(), visit);
        var second = supervision.visit(secretary, task.head().id(), visit);

        assertThat(second).isEqualTo(first);
        assertThat(first.problems()).hasSize(1);
        assertThat(problems.ofVisit(office, "360424", visit.id())).hasSize(1);
        assertThat(supervision.task(office, task.head().id()).head().status()).isEqualTo(TaskStatus.DONE);
    }

    @Test
    void another_visit_of_a_done_task_is_refused() {
        supervision.visit(secretary, task.head().id(), visits.of(secretary, task).made());

        assertRefused(secretary, visits.of(secretary, task).made(), "task.visited-before");
    }

    @Test
    void nobody_else_visits_for_him_and_another_county_does_not_see_the_task() {
        var visit = visits.of(secretary, task).made();
        var neighbour = given.official(UUID.randomUUID(), COUNTY);

        assertRefused(neighbour, visit, "task.not-yours");
        assertRefused(given.official(UUID.randomUUID(), "360425000000"), visit, "task.absent");
        assertRefused(office, visit, "role.insufficient");
        assertThat(supervision.task(office, task.head().id()).head().status()).isEqualTo(TaskStatus.DUE);
    }

    @Test
    void every_flaw_is_named_at_once_and_nothing_changes() {
        var visit = visits.of(secretary, task).without("K09").answer(new Answer("K08", Result.PROBLEM, null, null, null, null, List.of(), false, 1))
            .answer(new Answer("K99", Result.OK, null, null, null, null, List.of(), false, 1))
            .at("2026-11-24T09:41:00+08:00", "2026-11-24T09:30:00+08:00").made();

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> supervision.visit(secretary, task.head().id(), visit))
            .satisfies(refusal -> assertThat(refusal.flaws()).extracting(Refusal.Flaw::code)
                .contains("visit.item-missing", "visit.item-unknown", "visit.words", "visit.photo", "visit.reversed"));
        assertThat(supervision.task(office, task.head().id()).head().status()).isEqualTo(TaskStatus.DUE);
    }

    @Test
    void somebody_elses_photo_is_no_evidence() {
        var stranger = given.official(UUID.randomUUID(), COUNTY);
        var visit = visits.of(secretary, task)
            .answer(new Answer("K08", Result.PROBLEM, "健康证过期", null, null, null, List.of(visits.photo(stranger)), false, 1)).made();

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> supervision.visit(secretary, task.head().id(), visit))
            .satisfies(refusal -> assertThat(refusal.flaws()).extracting(Refusal.Flaw::code).containsExactly("visit.evidence"));
    }

    @Test
    void put_right_on_the_spot_closes_a_general_problem_at_once() {
        var visit = visits.of(secretary, task).fixedOnSite("K08", "未戴帽子").made();

        var receipt = supervision.visit(secretary, task.head().id(), visit);

        assertThat(problems.find(office, receipt.problems().getFirst().id()).problem().state().name()).isEqualTo("CLOSED");
    }

    @Test
    void a_visit_after_the_due_date_is_late_and_after_the_next_period_it_is_too_late() {
        clock.set(LocalDate.of(2027, 1, 10));
        var late = visits.of(secretary, task).at("2027-01-10T09:30:00+08:00", "2027-01-10T09:41:00+08:00").made();
        supervision.visit(secretary, task.head().id(), late);

        assertThat(supervision.task(office, task.head().id()).head().late()).isTrue();
    }

    @Test
    void a_task_of_a_period_long_past_is_closed() {
        clock.set(LocalDate.of(2027, 4, 1));

        assertRefused(secretary, visits.of(secretary, task).made(), "task.closed");
    }

    @Test
    void a_correction_is_a_new_version_beside_the_old_one() {
        var visit = visits.of(secretary, task).made();
        supervision.visit(secretary, task.head().id(), visit);

        corrections.correct(secretary, visit.id(), new Corrections.Wish("漏记一项",
            List.of(new Answer("K08", Result.PROBLEM, "健康证过期", null, null, null, List.of(visits.photo(secretary)), false, 1))));

        var read = supervision.visitOf(office, visit.id());
        assertThat(read.answers()).filteredOn(a -> a.item().equals("K08")).allMatch(a -> a.result() == Result.OK);
        assertThat(read.answersNow()).filteredOn(a -> a.item().equals("K08")).allMatch(a -> a.result() == Result.PROBLEM);
        assertThat(problems.ofVisit(office, "360424", visit.id())).hasSize(1);
    }

    @Test
    void closing_the_shop_cancels_its_open_task() {
        businesses.close(office, shop.id(), "不再经营", clock.today());

        assertThat(supervision.task(office, task.head().id()).head().status()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(tally.check(Scope.system(), "360424")).isEmpty();
    }

    @Test
    void every_figure_of_the_board_is_the_count_of_its_list_and_of_the_facts() {
        supervision.visit(secretary, task.head().id(), visits.of(secretary, task).wrong("K10", "有过期食品").wrong("K08", "健康证过期").made());

        var view = board.view(office, new BoardQuestion(COUNTY, QUARTER, null, null));

        assertThat(view.figures().done()).isPositive();
        assertThat(view.figures().tasks()).isEqualTo(supervision.count(office, new TaskFilter(List.of(QUARTER), COUNTY,
            List.of(TaskStatus.DUE, TaskStatus.OVERDUE, TaskStatus.MISSED, TaskStatus.DONE), null, null, null, null, null, null, null, null, null)));
        view.links().forEach((figure, link) -> assertThat(mvc.get().uri(link + "&total=true").with(Given.signedIn(office)))
            .as(figure).hasStatusOk().bodyJson().extractingPath("$.total").convertTo(Long.class)
            .isEqualTo(figureOf(view, figure)));
        assertThat(view.children().stream().mapToLong(c -> c.figures().tasks()).sum()).isEqualTo(view.figures().tasks());
        assertThat(tally.check(Scope.system(), "360424")).isEmpty();
    }

    private static long figureOf(io.liangze.board.BoardView view, String figure) {
        var figures = view.figures();
        return switch (figure) {
            case "subjects" -> figures.subjects();
            case "covered" -> figures.covered();
            case "tasks" -> figures.tasks();
            case "done" -> figures.done();
            case "onTime" -> figures.onTime();
            case "tasksOverdue" -> figures.tasksOverdue();
            case "visits" -> figures.visits();
            case "problems.found" -> figures.problems().found();
            case "problems.open" -> figures.problems().open();
            case "problems.overdue" -> figures.problems().overdue();
            case "problems.serious" -> figures.problems().serious();
            case "problems.escalated" -> figures.problems().escalated();
            case "problems.closed" -> figures.problems().closed();
            case "problems.referred" -> figures.problems().referred();
            default -> throw new IllegalArgumentException(figure);
        };
    }

    private void assertRefused(Scope scope, VisitReport visit, String code) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> supervision.visit(scope, task.head().id(), visit))
            .extracting(Refusal::code).isEqualTo(code);
    }
}
