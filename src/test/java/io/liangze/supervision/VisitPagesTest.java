package io.liangze.supervision;

import static io.liangze.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.TestClock;
import io.liangze.region.GivenPlaces;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.subject.GivenSubjects;
import io.liangze.subject.Subject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LiangzeTest
class VisitPagesTest {

    private static final String COUNTY = "360124000000";
    private static final String VILLAGE = "360124100003";

    @Autowired MockMvcTester mvc;
    @Autowired Given given;
    @Autowired TestClock clock;
    @Autowired GivenPlaces places;
    @Autowired GivenSubjects subjects;
    @Autowired GivenTasks tasks;
    @Autowired GivenReports reports;
    @Autowired Supervision supervision;

    private final UUID liu = UuidCreator.getTimeOrderedEpoch();
    private Scope official;
    private Subject shop;
    private UUID visit;

    @BeforeEach
    void a_visit_that_found_something() {
        places.county(COUNTY);
        official = given.official(liu, VILLAGE);
        shop = subjects.at(VILLAGE).saved();
        visit = visited(official, tasks.of(shop).by(liu, "刘春华").saved(), "K03", "没有任命文件");
    }

    @Test
    void the_list_and_the_record_show_what_was_seen() {
        assertThat(page("/visits?subject=" + shop.id(), given.office(COUNTY))).hasStatusOk().bodyText().contains("/visits/" + visit, "刘春华", "发现问题", "11 分钟");
        assertThat(page("/visits/" + visit, given.office(COUNTY))).hasStatusOk().bodyText()
            .contains("没有任命文件", "/evidence/", "王水生 店主", "已签字", "/problems/").doesNotContain("/visits/" + visit + "/correct");
        assertThat(page("/visits/of/" + shop.id(), given.office(COUNTY))).hasStatusOk().bodyText().contains("督导记录", "/visits/" + visit).doesNotContain("<html");
    }

    @Test
    void outside_the_scope_there_is_no_such_visit() {
        var other = given.office(places.county("360121000000"));

        assertThat(page("/visits/" + visit, other)).hasStatus(404);
        assertThat(page("/visits/" + visit + "?receipt", given.official(liu, "360121100001"))).hasStatus(404);
        assertThat(page("/visits?subject=" + shop.id(), other)).bodyText().contains("没有符合这些条件的督导记录");
        assertThat(page("/visits/of/" + shop.id(), other)).bodyText().contains("还没有督导过。");
        assertThat(page("/visits", given.at(Role.AUDITOR, COUNTY))).hasStatus(403);
    }

    @Test
    void the_receipt_says_what_arrived_and_where_to_go_next() {
        tasks.of(subjects.at(VILLAGE).named("聚贤早点").saved()).by(liu, "刘春华").saved();

        assertThat(page("/visits/" + visit + "?receipt", official)).hasStatusOk().bodyText()
            .contains("已送达", visit.toString().substring(24), "发现 1 个问题", "没有任命文件", "已完成 1 / 2", "下一户：聚贤早点", "/visits/" + visit + "/correct");
    }

    @Test
    void the_visitor_corrects_an_answer_and_the_old_one_stays() {
        assertThat(page("/visits/" + visit + "/correct", official)).hasStatusOk().bodyText().contains("name=\"result.K03\"", "更正理由");

        var corrected = correct(official, "现场看漏了", "K08", "PROBLEM", "两人没有健康证", new MockMultipartFile("photo.K08", "a.png", "image/png", reports.picture()));

        assertThat(corrected).hasStatus(303).redirectedUrl().isEqualTo("/visits/" + visit);
        assertThat(page("/visits/" + visit, given.office(COUNTY))).bodyText().contains("已更正", "两人没有健康证", "现场看漏了", "更正前：符合", "第 2 版");
    }

    @Test
    void a_correction_without_its_photo_comes_back_with_the_flaw_beside_the_item_and_changes_nothing() {
        var answer = correct(official, "看漏了", "K08", "PROBLEM", "两人没有健康证", new MockMultipartFile("photo.K08", new byte[0]));

        assertThat(answer).hasStatus(422).bodyText().contains("id=\"photo.K08-why\"", "该项需要照片。", "两人没有健康证", "看漏了");
        assertThat(page("/visits/" + visit, official)).bodyText().doesNotContain("已更正");
    }

    @Test
    void only_the_visitor_corrects_and_only_within_three_days() {
        assertThat(page("/visits/" + visit + "/correct", given.official(UUID.randomUUID(), VILLAGE))).hasStatus(403);
        assertThat(page("/visits/" + visit + "/correct", given.office(COUNTY))).hasStatus(403);

        clock.forward(Duration.ofDays(3).plusMinutes(1));

        assertThat(page("/visits/" + visit + "/correct", official)).hasStatus(409).bodyText().contains("提交满三天后不能再更正。");
        assertThat(page("/visits/" + visit, official)).bodyText().doesNotContain("/visits/" + visit + "/correct");
    }

    private MvcTestResult correct(Scope scope, String reason, String item, String result, String text, MockMultipartFile photo) {
        return mvc.post().uri("/visits/" + visit + "/correct").multipart().file(photo).param("reason", reason).param("result." + item, result)
            .param("text." + item, text).with(signedIn(scope)).with(SecurityMockMvcRequestPostProcessors.csrf()).exchange();
    }

    private UUID visited(Scope official, UUID task, String item, String text) {
        return supervision.visit(official, task, reports.of(official, supervision.task(official, task)).wrong(item, text).made()).visit();
    }

    private MvcTestResult page(String path, Scope scope) {
        return mvc.get().uri(path).with(signedIn(scope)).exchange();
    }
}
