package io.liangze.subject;

import static io.liangze.GivenCalls.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.Given;
import io.liangze.GivenCalls;
import io.liangze.LiangzeTest;
import io.liangze.region.GivenPlaces;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LiangzeTest
class SubjectApiTest {

    private static final String COUNTY = "360121000000";
    private static final String VILLAGE = "360121100001";

    @Autowired MockMvcTester mvc;
    @Autowired GivenCalls calls;
    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenSubjects subjects;

    private Scope office;

    @BeforeEach
    void places() {
        places.county(COUNTY);
        places.county("360123000000");
        office = given.office(COUNTY);
    }

    @Test
    void a_new_subject_is_graded_and_told_back_whole() {
        var licence = Numbers.operation(3, COUNTY);

        var answer = calls.post(office, "/api/v1/subjects", """
            {"name":"南昌县稻香小学食堂","licenceNo":"%s","licenceExpires":"2027-03-14","kind":"N1","region":"%s","dinersPerMeal":1860,
             "operation":"CONTRACTED","phone":"13812341234","areaM2":"320.50"}""".formatted(licence, VILLAGE));

        assertThat(answer).hasStatus(201).bodyJson().isLenientlyEqualTo("""
            {"name":"南昌县稻香小学食堂","licenceNo":"%s","licenceExpires":"2027-03-14","kind":"N1","region":{"code":"%s"},"dinersPerMeal":1860,
             "operation":"CONTRACTED","phone":"13812341234","areaM2":320.5,"status":"ACTIVE","grade":"B","official":null,
             "gradeReason":{"rule":"G16","version":"grading-2023-01-01","base":"B","adjustments":[],"override":null},"flags":[]}
            """.formatted(licence, VILLAGE));
        assertThat(answer.getResponse().getHeader("Location")).contains("/api/v1/subjects/");
    }

    @Test
    void the_same_id_again_answers_as_the_first_time() {
        var body = """
            {"id":"%s","name":"老王面馆","kind":"C5","region":"%s"}""".formatted(java.util.UUID.randomUUID(), VILLAGE);

        var first = calls.post(office, "/api/v1/subjects", body);
        var second = calls.post(office, "/api/v1/subjects", body);

        assertThat(first).hasStatus(201);
        assertThat(second).hasStatus(201).bodyText().isEqualTo(text(first));
    }

    @Test
    void every_wrong_field_is_named_and_nothing_is_opened() {
        var answer = calls.post(office, "/api/v1/subjects", """
            {"name":"","creditCode":"92360981MA37CD3412","licenceNo":"JY12345678901234","kind":"X9","region":"360121999999","seats":-1,
             "longitude":115.9,"phone":"12345","licenceExpires":"2027-02-30","status":"SEASONAL"}""");

        assertThat(answer).hasStatus(422).bodyJson().extractingPath("$.errors[*].field").asArray()
            .contains("name", "creditCode", "licenceNo", "kind", "region", "seats", "phone", "licenceExpires");
    }

    @Test
    void a_misspelt_field_never_disappears() {
        assertThat(calls.post(office, "/api/v1/subjects", "{\"nmae\":\"老王面馆\"}")).hasStatus(400)
            .bodyJson().extractingPath("$.code").isEqualTo("input.unknown-field");
    }

    @Test
    void a_number_is_taken_once_and_its_holder_named_only_to_those_who_may_see_him() {
        var holder = subjects.at(VILLAGE).named("赣味瓦罐汤馆").saved();
        var body = """
            {"name":"聚贤早点","kind":"C5","region":"%s","licenceNo":"%s"}""";

        var here = calls.post(office, "/api/v1/subjects", body.formatted("360121100002", holder.particulars().licenceNo()));
        var elsewhere = calls.post(given.office("360123000000"), "/api/v1/subjects",
            body.formatted(villageOf360123(), holder.particulars().licenceNo()));

        assertThat(here).hasStatus(409).bodyJson().extractingPath("$.code").isEqualTo("subject.number-taken");
        assertThat(text(here)).contains("赣味瓦罐汤馆");
        assertThat(elsewhere).hasStatus(409).bodyJson().extractingPath("$.code").isEqualTo("subject.number-taken");
        assertThat(text(elsewhere)).doesNotContain("赣味瓦罐汤馆");
    }

    @Test
    void a_small_registration_is_unique_in_its_county_only() {
        var number = "赣小餐" + java.util.UUID.randomUUID().toString().substring(0, 8);
        var body = """
            {"name":"小吃摊","kind":"C8","region":"%s","licenceNo":"%s"}""";

        assertThat(calls.post(office, "/api/v1/subjects", body.formatted(VILLAGE, number))).hasStatus(201);
        assertThat(calls.post(office, "/api/v1/subjects", body.formatted("360121100002", number))).hasStatus(409);
        assertThat(calls.post(given.office("360123000000"), "/api/v1/subjects", body.formatted(villageOf360123(), number))).hasStatus(201);
    }

    @Test
    void nobody_opens_or_sees_anything_outside_his_place() {
        var mine = subjects.at(VILLAGE).saved();
        var neighbour = given.office("360123000000");

        assertThat(calls.post(neighbour, "/api/v1/subjects", "{\"name\":\"店\",\"kind\":\"C5\",\"region\":\"%s\"}".formatted(VILLAGE)))
            .hasStatus(404).bodyJson().extractingPath("$.code").isEqualTo("region.absent");
        assertThat(calls.get(neighbour, "/api/v1/subjects/" + mine.id())).hasStatus(404)
            .bodyJson().extractingPath("$.code").isEqualTo("subject.absent");
        assertThat(calls.patch(neighbour, "/api/v1/subjects/" + mine.id(), "{\"seats\":9}")).hasStatus(404);
        assertThat(calls.post(neighbour, "/api/v1/subjects/" + mine.id() + "/close", "{}")).hasStatus(404);
        assertThat(calls.get(neighbour, "/api/v1/subjects?region=" + VILLAGE)).hasStatus(404);
        assertThat(calls.get(neighbour, "/api/v1/subjects/" + mine.id() + "/history")).hasStatus(404);
    }

    @Test
    void those_who_only_look_change_nothing() {
        var subject = subjects.at(VILLAGE).saved();

        assertThat(calls.patch(given.at(Role.LEADER, COUNTY), "/api/v1/subjects/" + subject.id(), "{\"seats\":9}")).hasStatus(403);
        assertThat(calls.get(given.at(Role.AUDITOR, COUNTY), "/api/v1/subjects/" + subject.id())).hasStatus(403);
        assertThat(mvc.get().uri("/api/v1/subjects/" + subject.id())).hasStatus(401);
    }

    @Test
    void a_phone_is_clear_for_the_office_and_the_business_and_masked_for_others() {
        var subject = subjects.at(VILLAGE).saved();
        var path = "/api/v1/subjects/" + subject.id();

        assertThat(calls.get(office, path)).bodyJson().extractingPath("$.phone").isEqualTo("13812341234");
        assertThat(calls.get(given.business(subject.id(), VILLAGE), path)).bodyJson().extractingPath("$.phone").isEqualTo("13812341234");
        assertThat(calls.get(given.admin(), path)).bodyJson().extractingPath("$.phone").isEqualTo("138****1234");
        assertThat(calls.get(given.at(Role.INSPECTOR, COUNTY), path)).bodyJson().extractingPath("$.phone").isEqualTo("138****1234");
    }

    @Test
    void a_merge_patch_changes_what_it_names_and_empties_what_is_null() {
        var subject = subjects.at(VILLAGE).with(SubjectField.SEATS, "20").with(SubjectField.STAFF, "3").saved();

        var answer = calls.patch(office, "/api/v1/subjects/" + subject.id(), "{\"seats\":30,\"staff\":null}");

        assertThat(answer).hasStatus(200).bodyJson().isLenientlyEqualTo("{\"seats\":30,\"staff\":null,\"principal\":\"王水生\",\"revision\":2}");
        assertThat(text(calls.patch(office, "/api/v1/subjects/" + subject.id(), "{\"seats\":30,\"staff\":null}"))).isEqualTo(text(answer));
        assertThat(calls.get(office, "/api/v1/subjects/" + subject.id() + "/history")).bodyJson().isLenientlyEqualTo("""
            {"items":[{"act":"CHANGED","before":{"seats":20,"staff":3},"after":{"seats":30}},{"act":"OPENED"}]}""");
    }

    @Test
    void a_place_in_another_county_closes_it_there_and_opens_it_here() {
        var city = given.office("360100000000");
        var subject = subjects.at(VILLAGE).saved();

        var moved = calls.patch(city, "/api/v1/subjects/" + subject.id(), "{\"region\":\"%s\"}".formatted(villageOf360123()));

        assertThat(moved).hasStatus(200).bodyJson().extractingPath("$.movedFrom").isEqualTo(subject.id().toString());
        assertThat(calls.get(city, "/api/v1/subjects/" + subject.id())).bodyJson().isLenientlyEqualTo("{\"status\":\"CLOSED\",\"grade\":null}");
    }

    @Test
    void it_is_closed_once_with_its_reason() {
        var subject = subjects.at(VILLAGE).saved();
        var path = "/api/v1/subjects/" + subject.id() + "/close";

        assertThat(calls.post(office, path, "{\"reason\":\"歇业\",\"date\":\"2027-01-01\"}")).hasStatus(422);
        assertThat(calls.post(office, path, "{\"reason\":\"歇业\",\"date\":\"2026-11-20\"}")).hasStatus(200)
            .bodyJson().isLenientlyEqualTo("{\"status\":\"CLOSED\",\"grade\":null,\"closedReason\":\"歇业\",\"closedOn\":\"2026-11-20\"}");
        assertThat(calls.post(office, path, "{\"reason\":\"歇业\",\"date\":\"2026-11-20\"}")).hasStatus(200);
        assertThat(calls.post(office, path, "{\"reason\":\"别的\",\"date\":\"2026-11-20\"}")).hasStatus(409)
            .bodyJson().extractingPath("$.code").isEqualTo("subject.closed");
    }

    @Test
    void a_list_is_cut_by_its_filters_and_goes_on_behind_its_cursor() {
        var village = "360121101200";
        for (int i = 0; i < 5; i++) subjects.at(village).named("香樟粉面" + i).saved();
        subjects.at(village).named("稻香食堂").kind("N1").with(SubjectField.DINERS, "800").saved();
        var shut = subjects.at(village).named("停业的香樟").with(SubjectField.STATUS, "停业").saved();

        var first = calls.get(office, "/api/v1/subjects?region=%s&limit=4&total=true".formatted(village));

        assertThat(first).hasStatus(200).bodyJson().extractingPath("$.items.length()").isEqualTo(4);
        assertThat(first).bodyJson().extractingPath("$.total").isEqualTo(7);
        var next = com.jayway.jsonpath.JsonPath.<String>read(text(first), "$.next");
        assertThat(calls.get(office, "/api/v1/subjects?region=%s&limit=4&after=%s".formatted(village, next)))
            .bodyJson().extractingPath("$.items.length()").isEqualTo(3);
        assertThat(names("region=%s&grade=B".formatted(village))).containsExactly("稻香食堂");
        assertThat(names("region=%s&grade=B&grade=D".formatted(village))).hasSize(6);
        assertThat(names("region=%s&active=true&covered=false".formatted(village))).hasSize(6);
        assertThat(names("region=%s&active=false".formatted(village))).containsExactly("停业的香樟");
        assertThat(names("region=%s&q=香樟".formatted(village))).hasSize(6);
        assertThat(names("region=%s&q=樟".formatted(village))).hasSize(6);
        assertThat(names("region=%s&q=香樟粉面3".formatted(village))).containsExactly("香樟粉面3");
        assertThat(names("q=" + shut.particulars().licenceNo())).containsExactly("停业的香樟");
        assertThat(names("region=%s&kind=N1&kind=C4".formatted(village))).containsExactly("稻香食堂");
        assertThat(names("region=%s&covered=true".formatted(village))).isEmpty();
        assertThat(calls.get(office, "/api/v1/subjects?grade=Z")).hasStatus(422);
        assertThat(calls.get(office, "/api/v1/subjects?limit=501")).hasStatus(422);
    }

    private java.util.List<String> names(String query) {
        return com.jayway.jsonpath.JsonPath.read(text(calls.get(office, "/api/v1/subjects?" + query)), "$.items[*].name");
    }

    private static String villageOf360123() {
        return "360123100001";
    }
}
