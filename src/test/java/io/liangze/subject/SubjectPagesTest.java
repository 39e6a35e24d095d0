package io.liangze.subject;

import static io.liangze.Given.signedIn;
import static io.liangze.GivenCalls.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.Given;
import io.liangze.GivenCalls;
import io.liangze.LiangzeTest;
import io.liangze.region.GivenPlaces;
import io.liangze.shared.Grade;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LiangzeTest
class SubjectPagesTest {

    private static final String VILLAGE = "360121100003";

    @Autowired MockMvcTester mvc;
    @Autowired GivenCalls calls;
    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenSubjects shops;
    @Autowired GradeOverrides overrides;

    private Scope office;

    @BeforeEach
    void places() {
        office = given.office(places.county("360121000000"));
        places.county("360123000000");
    }

    @Test
    void the_list_and_its_rows_show_the_same_subjects() {
        shops.at(VILLAGE).named("庐陵酒店").saved();

        var page = calls.get(office, "/subjects?q=庐陵酒店&region=" + VILLAGE);
        var rows = mvc.get().uri("/subjects?q=庐陵酒店&region=" + VILLAGE).header("HX-Target", "rows").with(signedIn(office)).exchange();

        assertThat(page).hasStatusOk();
        assertThat(text(page)).contains("庐陵酒店", "<html", "莲塘镇");
        assertThat(text(rows)).contains("庐陵酒店").doesNotContain("<html");
        assertThat(text(calls.get(office, "/subjects/views?region=" + VILLAGE))).contains("资料不全");
    }

    @Test
    void one_subject_tells_why_it_has_its_grade_and_offers_only_what_may_be_done() {
        var shop = shops.at(VILLAGE).named("聚贤早点").kind("N1").with(SubjectField.DINERS, "800").saved();
        overrides.ask(office, shop.id(), Grade.A, "群众反映集中", LocalDate.of(2027, 6, 30));
        var path = "/subjects/" + shop.id();

        assertThat(text(calls.get(office, path))).contains("聚贤早点", "达到总监配备标准的食堂", "群众反映集中", "/edit").doesNotContain("/override/approve");
        assertThat(text(calls.get(given.office("360100000000"), path))).contains("/override/approve");
        assertThat(text(calls.get(given.at(Role.LEADER, "360121000000"), path))).doesNotContain("/edit", "13812341234");
        assertThat(calls.get(given.office("360123000000"), path)).hasStatus(404);
        assertThat(text(calls.get(office, path + "/history"))).contains("申请调整分级", "登记");
    }

    @Test
    void a_form_comes_back_with_what_was_typed_and_what_is_wrong_beside_it() {
        assertThat(calls.get(office, "/subjects/new")).hasStatusOk();

        var answer = calls.submit(office, "/subjects", "name", "阳光幼儿园食堂", "kind", "N2", "region", VILLAGE, "creditCode", "92360981MA37CD3412", "chainRole", "NONE", "status", "ACTIVE");

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("阳光幼儿园食堂", "统一社会信用代码校验位不符", "creditCode-why");
    }

    @Test
    void a_right_form_opens_changes_and_closes() {
        var opened = calls.submit(office, "/subjects", "name", "天天乐便民店", "kind", "S5", "region", VILLAGE, "phone", "13812341234", "chainRole", "NONE", "status", "ACTIVE");
        assertThat(opened).hasStatus3xxRedirection();
        var path = opened.getResponse().getRedirectedUrl();
        assertThat(text(calls.get(office, path + "/edit"))).contains("天天乐便民店", "13812341234");

        assertThat(calls.submit(given.admin(), path, "name", "天天乐超市", "phone", "138****1234"))
            .hasStatus3xxRedirection();
        assertThat(text(calls.get(office, path))).contains("天天乐超市", "13812341234");

        assertThat(calls.submit(office, path + "/status", "status", "CLOSED", "date", "2026-11-20"))
            .hasStatus(422);
        assertThat(calls.submit(office, path + "/status", "status", "CLOSED", "date", "2026-11-20", "reason", "歇业")).hasStatus3xxRedirection();
        assertThat(text(calls.get(office, path))).contains("注销", "歇业");
    }

    @Test
    void a_grade_is_refused_with_a_reason_that_is_asked_for_beside_its_field() {
        var shop = shops.at(VILLAGE).named("庐山早点").saved();
        overrides.ask(office, shop.id(), Grade.A, "群众反映集中", LocalDate.of(2027, 6, 30));
        var above = given.office("360100000000");
        var refuse = "/subjects/" + shop.id() + "/override/refuse";

        assertThat(calls.get(above, refuse)).hasStatusOk();
        assertThat(calls.submit(above, refuse, "reason", " ")).hasStatus(422).bodyText().contains("reason-why");
        assertThat(calls.submit(above, refuse, "reason", "由".repeat(501))).hasStatus(422).bodyText().contains("reason-why");
        assertThat(overrides.waiting(office, shop.id())).isPresent();

        assertThat(calls.submit(above, refuse, "reason", "理由不足")).hasStatus3xxRedirection();
        assertThat(overrides.waiting(office, shop.id())).isEmpty();
    }

    @Test
    void a_business_that_has_ended_can_only_be_taken_up_again() {
        var shop = shops.at(VILLAGE).named("旧街面馆").saved();
        var path = "/subjects/" + shop.id();
        assertThat(calls.submit(office, path + "/status", "status", "CLOSED", "date", "2026-11-20", "reason", "歇业")).hasStatus3xxRedirection();

        assertThat(text(calls.get(office, path))).contains("恢复经营").doesNotContain(path + "/edit", "变更状态");
        assertThat(text(calls.get(office, path + "/status"))).contains("恢复经营", "value=\"ACTIVE\"").doesNotContain("value=\"CLOSED\"", "value=\"DUPLICATE\"");
        assertThat(calls.submit(office, path + "/status", "reason", "误注销")).hasStatus(422).bodyText().contains("status-why");

        assertThat(calls.submit(office, path + "/status", "status", "ACTIVE", "reason", "误注销")).hasStatus3xxRedirection();
        assertThat(text(calls.get(office, path))).contains(path + "/edit", "变更状态");
    }

    @Test
    void an_export_has_exactly_what_is_filtered() {
        var village = "360121100004";
        shops.at(village).named("万家福超市").kind("S3").with(SubjectField.AREA, "2600").saved();
        shops.at(village).named("徐记豆腐坊").kind("W1").saved();

        var csv = calls.get(office, "/subjects/export.csv?grade=B&region=" + village);

        assertThat(csv).hasStatusOk();
        assertThat(text(csv)).contains("万家福超市", "商场超市", "13812341234", "G13").doesNotContain("徐记豆腐坊");
        assertThat(text(calls.get(given.at(Role.INSPECTOR, "360121000000"), "/subjects/export.csv?region=" + village))).contains("138****1234");
        assertThat(calls.get(office, "/subjects/export.xlsx?region=" + village)).hasStatusOk();
        assertThat(calls.get(office, "/subjects/export.csv?region=360123100001")).hasStatus(404);
    }

    @Test
    void the_version_in_force_changes_nothing_and_an_unknown_one_is_not_there() {
        shops.at(VILLAGE).saved();

        assertThat(text(calls.get(office, "/rules/grading"))).contains("特殊食品生产企业", "现行版本", "校园周边重点主体");
        assertThat(calls.get(office, "/rules/grading?version=grading-1999-01-01")).hasStatus(404);
        assertThat(calls.get(given.at(Role.LEADER, "360121000000"), "/api/v1/rules/grading/grading-2023-01-01/effect")).hasStatus(403);
        assertThat(calls.get(office, "/api/v1/rules/grading/grading-2023-01-01/effect?region=" + VILLAGE)).hasStatusOk();
    }
}
