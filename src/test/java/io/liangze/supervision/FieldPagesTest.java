package io.liangze.supervision;

import static io.liangze.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.region.GivenPlaces;
import io.liangze.shared.Grant;
import io.liangze.shared.Range;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.subject.GivenSubjects;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LiangzeTest
class FieldPagesTest {

    private static final String COUNTY = "360124000000";
    private static final String VILLAGE = "360124100002";

    @Autowired MockMvcTester mvc;
    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenSubjects subjects;
    @Autowired GivenTasks tasks;
    @Autowired GivenReports reports;
    @Autowired Supervision supervision;

    private final UUID liu = UuidCreator.getTimeOrderedEpoch();
    private Scope official;
    private UUID task;

    @BeforeEach
    void an_official_who_owes_a_visit() {
        places.county(COUNTY);
        official = given.official(liu, VILLAGE);
        task = tasks.of(subjects.at(VILLAGE).saved()).by(liu, "刘春华").saved();
    }

    @Test
    void my_quarter_begins_with_what_is_overdue_and_ends_with_what_is_done() {
        tasks.of(subjects.at(VILLAGE).named("聚贤早点").saved()).by(liu, "刘春华").first(LocalDate.of(2026, 11, 19)).saved();
        tasks.of(subjects.at(VILLAGE).named("明年的店").saved()).by(liu, "刘春华").in("2027Q1").saved();
        var done = tasks.of(subjects.at(VILLAGE).named("香江奶茶").saved()).by(liu, "刘春华").saved();
        visited(official, done);

        var mine = page("/my", official);

        assertThat(mine).hasStatusOk().bodyText().containsSubsequence("已完成 1 / 3", "聚贤早点", "首次督导逾期5天", "老王面馆", "本季已完成 1 户", "香江奶茶").doesNotContain("明年的店");
        assertThat(page("/my", given.office(COUNTY))).hasStatus(403);
    }

    @Test
    void who_is_also_a_leader_still_sees_his_own() {
        var both = given.holding("刘春华", Grant.at(Role.LEADER, VILLAGE), new Grant(Role.OFFICIAL, VILLAGE, List.of(Range.of(VILLAGE)), liu, null));

        assertThat(page("/my", both)).bodyText().contains("老王面馆");
        assertThat(page("/tasks?mine=true", both)).bodyText().contains("/tasks/" + task);
    }

    @Test
    void the_form_opens_to_the_official_who_owes_the_visit() {
        assertThat(page("/tasks/" + task + "/visit", official)).hasStatusOk().bodyText().contains("data-item=\"K01\"", "本组全部符合", "王水生 负责人", "《食品安全法》第35条");
        assertThat(page("/tasks/" + task, official)).bodyText().contains("/tasks/" + task + "/visit");
        assertThat(page("/tasks/" + task, given.office(COUNTY))).hasStatusOk().bodyText().contains("督导清单", "还没有督导过。").doesNotContain("/tasks/" + task + "/visit");
    }

    @Test
    void the_form_stays_shut_to_others() {
        assertThat(page("/tasks/" + task + "/visit", given.official(UUID.randomUUID(), VILLAGE))).hasStatus(403);
        assertThat(page("/tasks/" + task + "/visit", given.office(COUNTY))).hasStatus(403);
        assertThat(page("/tasks/" + task + "/visit", given.official(liu, "360121100001"))).hasStatus(404);
        assertThat(page("/tasks/" + task, given.office("360121000000"))).hasStatus(404);
        assertThat(page("/tasks/no-id", given.office(COUNTY))).hasStatus(404);
    }

    @Test
    void a_task_that_is_done_leads_to_its_visit_and_one_of_a_later_period_waits() {
        var visit = visited(official, task);
        var later = tasks.of(subjects.at(VILLAGE).saved()).by(liu, "刘春华").in("2027Q1").saved();

        assertThat(page("/tasks/" + task + "/visit", official)).hasStatus(303).redirectedUrl().isEqualTo("/visits/" + visit);
        assertThat(page("/tasks/" + later + "/visit", official)).hasStatus(409).bodyText().contains("该任务所属期还没有开始。");
    }

    @Test
    void what_was_wrong_before_stands_beside_its_item() {
        visited(official, task, "K03", "没有任命文件");
        var subject = subjects.at(VILLAGE).saved();
        var before = tasks.of(subject).by(liu, "刘春华").saved();
        var next = tasks.of(subject).by(liu, "刘春华").first(LocalDate.of(2026, 12, 9)).saved();
        visited(official, before, "K03", "没有任命文件");

        assertThat(page("/tasks/" + next + "/visit", official)).hasStatusOk().bodyText()
            .containsSubsequence("data-item=\"K03\"", "未闭环：没有任命文件", "data-item=\"K05\"");
        assertThat(page("/my", official)).bodyText().contains("1 个问题未闭环");
    }

    private UUID visited(Scope official, UUID task) {
        return supervision.visit(official, task, reports.of(official, supervision.task(official, task)).made()).visit();
    }

    private UUID visited(Scope official, UUID task, String item, String text) {
        return supervision.visit(official, task, reports.of(official, supervision.task(official, task)).wrong(item, text).made()).visit();
    }

    private MvcTestResult page(String path, Scope scope) {
        return mvc.get().uri(path).with(signedIn(scope)).exchange();
    }
}
