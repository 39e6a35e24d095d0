package io.liangze.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.Given;
import io.liangze.GivenCalls;
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

@LiangzeTest
class ProblemApiTest {

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
    void a_problem_reads_as_the_contract_says() {
        var id = given.found(shop, Severity.SERIOUS).problem().id();

        assertThat(calls.get(office, "/api/v1/problems/" + id)).hasStatusOk().bodyJson()
            .isLenientlyEqualTo("""
                {"id": "%s", "subject": {"id": "%s", "name": "老王面馆", "kind": "C6", "region": {"code": "368801001001", "name": "向阳村"}},
                 "source": "VISIT", "item": "KC03", "severity": "SERIOUS", "text": "冰箱内生鸡腿与凉拌菜同层存放", "state": "OPEN",
                 "due": "2026-12-01", "owner": "王水生", "official": {"name": "刘春华"}, "repeatOf": null,
                 "events": [{"by": "刘春华", "act": "OPEN", "text": "冰箱内生鸡腿与凉拌菜同层存放"}]}
                """.formatted(id, shop.about().subject()));
        assertThat(calls.get(office, "/api/v1/problems/" + id)).bodyJson().extractingPath("$.events[0].evidence").asArray().hasSize(1);
    }

    @Test
    void a_problem_goes_through_the_loop() {
        var id = given.found(shop, Severity.SERIOUS).problem().id();
        var proof = given.photo(shop.business());

        assertThat(calls.post(shop.business(), "/api/v1/problems/" + id + "/rectify", "{\"text\": \"已分层\", \"evidence\": [\"" + proof + "\"]}"))
            .hasStatusOk().bodyJson().extractingPath("$.state").isEqualTo("RECTIFIED");
        assertThat(calls.post(office, "/api/v1/problems/" + id + "/return", "{\"text\": \"看不清\", \"due\": \"2026-12-09\"}"))
            .hasStatusOk().bodyJson().extractingPath("$.due").isEqualTo("2026-12-09");
        assertThat(calls.post(office, "/api/v1/problems/" + id + "/extend", "{\"due\": \"2026-12-20\", \"reason\": \"设备\"}")).hasStatusOk();
        assertThat(calls.post(shop.official(), "/api/v1/problems/" + id + "/escalate", "{\"reason\": \"拖延\"}")).hasStatusOk()
            .bodyJson().extractingPath("$.state").isEqualTo("ESCALATED");
        assertThat(calls.post(shop.official(), "/api/v1/problems/" + id + "/refer", "{\"to\": \"市场监管局\", \"reason\": \"拒不整改\"}")).hasStatusOk();
        assertThat(calls.post(given.regulator(), "/api/v1/problems/" + id + "/sign-for", "{}")).hasStatusOk();
        assertThat(calls.post(given.regulator(), "/api/v1/problems/" + id + "/enforcement-result", "{\"result\": \"PENALTY\", \"number\": \"3号\"}"))
            .hasStatusOk().bodyJson().extractingPath("$.state").isEqualTo("CLOSED");
        assertThat(calls.post(office, "/api/v1/problems/" + id + "/remark", "{\"text\": \"已归档\"}")).hasStatusOk()
            .bodyJson().extractingPath("$.events[-1:].act").asArray().containsExactly("REMARK");
    }

    @Test
    void what_is_not_possible_now_says_what_is() {
        var id = given.found(shop, Severity.GENERAL).problem().id();

        var refused = assertThat(calls.post(office, "/api/v1/problems/" + id + "/accept", "{}")).hasStatus(409).hasContentType(MediaType.APPLICATION_PROBLEM_JSON).bodyJson();

        refused.extractingPath("$.code").isEqualTo("problem.not-now");
        refused.extractingPath("$.allowed").asArray()
            .containsExactlyInAnyOrder("RECTIFY", "EXTEND", "ESCALATE", "REFER", "CANCEL", "REMARK");
        refused.extractingPath("$.detail").asString().startsWith("问题现在的状态不能这样办");
    }

    @Test
    void bad_input_changes_nothing() {
        var id = given.found(shop, Severity.GENERAL).problem().id();

        assertThat(calls.post(shop.business(), "/api/v1/problems/" + id + "/rectify", "{\"text\": \"x\"}")).hasStatus(422)
            .bodyJson().extractingPath("$.errors[0].field").isEqualTo("evidence");
        assertThat(calls.post(shop.business(), "/api/v1/problems/" + id + "/rectify", "{\"txt\": \"x\"}")).hasStatus(400)
            .bodyJson().extractingPath("$.code").isEqualTo("input.unknown-field");
        assertThat(calls.post(office, "/api/v1/problems/" + id + "/extend", "{\"due\": \"soon\"}")).hasStatus(400);
        assertThat(calls.post(office, "/api/v1/problems/" + id + "/extend", "{")).hasStatus(400)
            .bodyJson().extractingPath("$.code").isEqualTo("input.unreadable");
        assertThat(calls.post(office, "/api/v1/problems", "{\"subject\": \"" + shop.about().subject() + "\", \"source\": \"VISIT\", \"text\": \"x\"}"))
            .hasStatus(422).bodyJson().extractingPath("$.errors[0].code").isEqualTo("problem.visit-only");
        assertThat(problems.find(office, id).events()).hasSize(1);
    }

    @Test
    void outside_the_scope_nothing_is_there() {
        var id = given.found(shop, Severity.GENERAL).problem().id();
        var neighbour = who.office(GivenProblems.OTHER_COUNTY);

        assertThat(calls.get(neighbour, "/api/v1/problems/" + id)).hasStatus(404).bodyJson().extractingPath("$.code").isEqualTo("problem.absent");
        assertThat(calls.post(neighbour, "/api/v1/problems/" + id + "/cancel", "{\"reason\": \"x\"}")).hasStatus(404);
        assertThat(calls.get(neighbour, "/api/v1/problems?region=" + GivenProblems.COUNTY)).hasStatus(404).bodyJson().extractingPath("$.code").isEqualTo("region.absent");
        assertThat(calls.get(neighbour, "/api/v1/problems?subject=" + shop.about().subject())).bodyJson().extractingPath("$.items").asArray().isEmpty();
        assertThat(calls.get(who.at(Role.AUDITOR, GivenProblems.COUNTY), "/api/v1/problems/" + id)).hasStatus(403);
        assertThat(mvc.get().uri("/api/v1/problems/" + id)).hasStatus(401);
    }

    @Test
    void a_list_is_filtered_counted_and_paged() {
        for (int i = 0; i < 3; i++) given.found(shop, Severity.GENERAL);
        given.found(shop, Severity.CRITICAL);
        var of = "/api/v1/problems?subject=" + shop.about().subject();

        var first = assertThat(calls.get(office, of + "&total=true&limit=3")).hasStatusOk().bodyJson();
        first.extractingPath("$.total").isEqualTo(4);
        first.extractingPath("$.items").asArray().hasSize(3);
        var next = problems.page(office, ProblemFilterTest.ofSubject(shop), null, 3).next();
        assertThat(calls.get(office, of + "&limit=3&after=" + next)).bodyJson().extractingPath("$.items").asArray().hasSize(1);
        assertThat(calls.get(office, of + "&state=OPEN&state=RECTIFIED&severity=CRITICAL&period=2026Q4")).bodyJson()
            .extractingPath("$.items").asArray().hasSize(1);
        assertThat(calls.get(office, of + "&period=2026Q3")).bodyJson().extractingPath("$.items").asArray().isEmpty();
        assertThat(calls.get(office, of + "&overdue=true")).bodyJson().extractingPath("$.items").asArray().isEmpty();
        assertThat(calls.get(shop.business(), of + "&mine=true")).bodyJson().extractingPath("$.items").asArray().hasSize(4);
        assertThat(calls.get(office, of + "&state=NONE")).hasStatus(422);
        assertThat(calls.get(office, of + "&limit=0")).hasStatus(422);
        assertThat(calls.get(office, of + "&after=x")).hasStatus(422);
    }

    @Test
    void one_sent_twice_is_made_once() {
        var id = UUID.randomUUID();
        var body = """
            {"id": "%s", "subject": "%s", "source": "COMPLAINT", "severity": "SERIOUS", "text": "有异味", "evidence": []}
            """.formatted(id, shop.about().subject());

        assertThat(calls.post(office, "/api/v1/problems", body)).hasStatus(201).hasHeader("Location", "/api/v1/problems/" + id)
            .bodyJson().extractingPath("$.id").isEqualTo(id.toString());
        assertThat(calls.post(office, "/api/v1/problems", body)).hasStatus(201).bodyJson().extractingPath("$.id").isEqualTo(id.toString());

        assertThat(problems.count(office, ProblemFilterTest.ofSubject(shop))).isEqualTo(1);
        assertThat(calls.post(given.regulator(), "/api/v1/problems", body)).hasStatus(409).bodyJson().extractingPath("$.code").isEqualTo("idempotency.key-reused");
    }
}
