package io.liangze.problem;

import static io.liangze.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.liangze.Given;
import io.liangze.GivenCalls;
import io.liangze.LiangzeTest;
import io.liangze.shared.Scope;
import io.liangze.shared.Severity;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LiangzeTest
class ProblemPagesTest {

    @Autowired MockMvcTester mvc;
    @Autowired GivenCalls calls;
    @Autowired GivenProblems given;
    @Autowired Given who;
    @Autowired Problems problems;

    private GivenProblems.Shop shop;
    private Scope office;

    @BeforeEach
    void places() {
        given.places();
        shop = given.shop();
        office = who.office(GivenProblems.COUNTY);
    }

    @Test
    void the_list_keeps_its_filter_in_tabs_export_and_paging() {
        for (int i = 0; i < 51; i++) given.found(shop, Severity.GENERAL);
        var of = "/problems?subject=" + shop.about().subject();

        body(calls.get(office, of)).contains("冰箱内生鸡腿与凉拌菜同层存放", "待整改", "共 51 项",
            "/problems/export.xlsx?subject=" + shop.about().subject(), "/problems?state=RECTIFIED&amp;subject=", "after=368801001001");
        body(calls.get(office, of + "&state=CLOSED")).contains("没有符合条件的问题").doesNotContain("同层存放");
        assertThat(mvc.get().uri(of).header("HX-Target", "rows").with(signedIn(office))).hasStatusOk().bodyText()
            .startsWith("<tr>").contains("hx-swap-oob=\"true\"").doesNotContain("<html");
    }

    @Test
    void each_tab_says_how_many_its_list_has() {
        var rectified = given.found(shop, Severity.GENERAL);
        for (int i = 0; i < 2; i++) given.found(shop, Severity.GENERAL);
        given.rectified(shop, rectified);
        var of = "subject=" + shop.about().subject();

        body(calls.get(office, "/problems?" + of)).contains("hx-get=\"/problems/tabs?" + of).doesNotContain("export.csv");
        body(calls.get(office, "/problems/tabs?" + of)).contains("全部 <data>3</data>", "待整改 <data>2</data>", "待复核 <data>1</data>", "已销号 <data>0</data>");
        body(calls.get(office, "/problems?" + of + "&state=OPEN")).contains("共 2 项");
    }

    @Test
    void the_page_shows_the_acts_that_this_account_may_and_why_not_the_others() {
        var file = given.rectified(shop, given.found(shop, Severity.SERIOUS));
        var page = "/problems/" + file.problem().id();

        body(calls.get(office, page)).contains("复核通过，销号", page + "/accept", page + "/return", page + "/refer", "整改前后",
            "还剩 5 个工作日", "严重", "待复核");
        body(calls.get(shop.business(), page)).contains("整改人不能复核自己的整改", "现在没有需要您办的事").doesNotContain(page + "/accept\"");
        body(calls.get(shop.official(), page)).contains("由所在地的食安办办理", page + "/refer").doesNotContain(page + "/accept\"");
        assertThat(calls.get(who.office(GivenProblems.OTHER_COUNTY), page)).hasStatus(404);
    }

    @Test
    void the_page_of_a_subject_shows_its_problems() {
        given.found(shop, Severity.SERIOUS);
        given.found(shop, "K01", Severity.GENERAL, true);
        var of = "/problems/of/" + shop.about().subject();

        body(calls.get(office, of)).contains("未闭环 1，本年共 2", "登记问题", "已销号").doesNotContain("<html");
        body(calls.get(shop.official(), of)).contains("未闭环 1").doesNotContain("登记问题");
        assertThat(calls.get(shop.official(), "/problems/new?subject=" + shop.about().subject())).hasStatus(403);
        assertThat(calls.get(who.office(GivenProblems.OTHER_COUNTY), of)).hasStatus(404);
    }

    @Test
    void a_page_reads_in_english_too() {
        var file = given.rectified(shop, given.found(shop, Severity.SERIOUS));

        for (var path : List.of("/problems", "/problems/" + file.problem().id(), "/problems/" + file.problem().id() + "/accept"))
            assertThat(mvc.get().uri(path).locale(Locale.ENGLISH).header("Accept-Language", "en").with(signedIn(office))).hasStatusOk()
                .bodyText().contains("Problems");
    }

    @Test
    void photos_that_were_sent_stay_when_something_else_is_wrong() throws IOException {
        var id = given.rectified(shop, given.found(shop, Severity.SERIOUS)).problem().id();
        var photo = new MockMultipartFile("photos", "a.png", "image/png", given.picture());

        var wrong = mvc.post().uri("/problems/{id}/accept", id).multipart().file(photo).param("text", "x".repeat(2001))
            .with(signedIn(office)).with(csrf()).exchange();

        assertThat(wrong).hasStatus(422).bodyText().contains("最多 2,000 个字", "name=\"evidence\"", "已上传 1 张");
        assertThat(problems.find(office, id).problem().state()).isEqualTo(ProblemState.RECTIFIED);
    }

    @Test
    void a_rectification_is_sent_from_the_page_with_its_photos() throws IOException {
        var id = given.found(shop, Severity.GENERAL).problem().id();
        var photo = new MockMultipartFile("photos", "a.png", "image/png", given.picture());
        var text = new MockMultipartFile("photos", "a.txt", "text/plain", "no picture".getBytes());

        assertThat(mvc.post().uri("/problems/{id}/rectify", id).multipart().file(text).with(signedIn(shop.business())).with(csrf()).exchange())
            .hasStatus(422).bodyText().contains("只收 JPEG");
        assertThat(mvc.post().uri("/problems/{id}/rectify", id).multipart().file(photo).param("text", "已分层").with(signedIn(shop.business()))
            .with(csrf()).exchange()).hasStatus(303).redirectedUrl().isEqualTo("/problems/" + id);

        assertThat(problems.find(office, id).events().getLast().evidence()).hasSize(1);
    }

    @Test
    void a_remark_and_a_signature_are_sent_from_the_page() {
        var id = given.found(shop, Severity.CRITICAL).problem().id();
        problems.act(shop.official(), id, new Step.Refer("莲县市场监督管理局", "无证经营"));

        assertThat(mvc.post().uri("/problems/{id}/sign-for", id).with(signedIn(given.regulator())).with(csrf())).hasStatus(303);
        assertThat(mvc.post().uri("/problems/{id}/remark", id).param("text", "已到现场").with(signedIn(office)).with(csrf())).hasStatus(303);
        assertThat(mvc.post().uri("/problems/{id}/remark", id).param("text", "x")
            .with(signedIn(who.office(GivenProblems.OTHER_COUNTY))).with(csrf())).hasStatus(404);

        body(calls.get(office, "/problems/" + id)).contains("已到现场", "签收时间", "莲县市场监督管理局", "执法办理");
        body(calls.get(given.regulator(), "/problems/" + id + "/enforcement-result")).contains("行政处罚", "name=\"number\"");
    }

    @Test
    void a_remark_without_words_is_told_so_beside_its_field() {
        var id = given.found(shop, Severity.GENERAL).problem().id();

        assertThat(mvc.post().uri("/problems/{id}/remark", id).param("text", " ").with(signedIn(office)).with(csrf())).hasStatus(422)
            .bodyText().contains("text-why");

        assertThat(problems.find(office, id).events()).hasSize(1);
    }

    @Test
    void every_act_has_a_form_that_says_what_will_happen() {
        var file = given.found(shop, Severity.GENERAL);
        var page = "/problems/" + file.problem().id() + "/";

        body(calls.get(office, page + "extend")).contains("期限只能延长一次", "最晚到", "name=\"due\"");
        body(calls.get(office, page + "escalate")).contains("name=\"text\"");
        body(calls.get(office, page + "refer")).contains("name=\"to\"", "不能撤回");
        body(calls.get(office, page + "cancel")).contains("name=\"twin\"", "不能恢复");
        body(calls.get(shop.business(), page + "rectify")).contains("name=\"photos\"", "整改后的照片");
        assertThat(calls.get(office, page + "accept")).hasStatus(409);
        assertThat(calls.get(shop.business(), page + "extend")).hasStatus(403);
        assertThat(calls.get(office, page + "nothing")).hasStatus(404);
        body(calls.get(office, "/problems/new?subject=" + shop.about().subject())).contains("投诉举报", "老王面馆").doesNotContain("包保督导");
        assertThat(mvc.post().uri("/problems/new").param("subject", shop.about().subject().toString()).param("source", "NEWS")
            .param("severity", "GENERAL").param("text", "网传后厨脏乱").with(signedIn(office)).with(csrf())).hasStatus(303);
        assertThat(mvc.post().uri("/problems/new").param("subject", shop.about().subject().toString()).param("source", "NEWS")
            .param("severity", "GENERAL").param("text", " ").with(signedIn(office)).with(csrf())).hasStatus(422);
    }

    @Test
    void an_export_holds_exactly_what_is_filtered() throws IOException {
        for (int i = 0; i < 3; i++) given.found(shop, Severity.GENERAL);
        given.found(shop, Severity.CRITICAL);

        var csv = calls.get(office, "/problems/export.csv?severity=GENERAL&subject=" + shop.about().subject());
        var xlsx = calls.get(office, "/problems/export.xlsx?subject=" + shop.about().subject());

        assertThat(csv).hasStatusOk().bodyText().startsWith("\uFEFF编号,问题,主体").hasLineCount(4);
        assertThat(csv.getResponse().getHeader("Content-Disposition")).contains("2026-11-24.csv");
        assertThat(xlsx.getResponse().getContentAsByteArray()).startsWith('P', 'K');
    }

    private static AbstractStringAssert<?> body(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        try {
            return assertThat(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
