package io.liangze.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.Given;
import io.liangze.GivenCalls;
import io.liangze.LiangzeTest;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LiangzeTest
class RegionPagesTest {

    private static final String COUNTY = "360426000000";

    @Autowired GivenCalls calls;
    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired Regions regions;

    @BeforeEach
    void the_county_is_there() {
        places.county(COUNTY);
    }

    @Test
    void somebody_begins_at_his_own_place_and_goes_down() {
        var town = regions.children(given.admin(), COUNTY).getFirst();

        assertThat(calls.get(given.office(COUNTY), "/regions")).hasStatusOk().bodyText().contains("德安县", town.name(), "新设功能区");
        assertThat(calls.get(given.at(Role.LEADER, COUNTY), "/regions/" + town.code())).hasStatusOk().bodyText()
            .contains(town.name()).doesNotContain("新设功能区");
        assertThat(calls.get(given.office(COUNTY), "/regions/999999999999")).hasStatus(404);
    }

    @Test
    void a_place_is_searched_for_and_offered_to_fields() {
        assertThat(calls.get(given.office(COUNTY), "/regions?q=德安")).hasStatusOk().bodyText().contains("德安县");
        assertThat(calls.get(given.office(COUNTY), "/regions/options?region=dax")).hasStatusOk().bodyText().contains("value=\"360426000000\"");
        assertThat(calls.get(given.office(COUNTY), "/regions?q=没有这里")).bodyText().contains("没有找到这样的地方");
    }

    @Test
    void the_office_makes_a_zone_and_changes_its_members() {
        var office = given.office("360400000000");
        var members = regions.children(given.admin(), COUNTY).stream().map(Region::code).limit(2).toList();

        assertThat(calls.get(office, "/regions/new-zone?parent=360400000000")).hasStatusOk();
        assertThat(save(office, "360496000000", "德安新区", members.getFirst())).hasStatus(303);
        assertThat(calls.get(office, "/regions/360496000000/members")).hasStatusOk().bodyText().contains(members.getFirst());
        assertThat(save(office, "360496000000", "德安新区", String.join("\n", members))).hasStatus(303);
        assertThat(regions.find(office, "360496000000").members()).isEqualTo(members);
        assertThat(save(office, "360496000000", "德安新区", members.getFirst() + " " + COUNTY)).hasStatus(422).bodyText().contains("重叠");
    }

    @Test
    void a_county_never_becomes_a_zone() {
        assertThat(save(given.office("360400000000"), COUNTY, "德安", "360426100000")).hasStatus(422);

        assertThat(regions.find(given.admin(), COUNTY).level()).isEqualTo(Level.COUNTY);
    }

    private MvcTestResult save(Scope scope, String code, String name, String members) {
        return calls.submit(scope, "/regions/zones", "code", code, "name", name, "parent", "360400000000", "members", members);
    }
}
