package io.liangze.official;

import static io.liangze.GivenCalls.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.Given;
import io.liangze.GivenCalls;
import io.liangze.LiangzeTest;
import io.liangze.region.GivenPlaces;
import io.liangze.region.Level;
import io.liangze.shared.Role;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LiangzeTest
class OfficialApiTest {

    private static final String COUNTY = "360112000000";
    private static final String TOWN = "360112101000";
    private static final String OTHER_TOWN = "360112103000";

    @Autowired MockMvcTester mvc;
    @Autowired GivenCalls calls;
    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenOfficials officials;

    @BeforeEach
    void the_county_is_there() {
        places.county(COUNTY);
    }

    @Test
    void somebody_takes_a_post_and_the_office_reads_his_numbers() {
        var office = given.office(COUNTY);
        var phone = GivenOfficials.mobile();
        var idNumber = GivenOfficials.idNumber();

        var made = calls.post(office, "/api/v1/officials", """
            {"name":"邓丽","idNumber":"%s","phone":"%s","organisation":"长堎镇政府","post":"副镇长","level":"TOWNSHIP","region":"%s","lead":true}
            """.formatted(idNumber, phone, TOWN));

        assertThat(made).hasStatus(201);
        assertThat(made).bodyJson().extractingPath("$.from").isEqualTo("2026-11-24");
        assertThat(made).bodyJson().extractingPath("$.phone").isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7));
        var path = made.getResponse().getHeader("Location");
        assertThat(calls.get(office, path)).bodyJson().extractingPath("$.phone").isEqualTo(phone);
        assertThat(calls.get(office, path)).bodyJson().extractingPath("$.idNumber").isEqualTo(idNumber);
        assertThat(calls.get(given.at(Role.LEADER, COUNTY), path)).bodyJson().extractingPath("$.idNumber")
            .isEqualTo(idNumber.substring(0, 6) + "********" + idNumber.substring(14));
    }

    @Test
    void a_post_sent_twice_is_answered_as_before() {
        var office = given.office(COUNTY);
        var body = """
            {"id":"%s","name":"熊志刚","phone":"%s","organisation":"县政府","post":"县长","level":"COUNTY","region":"%s"}
            """.formatted(UUID.randomUUID(), GivenOfficials.mobile(), COUNTY);

        var first = calls.post(office, "/api/v1/officials", body);
        var second = calls.post(office, "/api/v1/officials", body);

        assertThat(first).hasStatus(201);
        assertThat(second).hasStatus(201);
        assertThat(text(second)).isEqualTo(text(first));
    }

    @Test
    void what_does_not_fit_is_named_field_by_field() {
        var bad = calls.post(given.office(COUNTY), "/api/v1/officials", """
            {"name":"","idNumber":"360112199001011230","phone":"0791-86220000","post":"镇长","level":"COUNTY","region":"%s","from":"2027-01-01"}
            """.formatted(TOWN));

        assertThat(bad).hasStatus(422);
        assertThat(bad).bodyJson().extractingPath("$.errors[*].field").asArray()
            .containsExactlyInAnyOrder("name", "organisation", "idNumber", "phone", "region", "from");
        assertThat(calls.post(given.office(COUNTY), "/api/v1/officials", "{\"nmae\":\"邓丽\"}")).hasStatus(400)
            .bodyJson().extractingPath("$.code").isEqualTo("input.unknown-field");
    }

    @Test
    void a_number_belongs_to_one_person() {
        var office = given.office(COUNTY);
        var body = "{\"name\":\"%s\",\"phone\":\"%s\",\"organisation\":\"村委会\",\"post\":\"书记\",\"level\":\"TOWNSHIP\",\"region\":\"%s\"}";
        var phone = GivenOfficials.mobile();
        calls.post(office, "/api/v1/officials", body.formatted("第一人", phone, TOWN));

        var second = calls.post(office, "/api/v1/officials", body.formatted("第二人", phone, TOWN));

        assertThat(second).hasStatus(422);
        assertThat(second).bodyJson().extractingPath("$.errors[0].code").isEqualTo("official.mobile-taken");
    }

    @Test
    void outside_the_scope_nobody_is_there() {
        var id = officials.inPost(Level.TOWNSHIP, TOWN, "外人");
        var elsewhere = given.office("360121000000");

        assertThat(calls.get(elsewhere, "/api/v1/officials/" + id)).hasStatus(404);
        assertThat(calls.post(elsewhere, "/api/v1/officials/%s/leave".formatted(id), "{\"date\":\"2026-11-01\",\"reason\":\"退休\"}")).hasStatus(404);
        assertThat(calls.get(elsewhere, "/api/v1/officials?region=" + TOWN)).hasStatus(404);
        assertThat(calls.post(elsewhere, "/api/v1/officials", """
            {"name":"邓丽","phone":"%s","organisation":"镇政府","post":"镇长","level":"TOWNSHIP","region":"%s"}
            """.formatted(GivenOfficials.mobile(), TOWN))).hasStatus(404).bodyJson().extractingPath("$.code").isEqualTo("region.absent");
    }

    @Test
    void who_has_no_part_in_it_is_refused_first() {
        assertThat(calls.post(given.at(Role.LEADER, COUNTY), "/api/v1/officials", "{}")).hasStatus(403);
        assertThat(calls.get(given.business(UUID.randomUUID(), TOWN), "/api/v1/officials")).hasStatus(403);
        assertThat(mvc.get().uri("/api/v1/officials").exchange()).hasStatus(401);
    }

    @Test
    void the_list_is_filtered_and_goes_on_where_it_stopped() {
        var office = given.office(COUNTY);
        var row = officials.at(Level.TOWNSHIP, OTHER_TOWN, "欧阳找得到");
        officials.inPost(Level.TOWNSHIP, OTHER_TOWN, "欧阳之二");
        var his = officials.inPost(Level.TOWNSHIP, OTHER_TOWN, "欧阳之三");

        var first = calls.get(office, "/api/v1/officials?region=%s&level=TOWNSHIP&q=欧阳&limit=1&total=true".formatted(OTHER_TOWN));

        assertThat(row.name()).startsWith("欧阳");
        assertThat(first).bodyJson().extractingPath("$.items").asArray().hasSize(1);
        assertThat(first).bodyJson().extractingPath("$.total").isEqualTo(2);
        var next = com.jayway.jsonpath.JsonPath.<String>read(text(first), "$.next");
        var second = calls.get(office, "/api/v1/officials?region=%s&level=TOWNSHIP&q=欧阳&limit=1&after=%s".formatted(OTHER_TOWN, next));
        assertThat(second).bodyJson().extractingPath("$.next").isNull();
        assertThat(text(first) + text(second)).contains(his.toString());
    }

    @Test
    void a_whole_mobile_number_finds_its_owner() {
        var row = officials.at(Level.TOWNSHIP, TOWN, "号主");
        var made = calls.post(given.office(COUNTY), "/api/v1/officials", """
            {"id":"%s","name":"号主","phone":"%s","organisation":"镇政府","post":"镇长","level":"TOWNSHIP","region":"%s"}
            """.formatted(row.id(), row.phone(), TOWN));

        var found = calls.get(given.office(COUNTY), "/api/v1/officials?q=" + row.phone());

        assertThat(made).hasStatus(201);
        assertThat(found).bodyJson().extractingPath("$.items[*].id").asArray().containsExactly(row.id().toString());
        assertThat(calls.get(given.office(COUNTY), "/api/v1/officials?q=" + GivenOfficials.mobile()))
            .bodyJson().extractingPath("$.items").asArray().isEmpty();
    }

    @Test
    void a_patch_changes_what_it_names_and_empties_what_is_null() {
        var office = given.office(COUNTY);
        var id = officials.inPost(Level.TOWNSHIP, TOWN, "改一改");
        calls.patch(office, "/api/v1/officials/" + id, "{\"field\":\"农业\",\"lead\":true}");

        var changed = calls.patch(office, "/api/v1/officials/" + id, "{\"post\":\"镇长\",\"field\":null}");

        assertThat(changed).hasStatusOk();
        assertThat(changed).bodyJson().extractingPath("$.post").isEqualTo("镇长");
        assertThat(changed).bodyJson().extractingPath("$.field").isNull();
        assertThat(changed).bodyJson().extractingPath("$.lead").isEqualTo(true);
        assertThat(calls.patch(office, "/api/v1/officials/" + id, "{\"name\":null}")).hasStatus(422);
        assertThat(calls.patch(office, "/api/v1/officials/" + id, "{\"region\":\"%s\"}".formatted(OTHER_TOWN))).hasStatus(400);
    }

    @Test
    void a_transfer_moves_him_also_into_another_county_and_keeps_his_history() {
        places.county("360123000000");
        var city = given.office("360100000000");
        var id = officials.inPost(Level.TOWNSHIP, TOWN, "调动人");
        var transfer = "{\"region\":\"360123000000\",\"level\":\"COUNTY\",\"post\":\"副县长\",\"organisation\":\"安义县政府\",\"date\":\"2026-11-20\"}";

        var moved = calls.post(city, "/api/v1/officials/%s/transfer".formatted(id), transfer);
        var again = calls.post(city, "/api/v1/officials/%s/transfer".formatted(id), transfer);

        assertThat(moved).hasStatusOk();
        assertThat(moved).bodyJson().extractingPath("$.region.code").isEqualTo("360123000000");
        assertThat(text(again)).isEqualTo(text(moved));
        assertThat(calls.get(given.office(COUNTY), "/api/v1/officials/" + id)).hasStatus(404);
        assertThat(calls.get(given.office("360123000000"), "/api/v1/officials/%s/history".formatted(id)))
            .bodyJson().extractingPath("$.items[*].act").asArray().containsExactly("TRANSFERRED", "TOOK_POST");
        assertThat(calls.post(given.office(COUNTY), "/api/v1/officials/%s/transfer".formatted(id), transfer)).hasStatus(404);
    }

    @Test
    void a_transfer_to_a_place_of_another_level_is_refused() {
        var id = officials.inPost(Level.TOWNSHIP, TOWN, "走错了");

        var bad = calls.post(given.office(COUNTY), "/api/v1/officials/%s/transfer".formatted(id),
            "{\"region\":\"%s\",\"level\":\"COUNTY\",\"post\":\" \",\"date\":\"2025-01-01\"}".formatted(OTHER_TOWN));

        assertThat(bad).hasStatus(422);
        assertThat(bad).bodyJson().extractingPath("$.errors[*].field").asArray().containsExactlyInAnyOrder("region", "post", "date");
    }

    @Test
    void who_has_left_answers_for_nothing_and_may_come_back() {
        var office = given.office(COUNTY);
        var id = UUID.randomUUID();
        var idNumber = GivenOfficials.idNumber();
        var body = "{\"id\":\"%s\",\"name\":\"去又来\",\"idNumber\":\"%s\",\"phone\":\"%s\",\"organisation\":\"镇政府\",\"post\":\"镇长\","
            + "\"level\":\"TOWNSHIP\",\"region\":\"%s\"}";
        calls.post(office, "/api/v1/officials", body.formatted(id, idNumber, GivenOfficials.mobile(), TOWN));
        var leave = "{\"date\":\"2026-11-24\",\"reason\":\"退休\"}";

        var left = calls.post(office, "/api/v1/officials/%s/leave".formatted(id), leave);

        assertThat(left).hasStatusOk().bodyJson().extractingPath("$.state").isEqualTo("LEFT");
        assertThat(calls.post(office, "/api/v1/officials/%s/leave".formatted(id), leave)).hasStatusOk();
        assertThat(calls.post(office, "/api/v1/officials/%s/leave".formatted(id), "{\"date\":\"2026-11-23\",\"reason\":\"辞职\"}")).hasStatus(409);
        assertThat(calls.patch(office, "/api/v1/officials/" + id, "{\"post\":\"顾问\"}")).hasStatus(409);
        var back = calls.post(office, "/api/v1/officials", body.formatted(UUID.randomUUID(), idNumber, GivenOfficials.mobile(), OTHER_TOWN));
        assertThat(back).hasStatus(201).bodyJson().extractingPath("$.id").isEqualTo(id.toString());
        assertThat(back).bodyJson().extractingPath("$.state").isEqualTo("IN_POST");
    }
}
