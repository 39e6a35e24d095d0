package io.liangze.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.TestClock;
import io.liangze.assignment.Assignments;
import io.liangze.official.GivenOfficials;
import io.liangze.official.Leaving;
import io.liangze.official.Officials;
import io.liangze.problem.Problem;
import io.liangze.problem.Problems;
import io.liangze.region.GivenPlaces;
import io.liangze.region.Level;
import io.liangze.region.Region;
import io.liangze.region.Regions;
import io.liangze.shared.Scope;
import io.liangze.shared.Severity;
import io.liangze.subject.GivenSubjects;
import io.liangze.subject.Subject;
import io.liangze.subject.SubjectFilter;
import io.liangze.subject.Subjects;
import io.liangze.tally.Difference;
import io.liangze.tally.Tally;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@LiangzeTest
class NobodyAnswersTest {

    private static final String COUNTY = "360430000000";

    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenOfficials officials;
    @Autowired GivenSubjects subjects;
    @Autowired GivenTasks tasks;
    @Autowired Regions regions;
    @Autowired Officials posts;
    @Autowired Subjects businesses;
    @Autowired Assignments assignments;
    @Autowired Supervision supervision;
    @Autowired Problems problems;
    @Autowired Tally tally;
    @Autowired TransactionTemplate transaction;
    @Autowired TestClock clock;

    private Scope office;
    private String village;
    private UUID secretary;
    private Subject shop;

    @BeforeEach
    void aShopWithItsOfficial() {
        places.county(COUNTY);
        office = given.office(COUNTY);
        var town = regions.children(office, COUNTY).getFirst();
        village = regions.children(office, town.code()).stream().map(Region::code)
            .filter(code -> businesses.count(office, new SubjectFilter(code, null, null, null, null, null, null, null, null)) == 0).findFirst().orElseThrow();
        secretary = officials.inPost(Level.VILLAGE, village, "村支书");
        shop = subjects.at(village).saved();
        await().untilAsserted(() -> assertThat(answering()).isEqualTo(secretary));
    }

    @Test
    void who_leaves_without_a_successor_has_neither_tasks_nor_problems_any_more() {
        var task = tasks.of(shop).by(secretary, "村支书").saved();
        var problem = found();
        assertThat(problem.official()).isNotNull();

        posts.leave(given.admin(), secretary, new Leaving(clock.today(), "退休"));

        var left = supervision.task(office, task).head();
        assertThat(left.official()).isNull();
        assertThat(left.due()).isEqualTo(clock.today().withMonth(12).withDayOfMonth(31));
        assertThat(problems.find(office, problem.id()).problem().official()).isNull();
        assertThat(wrongFigures()).isEmpty();
    }

    @Test
    void a_shop_that_closes_leaves_its_problem_to_the_office_and_its_task_with_the_name_of_who_owed_it() {
        var task = tasks.of(shop).by(secretary, "村支书").saved();
        var problem = found();

        businesses.close(office, shop.id(), "停业不再经营", clock.today());

        var cancelled = supervision.task(office, task).head();
        assertThat(cancelled.status()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(Objects.requireNonNull(cancelled.official()).id()).isEqualTo(secretary);
        assertThat(problems.find(office, problem.id()).problem().official()).isNull();
        assertThat(wrongFigures()).isEmpty();
    }

    /** But those of tasks: given ones are not counted. */
    private List<Difference> wrongFigures() {
        return tally.check(Scope.system(), "360430").stream().filter(d -> !d.measure().startsWith("TASKS")).toList();
    }

    private @Nullable UUID answering() {
        var official = businesses.find(office, shop.id()).official();
        return official == null ? null : official.id();
    }

    private Problem found() {
        var about = assignments.about(office, shop.id()).orElseThrow();
        var opened = transaction.execute(_ -> problems.openFromVisit(given.official(secretary, village), about, UUID.randomUUID(),
            List.of(new io.liangze.problem.Finding("K01", Severity.SERIOUS, "凉菜间无消毒记录", List.of(), false))));
        return problems.find(office, Objects.requireNonNull(opened).getFirst().id()).problem();
    }
}
