package io.liangze.problem;

import static io.liangze.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Severity;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LiangzeTest
class ProblemApiTest {

    @Autowired MockMvcTester mvc;
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
    void a_problem_reads_as_the_contract_says() {
        var id = given.found(shop, Severity.SERIOUS).problem().id();

        assertThat(get(office, "/" + id)).hasStatusOk().bodyJson()
            .isLenientlyEqualTo("""
                {"id": "%s", "subject": {"id": "%s", "name": "老王面馆", "kind": "C6", "region": {"code": "368801001001", "name": "向阳村"}},
                 "source": "VISIT", "item": "KC03", "severity": "SERIOUS", "text": "冰箱内生鸡腿与凉拌菜同层存放", "state": "OPEN",
                 "due": "2026-12-01", "owner": "王水生", "official": {"name": "刘春华"}, "repeatOf": null,
                 "events": [{"by": "刘春华", "act": "OPEN", "text": "冰箱内生鸡腿与凉拌菜同层存放"}]}
                """.formatted(id, shop.about().subject()));
        assertThat(get(office, "/" + id)).bodyJson().extractingPath("$.events[0].evidence").asArray().hasSize(1);
    }

    @Test
    void a_problem_goes_through_the_loop() {
        var id = given.found(shop, Severity.SERIOUS).problem().id();
        var proof = given.photo(shop.business());

        assertThat(post(shop.business(), "/" + id + "/rectify", "{\"text\": \"已分层\", \"evidence\": [\"" + proof + "\"]}"))
            .hasStatusOk().bodyJson().extractingPath("$.state").isEqualTo("RECTIFIED");
        assertThat(post(office, "/" + id + "/return", "{\"text\": \"看不清\", \"due\": \"2026-12-09\"}"))
            .hasStatusOk().bodyJson().extractingPath("$.due").isEqualTo("2026-12-09");
        assertThat(post(office, "/" + id + "/extend", "{\"due\": \"2026-12-20\", \"reason\": \"设备\"}")).hasStatusOk();
        assertThat(post(shop.official(), "/" + id + "/escalate", "{\"reason\": \"拖延\"}")).hasStatusOk()
            .bodyJson().extractingPath("$.state").isEqualTo("ESCALATED");
        assertThat(post(shop.official(), "/" + id + "/refer", "{\"to\": \"市场监管局\", \"reason\": \"拒不整改\"}")).hasStatusOk();
        assertThat(post(given.regulator(), "/" + id + "/sign-for", "{}")).hasStatusOk();
        assertThat(post(given.regulator(), "/" + id + "/enforcement-result", "{\"result\": \"PENALTY\", \"number\": \"3号\"}"))
            .hasStatusOk().bodyJson().extractingPath("$.state").isEqualTo("CLOSED");
        assertThat(post(office, "/" + id + "/remark", "{\"text\": \"已归档\"}")).hasStatusOk()
            .bodyJson().extractingPath("$.events[-1:].act").asArray().containsExactly("REMARK");
    }

    @Test
    void what_is_not_possible_now_says_what_is() {
        var id = given.found(shop, Severity.GENERAL).problem().id();

        var refused = assertThat(post(office, "/" + id + "/accept", "{}")).hasStatus(409).hasContentType(MediaType.APPLICATION_PROBLEM_JSON).bodyJson();

        refused.extractingPath("$.code").isEqualTo("problem.not-now");
        refused.extractingPath("$.allowed").asArray()
            .containsExactlyInAnyOrder("RECTIFY", "EXTEND", "ESCALATE", "REFER", "CANCEL", "REMARK");
        refused.extractingPath("$.detail").asString().startsWith("问题现在的状态不能这样办");
    }

    @Test
    void bad_input_changes_nothing() {
        var id = given.found(shop, Severity.GENERAL).problem().id();

        assertThat(post(shop.business(), "/" + id + "/rectify", "{\"text\": \"x\"}")).hasStatus(422)
            .bodyJson().extractingPath("$.errors[0].field").isEqualTo("evidence");
        assertThat(post(shop.business(), "/" + id + "/rectify", "{\"txt\": \"x\"}")).hasStatus(400)
            .bodyJson().extractingPath("$.code").isEqualTo("input.unknown-field");
        assertThat(post(office, "/" + id + "/extend", "{\"due\": \"soon\"}")).hasStatus(400);
        assertThat(post(office, "/" + id + "/extend", "{")).hasStatus(400)
            .bodyJson().extractingPath("$.code").isEqualTo("input.unreadable");
        assertThat(post(office, "", "{\"subject\": \"" + shop.about().subject() + "\", \"source\": \"VISIT\", \"text\": \"x\"}"))
            .hasStatus(422).bodyJson().extractingPath("$.errors[0].code").isEqualTo("problem.visit-only");
        assertThat(problems.find(office, id).events()).hasSize(1);
    }

    @Test
    void outside_the_scope_nothing_is_there() {
        var id = given.found(shop, Severity.GENERAL).problem().id();
        var neighbour = who.office(GivenProblems.OTHER_COUNTY);

        assertThat(get(neighbour, "/" + id)).hasStatus(404).bodyJson().extractingPath("$.code").isEqualTo("problem.absent");
        assertThat(post(neighbour, "/" + id + "/cancel", "{\"reason\": \"x\"}")).hasStatus(404);
        assertThat(get(neighbour, "?region=" + GivenProblems.COUNTY)).hasStatus(404).bodyJson().extractingPath("$.code").isEqualTo("region.absent");
        assertThat(get(neighbour, "?subject=" + shop.about().subject())).bodyJson().extractingPath("$.items").asArray().isEmpty();
        assertThat(get(who.at(Role.AUDITOR, GivenProblems.COUNTY), "/" + id)).hasStatus(403);
        assertThat(mvc.get().uri("/api/v1/problems/" + id)).hasStatus(401);
    }

    @Test
    void a_list_is_filtered_counted_and_paged() {
        for (int i = 0; i < 3; i++) given.found(shop, Severity.GENERAL);
        given.found(shop, Severity.CRITICAL);
        var of = "?subject=" + shop.about().subject();

        var first = assertThat(get(office, of + "&total=true&limit=3")).hasStatusOk().bodyJson();
        first.extractingPath("$.total").isEqualTo(4);
        first.extractingPath("$.items").asArray().hasSize(3);
        var next = problems.page(office, ProblemFilterTest.ofSubject(shop), null, 3).next();
        assertThat(get(office, of + "&limit=3&after=" + next)).bodyJson().extractingPath("$.items").asArray().hasSize(1);
        assertThat(get(office, of + "&state=OPEN&state=RECTIFIED&severity=CRITICAL&period=2026Q4")).bodyJson()
            .extractingPath("$.items").asArray().hasSize(1);
        assertThat(get(office, of + "&period=2026Q3")).bodyJson().extractingPath("$.items").asArray().isEmpty();
        assertThat(get(office, of + "&overdue=true")).bodyJson().extractingPath("$.items").asArray().isEmpty();
        assertThat(get(shop.business(), of + "&mine=true")).bodyJson().extractingPath("$.items").asArray().hasSize(4);
        assertThat(get(office, of + "&state=NONE")).hasStatus(422);
        assertThat(get(office, of + "&limit=0")).hasStatus(422);
        assertThat(get(office, of + "&after=x")).hasStatus(422);
    }

    @Test
    void one_sent_twice_is_made_once() {
        var id = UUID.randomUUID();
        var body = """
            {"id": "%s", "subject": "%s", "source": "COMPLAINT", "severity": "SERIOUS", "text": "有异味", "evidence": []}
            """.formatted(id, shop.about().subject());

        assertThat(post(office, "", body)).hasStatus(201).hasHeader("Location", "/api/v1/problems/" + id)
            .bodyJson().extractingPath("$.id").isEqualTo(id.toString());
        assertThat(post(office, "", body)).hasStatus(201).bodyJson().extractingPath("$.id").isEqualTo(id.toString());

        assertThat(problems.count(office, ProblemFilterTest.ofSubject(shop))).isEqualTo(1);
        assertThat(post(given.regulator(), "", body)).hasStatus(409).bodyJson().extractingPath("$.code").isEqualTo("idempotency.key-reused");
    }

    private MvcTestResult get(Scope scope, String path) {
        return mvc.get().uri("/api/v1/problems" + path).with(signedIn(scope)).exchange();
    }

    private MvcTestResult post(Scope scope, String path, String body) {
        return mvc.post().uri("/api/v1/problems" + path).with(signedIn(scope)).with(csrf())
            .contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }
}
