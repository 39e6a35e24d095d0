package io.liangze.assignment;

import static io.liangze.GivenCalls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.liangze.Given;
import io.liangze.GivenCalls;
import io.liangze.LiangzeTest;
import io.liangze.official.GivenOfficials;
import io.liangze.problem.NewProblem;
import io.liangze.problem.ProblemSource;
import io.liangze.problem.Problems;
import io.liangze.region.GivenPlaces;
import io.liangze.region.Level;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Severity;
import io.liangze.subject.GivenSubjects;
import io.liangze.subject.Subject;
import io.liangze.subject.Subjects;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@LiangzeTest
class AssignmentApiTest {

    private static final String CITY = "360200000000";
    private static final String COUNTY = "360281000000";
    private static final String TOWN = "360281101000";
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired MockMvcTester mvc;
    @Autowired GivenCalls calls;
    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenOfficials officials;
    @Autowired GivenSubjects subjects;
    @Autowired Subjects businesses;
    @Autowired Problems problems;

    private Scope office;
    private List<String> villages;

    @BeforeEach
    void a_county(@Autowired io.liangze.region.Regions regions) {
        places.county(COUNTY);
        places.county("360222000000");
        office = given.office(COUNTY);
        villages = regions.children(office, TOWN).stream().map(io.liangze.region.Region::code).toList();
    }

    @Test
    void a_relation_reads_as_the_contract_says() {
        var secretary = officials.inPost(Level.VILLAGE, villages.get(0), "刘春华");
        var shop = covered(villages.get(0));

        var answer = calls.get(office, "/api/v1/assignments?subject=" + shop.id());

        assertThat(answer).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"items":[{"subject":{"id":"%s","name":"老王面馆"},"official":{"id":"%s","name":"刘春华","post":"负责人"},"from":"2026-11-24","to":null,
                       "acting":false}],"next":null}""".formatted(shop.id(), secretary));
        assertThat(json(answer).at("/items/0/why").asString()).isNotBlank();
    }

    @Test
    void a_list_is_cut_by_its_filters_and_goes_on_behind_its_cursor() {
        var village = villages.get(1);
        var secretary = officials.inPost(Level.VILLAGE, village, "村支书");
        for (int i = 0; i < 3; i++) covered(village);
        businesses.close(office, covered(village).id(), "歇业", java.time.LocalDate.of(2026, 11, 24));

        var first = json(calls.get(office, "/api/v1/assignments?region=%s&limit=2&total=true".formatted(village)));
        var second = json(calls.get(office, "/api/v1/assignments?region=%s&limit=2&after=%s".formatted(village, first.path("next").asString())));

        assertThat(first.path("items")).hasSize(2);
        assertThat(first.path("total").asInt()).isEqualTo(3);
        assertThat(second.path("items")).hasSize(1);
        assertThat(json(calls.get(office, "/api/v1/assignments?official=" + secretary + "&history=true&total=true")).path("total").asInt()).isEqualTo(4);
        assertThat(calls.get(office, "/api/v1/assignments?official=none")).hasStatus(422);
        assertThat(calls.get(office, "/api/v1/assignments?after=x")).hasStatus(422);
        assertThat(calls.get(office, "/api/v1/assignments?limit=501")).hasStatus(422);
    }

    @Test
    void by_hand_an_office_gives_a_subject_to_somebody_and_a_second_time_answers_the_same() {
        var village = villages.get(2);
        var one = officials.inPost(Level.VILLAGE, village, "甲");
        var two = officials.inPost(Level.VILLAGE, village, "乙");
        var shop = covered(village);
        var chosen = answering(shop).equals(one) ? two : one;
        var body = wish(shop.id(), chosen, "熟悉情况");

        var first = calls.post(office, "/api/v1/assignments", body);
        var second = calls.post(office, "/api/v1/assignments", body);

        assertThat(first).hasStatus(201).bodyJson().isLenientlyEqualTo("{\"official\":{\"id\":\"%s\"},\"pinned\":true,\"acting\":false}".formatted(chosen));
        assertThat(json(second)).isEqualTo(json(first));
        assertThat(json(calls.get(office, "/api/v1/assignments?subject=%s&history=true&total=true".formatted(shop.id()))).path("total").asInt()).isEqualTo(2);
    }

    @Test
    void by_hand_must_fit_and_is_for_the_office_of_the_place() {
        var village = villages.get(3);
        var secretary = officials.inPost(Level.VILLAGE, village, "村支书");
        var mayor = officials.inPost(Level.TOWNSHIP, TOWN, "镇长");
        var elsewhere = officials.inPost(Level.VILLAGE, villages.get(4), "邻村支书");
        var shop = covered(village);

        assertFlaw(calls.post(office, "/api/v1/assignments", wish(shop.id(), mayor, "越级")), "assignment.level");
        assertFlaw(calls.post(office, "/api/v1/assignments", wish(shop.id(), elsewhere, "外村")), "assignment.place");
        assertFlaw(calls.post(office, "/api/v1/assignments", wish(shop.id(), UUID.randomUUID(), "查无此人")), "assignment.official");
        assertFlaw(calls.post(office, "/api/v1/assignments", wish(shop.id(), secretary, "")), "assignment.reason");
        assertFlaw(calls.post(office, "/api/v1/assignments", "{}"), "value.missing");
        assertThat(calls.post(office, "/api/v1/assignments", "{\"subjct\":null}")).hasStatus(400);
        assertThat(calls.post(given.office("360222000000"), "/api/v1/assignments", wish(shop.id(), secretary, "外县"))).hasStatus(404);
        for (var role : List.of(Role.SYSTEM_ADMIN, Role.LEADER, Role.OFFICIAL, Role.REGULATOR, Role.AUDITOR))
            assertThat(calls.post(given.at(role, COUNTY), "/api/v1/assignments", wish(shop.id(), secretary, "无权"))).as(role.name()).hasStatus(403);
        assertThat(mvc.post().uri("/api/v1/assignments").with(csrf())).hasStatus(401);
        businesses.close(office, shop.id(), "歇业", java.time.LocalDate.of(2026, 11, 24));
        assertThat(calls.post(office, "/api/v1/assignments", wish(shop.id(), secretary, "已歇业"))).hasStatus(409);
        assertThat(json(calls.get(office, "/api/v1/assignments?subject=%s&history=true&total=true".formatted(shop.id()))).path("total").asInt()).isEqualTo(1);
    }

    @Test
    void a_matching_is_queued_and_told_of_and_a_second_one_keeps_all() {
        officials.inPost(Level.VILLAGE, villages.get(5), "村支书");
        covered(villages.get(5));

        var queued = calls.post(office, "/api/v1/assignments/match", "{\"region\":\"%s\"}".formatted(COUNTY));

        assertThat(queued).hasStatus(202);
        var at = "/api/v1/assignments/match/" + json(queued).path("id").asString();
        assertThat(queued).hasHeader("Location", at);
        await().untilAsserted(() -> assertThat(json(calls.get(office, at)).path("state").asString()).isEqualTo("DONE"));
        assertThat(json(calls.get(office, at)).path("assigned").asInt()).isZero();
        assertThat(json(calls.get(office, at)).path("kept").asInt()).isPositive();
        assertThat(calls.get(given.office("360222000000"), at)).hasStatus(404);
        assertThat(calls.get(given.at(Role.LEADER, COUNTY), at)).hasStatus(403);
    }

    @Test
    void nobody_matches_beyond_his_place() {
        for (var what : List.of("/api/v1/assignments/match", "/api/v1/assignments/rebalance")) {
            assertThat(calls.post(office, what, "{\"region\":\"360222000000\"}")).hasStatus(404).bodyJson().extractingPath("code").isEqualTo("region.absent");
            assertThat(calls.post(office, what, "{\"region\":\"%s\"}".formatted(CITY))).as("the city holds more than the county").hasStatus(404);
            assertThat(calls.post(office, what, "{\"region\":\"没有\"}")).hasStatus(404);
            assertThat(calls.post(office, what, "{\"place\":\"x\"}")).hasStatus(400);
            assertThat(calls.post(given.at(Role.OFFICIAL, COUNTY), what, "{}")).hasStatus(403);
        }
    }

    @Test
    void coverage_adds_up_and_is_told_of_a_whole_place_only() {
        var shop = subjects.at(villages.get(6)).saved();

        var coverage = json(calls.get(office, "/api/v1/coverage?region=" + COUNTY));

        assertThat(coverage.path("active").asInt()).isEqualTo(sum(coverage, "active"));
        assertThat(coverage.path("covered").asInt()).isEqualTo(sum(coverage, "covered"));
        assertThat(coverage.path("byGrade").propertyNames()).containsExactly("A", "B", "C", "D");
        assertThat(coverage.path("rate").decimalValue()).isEqualByComparingTo(
            Coverage.rate(coverage.path("covered").asLong(), coverage.path("active").asLong()));
        assertThat(json(calls.get(office, "/api/v1/coverage")).path("region").asString()).isEqualTo(COUNTY);
        var gaps = json(calls.get(office, "/api/v1/coverage/gaps?total=true&limit=500"));
        assertThat(gaps.path("total").asInt()).isEqualTo(coverage.path("active").asInt() - coverage.path("covered").asInt());
        assertThat(gaps.path("items")).anySatisfy(gap -> {
            assertThat(gap.path("id").asString()).isEqualTo(shop.id().toString());
            assertThat(gap.path("why").asString()).isNotBlank();
        });
        assertThat(calls.get(office, "/api/v1/coverage?region=" + CITY)).as("the neighbours' figures").hasStatus(404);
        assertThat(calls.get(office, "/api/v1/coverage?region=360222000000")).hasStatus(404);
        assertThat(calls.get(office, "/api/v1/coverage/gaps?region=360222000000")).hasStatus(404);
        assertThat(calls.get(given.at(Role.EDITOR, COUNTY), "/api/v1/coverage")).hasStatus(403);
        assertThat(calls.get(given.at(Role.AUDITOR, COUNTY), "/api/v1/coverage/gaps")).hasStatus(403);
        assertThat(mvc.get().uri("/api/v1/coverage")).hasStatus(401);
    }

    @Test
    void somebody_with_a_stake_answers_no_longer_and_nobody_is_named_until_another_does() {
        var village = villages.get(7);
        var secretary = officials.inPost(Level.VILLAGE, village, "村支书");
        var shop = covered(village);
        var problem = problems.open(office, new NewProblem(null, shop.id(), ProblemSource.COMPLAINT, null, Severity.GENERAL, "有异味", List.of()));
        assertThat(problem.problem().official()).isNotNull();

        var declared = calls.post(office, "/api/v1/officials/" + secretary + "/stakes", "{\"subject\":\"%s\"}".formatted(shop.id()));

        assertThat(declared).hasStatus(204);
        assertThat(json(calls.get(office, "/api/v1/assignments?subject=" + shop.id())).path("items")).isEmpty();
        assertThat(problems.find(office, problem.problem().id()).problem().official()).isNull();
        await().untilAsserted(() -> assertThat(json(calls.get(office, "/api/v1/coverage/gaps?region=" + village)).path("items")).hasSize(1));
    }

    @Test
    void a_stake_is_declared_by_the_office_or_by_himself_and_in_a_subject_that_is_there() {
        var village = villages.get(5);
        var id = officials.inPost(Level.VILLAGE, village, "有利害");
        var path = "/api/v1/officials/" + id + "/stakes";
        var stake = "{\"subject\":\"%s\"}".formatted(subjects.at(village).saved().id());

        assertThat(calls.post(given.official(id, village), path, stake)).hasStatus(204);
        assertThat(calls.post(office, path, stake)).hasStatus(204);
        assertThat(calls.post(given.official(UUID.randomUUID(), village), path, stake)).hasStatus(403);
        assertThat(calls.post(given.at(Role.LEADER, COUNTY), path, stake)).hasStatus(403);
        assertThat(calls.post(office, path, "{\"subject\":\"%s\"}".formatted(UUID.randomUUID()))).hasStatus(404)
            .bodyJson().extractingPath("$.code").isEqualTo("subject.absent");
        assertThat(calls.post(office, path, "{}")).hasStatus(422);
    }

    private Subject covered(String village) {
        var shop = subjects.at(village).saved();
        await().untilAsserted(() -> assertThat(businesses.find(office, shop.id()).official()).isNotNull());
        return shop;
    }

    private UUID answering(Subject shop) {
        return businesses.find(office, shop.id()).official().id();
    }

    private static String wish(UUID subject, UUID official, String reason) {
        return "{\"subject\":\"%s\",\"official\":\"%s\",\"reason\":\"%s\"}".formatted(subject, official, reason);
    }

    private static int sum(JsonNode coverage, String figure) {
        int sum = 0;
        for (var child : coverage.path("children")) if (!child.path("level").asString().equals("ZONE")) sum += child.path(figure).asInt();
        return sum;
    }

    private static void assertFlaw(MvcTestResult answer, String code) {
        assertThat(answer).hasStatus(422).bodyJson().extractingPath("$.errors[*].code").asArray().contains(code);
    }
}
