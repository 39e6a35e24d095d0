package io.liangze.supervision;

import static io.liangze.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.Given;
import io.liangze.GivenCalls;
import io.liangze.LiangzeTest;
import io.liangze.region.GivenPlaces;
import io.liangze.shared.Period;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.subject.GivenSubjects;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LiangzeTest
class TaskPagesTest {

    private static final String COUNTY = "360124000000";
    private static final String OTHER_COUNTY = "360121000000";

    @Autowired MockMvcTester mvc;
    @Autowired GivenCalls calls;
    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenSubjects subjects;
    @Autowired GivenTasks tasks;
    @Autowired GivenReports reports;
    @Autowired Supervision supervision;

    private final UUID liu = UuidCreator.getTimeOrderedEpoch();
    private String village;
    private String name;
    private UUID task;

    @BeforeEach
    void a_shop_that_is_owed_a_visit() {
        places.county(COUNTY);
        places.county(OTHER_COUNTY);
        village = "360124100001";
        name = "老王面馆" + liu.toString().substring(30);
        task = tasks.of(subjects.at(village).named(name).saved()).by(liu, "刘春华").saved();
    }

    @Test
    void the_list_shows_what_is_owed_in_the_place_and_nothing_else() {
        assertThat(calls.get(given.office(COUNTY), "/tasks?q=" + name)).hasStatusOk().bodyText().contains(name, "刘春华", "待督导", "12月31日", "/tasks/" + task);
        assertThat(calls.get(given.office(OTHER_COUNTY), "/tasks?q=" + name)).hasStatusOk().bodyText().doesNotContain("/tasks/" + task).contains("没有符合这些条件的任务");
        assertThat(calls.get(given.office(OTHER_COUNTY), "/tasks?region=" + COUNTY)).hasStatus(404);
    }

    @Test
    void who_reads_no_tasks_is_told_so() {
        assertThat(calls.get(given.at(Role.AUDITOR, COUNTY), "/tasks")).hasStatus(403);
        assertThat(calls.get(given.at(Role.EDITOR, COUNTY), "/tasks/export.csv")).hasStatus(403);
    }

    @Test
    void a_changed_filter_gets_rows_and_what_stands_above_them() {
        var part = mvc.get().uri("/tasks?grade=D&q=" + name).header("HX-Target", "rows").header("HX-Request", "true").with(signedIn(given.office(COUNTY))).exchange();

        assertThat(part).hasStatusOk().bodyText().doesNotContain("<html").contains("<tr", name, "hx-swap-oob=\"true\"", "/tasks/export.xlsx?period=2026Q4&amp;grade=D", "D级");
    }

    @Test
    void how_far_a_generation_is_comes_as_a_page_and_to_the_part_that_asks_as_that_part() {
        var office = given.office(COUNTY);
        var address = "/quarters/2027Q1/tasks/" + supervision.generate(office, new Period.Quarter(2027, 1), null);

        var afterBoostedPost = mvc.get().uri(address).header("HX-Request", "true").header("HX-Boosted", "true").with(signedIn(office)).exchange();
        var part = mvc.get().uri(address).header("HX-Request", "true").header("HX-Target", "generation").with(signedIn(office)).exchange();

        assertThat(afterBoostedPost).bodyText().contains("<html", "id=\"generation\"");
        assertThat(part).bodyText().contains("id=\"generation\"").doesNotContain("<html");
    }

    @Test
    void the_tabs_count_what_stands_behind_them() {
        tasks.of(subjects.at(village).named(name).saved()).by(liu, "刘春华").first(LocalDate.of(2026, 11, 19)).saved();

        assertThat(calls.get(given.office(COUNTY), "/tasks/views?q=" + name)).hasStatusOk().bodyText()
            .contains("全部 <data>2</data>", "未督导 <data>2</data>", "逾期与漏督导 <data>1</data>", "校园食堂 <data>0</data>").doesNotContain("本人");
        assertThat(calls.get(given.official(liu, village), "/tasks/views?q=" + name)).bodyText().contains("本人 <data>2</data>");
    }

    @Test
    void what_is_filtered_goes_out_as_a_sheet_of_thirty_columns() {
        visited(given.official(liu, village), task, "K03", "没有任命文件");

        var csv = calls.get(given.office(COUNTY), "/tasks/export.csv?q=" + name);
        var xlsx = calls.get(given.office(COUNTY), "/tasks/export.xlsx?q=" + name);

        var lines = new String(csv.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().split(",")).hasSize(30);
        assertThat(lines.getLast()).contains(task.toString(), name, "已完成", "D", "快餐、小吃店", "南昌市", "进贤县", "王水生", "刘春华", "2026-11-24", "现场督导", "发现问题");
        assertThat(xlsx).hasStatusOk().headers().hasValue("Content-Disposition", "attachment; filename=\"tasks-2026-11-24.xlsx\"");
        assertThat(xlsx.getResponse().getContentAsByteArray()).startsWith('P', 'K');
    }

    @Test
    void an_office_makes_a_quarters_tasks_and_watches() {
        var office = given.office("360124101000");

        var made = calls.submit(office, "/quarters/2027Q1/tasks", "region", "");

        assertThat(made).hasStatus(303);
        var progress = made.getResponse().getRedirectedUrl();
        assertThat(calls.get(office, progress)).hasStatusOk().bodyText().contains("生成2027年第1季度任务");
        assertThat(calls.get(given.office(OTHER_COUNTY), progress)).hasStatus(404);
        assertThat(calls.submit(given.official(liu, village), "/quarters/2027Q1/tasks"))
            .hasStatus(403);
    }

    @Test
    void a_period_without_tasks_says_how_they_come() {
        assertThat(calls.get(given.office("360124102000"), "/tasks?period=2031Q1")).bodyText().contains("这一期还没有督导任务", "生成任务");
        assertThat(calls.get(given.official(liu, "360124102001"), "/tasks?period=2031Q1")).bodyText().contains("任务由食安办生成").doesNotContain("/quarters/");
    }

    private UUID visited(Scope official, UUID task, String item, String text) {
        return supervision.visit(official, task, reports.of(official, supervision.task(official, task)).wrong(item, text).made()).visit();
    }
}
