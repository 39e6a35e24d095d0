package io.liangze.official;

import static io.liangze.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.Given;
import io.liangze.GivenCalls;
import io.liangze.LiangzeTest;
import io.liangze.region.GivenPlaces;
import io.liangze.region.Level;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LiangzeTest
class OfficialPagesTest {

    private static final String COUNTY = "360425000000";
    private static final String TOWN = "360425100000";

    @Autowired MockMvcTester mvc;
    @Autowired GivenCalls calls;
    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenOfficials officials;

    private Scope office;

    @BeforeEach
    void the_county_is_there() {
        places.county(COUNTY);
        office = given.office(COUNTY);
    }

    @Test
    void the_list_opens_whole_and_to_htmx_as_rows() {
        officials.inPost(Level.TOWNSHIP, TOWN, "列表里的人");

        assertThat(calls.get(office, "/officials?q=列表里")).hasStatusOk().bodyText().contains("<!doctype html>", "列表里的人");
        assertThat(mvc.get().uri("/officials?q=列表里").header("HX-Target", "rows").with(signedIn(office)).exchange())
            .hasStatusOk().bodyText().contains("列表里的人").doesNotContain("<!doctype html>");
        assertThat(calls.get(given.at(Role.LEADER, COUNTY), "/officials")).bodyText().doesNotContain("/officials/new");
    }

    @Test
    void one_official_shows_masked_numbers_until_the_office_asks() {
        var id = officials.inPost(Level.TOWNSHIP, TOWN, "有号码的人");

        assertThat(calls.get(office, "/officials/" + id)).hasStatusOk().bodyText().contains("有号码的人", "****", "查看完整号码");
        assertThat(calls.get(given.at(Role.LEADER, COUNTY), "/officials/" + id)).bodyText().doesNotContain("查看完整号码");
        assertThat(calls.submit(office, "/officials/%s/numbers".formatted(id))).hasStatusOk().bodyText().doesNotContain("****");
    }

    @Test
    void every_form_opens() {
        var id = officials.inPost(Level.TOWNSHIP, TOWN, "填表的人");

        for (var form : new String[] {"/officials/new", "/officials/%s/edit", "/officials/%s/transfer", "/officials/%s/leave"})
            assertThat(calls.get(office, form.formatted(id))).as(form).hasStatusOk().bodyText().contains("<form");
        assertThat(calls.get(office, "/officials/codes/" + UUID.randomUUID())).hasStatusOk().bodyText().contains("没有可以查看的口令");
        assertThat(calls.get(given.at(Role.LEADER, COUNTY), "/officials/new")).hasStatus(403);
    }

    @Test
    void a_flaw_stands_beside_its_field_and_what_was_typed_is_kept() {
        var answer = calls.submit(office, "/officials", "name", "打错的人", "phone", "123", "organisation", "镇政府", "post", "镇长",
            "level", "TOWNSHIP", "region", TOWN);

        assertThat(answer).hasStatus(422).bodyText().contains("打错的人", "请填写11位手机号。");
    }

    @Test
    void a_new_official_is_shown_with_the_way_to_his_code() {
        var answer = calls.submit(office, "/officials", "id", UUID.randomUUID().toString(), "name", "新来的人", "phone", GivenOfficials.mobile(),
            "organisation", "镇政府", "post", "镇长", "level", "TOWNSHIP", "region", TOWN);

        assertThat(answer).hasStatus(303);
        var path = String.valueOf(answer.getResponse().getRedirectedUrl());
        assertThat(calls.get(office, path)).hasStatusOk().bodyText().contains("一次性口令");
        assertThat(calls.get(office, "/officials/codes/" + path.substring(path.indexOf('=') + 1))).bodyText().contains("新来的人");
    }
}
