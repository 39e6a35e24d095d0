package io.liangze.audit;

import static io.liangze.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.region.GivenPlaces;
import io.liangze.shared.Grant;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.subject.GivenSubjects;
import io.liangze.subject.SubjectField;
import io.liangze.subject.Subjects;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@LiangzeTest
class AuditApiTest {

    private static final String COUNTY = "360428000000";
    private static final String TOWN = "360428100000";
    private static final String NEIGHBOUR = "360429000000";

    @Autowired MockMvcTester mvc;
    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenSubjects shops;
    @Autowired Subjects subjects;

    private Scope everywhere;

    @BeforeEach
    void an_auditor() {
        places.county(COUNTY);
        places.county(NEIGHBOUR);
        everywhere = given.holding("审计管理员", Grant.everywhere(Role.AUDITOR));
    }

    @Test
    void a_change_is_told_with_what_was_before_and_after_newest_first() {
        var shop = shops.at(TOWN).named("都昌面馆").saved();
        subjects.change(given.office(COUNTY), shop.id(), Map.of(SubjectField.NAME, "都昌老面馆"), "更名");

        var log = body(get(everywhere, "?total=true&act=subject.changed&object=" + shop.id()));

        assertThat(log.path("total").asInt()).isEqualTo(1);
        assertThat(log.at("/items/0/act").asString()).isEqualTo("subject.changed");
        assertThat(log.at("/items/0/before/name").asString()).isEqualTo("都昌面馆");
        assertThat(log.at("/items/0/after/name").asString()).isEqualTo("都昌老面馆");
        assertThat(log.at("/items/0/actor").asString()).isEqualTo("食安办 " + COUNTY);
        var all = body(get(everywhere, "?object=" + shop.id())).path("items");
        var first = body(get(everywhere, "?limit=1&object=" + shop.id()));
        var second = body(get(everywhere, "?object=%s&after=%s".formatted(shop.id(), first.path("next").asString())));
        assertThat(second.path("items")).hasSize(all.size() - 1);
        assertThat(second.at("/items/0")).isEqualTo(all.get(1));
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(body(get(everywhere, "?from=2026-11-25&object=" + shop.id())).path("items")).isEmpty();
        assertThat(body(get(everywhere, "?from=2026-11-24&to=2026-11-24&object=" + shop.id())).path("items")).hasSize(all.size());
    }

    @Test
    void who_audits_a_place_reads_what_was_done_there() {
        var shop = shops.at(TOWN).saved();
        var here = given.at(Role.AUDITOR, COUNTY);
        var there = given.at(Role.AUDITOR, NEIGHBOUR);

        assertThat(body(get(here, "?object=" + shop.id())).path("items")).isNotEmpty();
        assertThat(body(get(there, "?object=" + shop.id())).path("items")).isEmpty();
        assertThat(body(get(everywhere, "?region=%s&object=%s".formatted(COUNTY, shop.id()))).path("items")).isNotEmpty();
        assertThat(body(get(everywhere, "?region=%s&object=%s".formatted(NEIGHBOUR, shop.id()))).path("items")).isEmpty();
        for (var region : new String[] {COUNTY, "369999000000", "x"})
            assertThat(get(there, "?region=" + region)).as(region).hasStatus(404).bodyJson().extractingPath("$.code").isEqualTo("region.absent");
        body(get(here, "?limit=500")).path("items").forEach(entry ->
            assertThat(entry.path("region").asString("")).as("nothing without a place").startsWith("360428"));
    }

    @Test
    void a_zone_is_its_members() {
        places.zone("360471000000", "试验区", "360400000000", TOWN);
        var shop = shops.at(TOWN).saved();

        assertThat(body(get(everywhere, "?region=360471000000&act=subject.opened&object=" + shop.id())).path("items")).hasSize(1);
    }

    @Test
    void nobody_else_reads_it_and_bad_questions_are_refused() {
        for (var role : Role.values())
            if (role != Role.AUDITOR && role != Role.SYSTEM) assertThat(get(given.at(role, COUNTY), "")).as(role.name()).hasStatus(403);
        assertThat(mvc.get().uri("/api/v1/audit")).hasStatus(401);
        for (var wrong : new String[] {"?from=yesterday", "?to=2026-02-30", "?object=1", "?limit=0", "?after=x", "?from=%2B20261-01-01"})
            assertThat(get(everywhere, wrong)).as(wrong).hasStatus(422);
        assertThat(get(everywhere, "?objct=1")).hasStatus(400);
    }

    private MvcTestResult get(Scope scope, String query) {
        return mvc.get().uri(java.net.URI.create("/api/v1/audit" + query)).with(signedIn(scope)).exchange();
    }

    private static JsonNode body(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new JsonMapper().readTree(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
