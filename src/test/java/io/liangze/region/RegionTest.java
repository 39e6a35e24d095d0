package io.liangze.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.shared.Place;
import io.liangze.shared.Range;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LiangzeTest
class RegionTest {

    private static final String COUNTY = "360121000000";

    @Autowired Regions regions;
    @Autowired Given given;
    @Autowired GivenPlaces places;

    @BeforeEach
    void the_county_is_there() {
        places.county(COUNTY);
    }

    @Test
    void a_place_knows_the_way_down_to_it() {
        var village = regions.find(given.admin(), "360121100001");

        assertThat(village.level()).isEqualTo(Level.VILLAGE);
        assertThat(village.path()).extracting(Place::name).startsWith("江西省", "南昌市", "南昌县", "莲塘镇").hasSize(5);
    }

    @Test
    void children_come_by_code_and_zones_last() {
        places.zone("360199000000", "瑶湖新区", "360100000000", "360121001000");

        var children = regions.children(given.admin(), "360100000000");

        assertThat(children).extracting(Region::code).contains(COUNTY).endsWith("360199000000");
        assertThat(children.getLast().level()).isEqualTo(Level.ZONE);
    }

    @Test
    void a_zone_covers_its_members_and_lists_them() {
        places.zone("360198000000", "象湖新城", "360100000000", "360121001000", "360121100001");

        assertThat(regions.children(given.admin(), "360198000000")).extracting(Region::code)
            .containsExactly("360121001000", "360121100001");
        assertThat(regions.ranges(given.admin(), "360198000000"))
            .containsExactly(Range.of("360121001000"), Range.of("360121100001"));
    }

    @Test
    void a_scope_is_narrowed_to_a_place_and_never_widened() {
        var office = given.office(COUNTY);

        assertThat(regions.within(office, "360121100000").range()).isEqualTo(Range.of("360121100000"));
        assertThat(regions.within(office, "360000000000").range()).isEqualTo(Range.of(COUNTY));
        assertThat(regions.within(office, null)).isEqualTo(office);
        assertRefused("region.absent", () -> regions.within(office, "360122000000"));
        assertRefused("region.absent", () -> regions.within(office, "999999999999"));
    }

    @Test
    void places_are_found_by_name_and_by_the_first_letters_of_the_pinyin() {
        var admin = given.admin();

        assertThat(regions.search(admin, "莲塘", 5)).extracting(Region::name).contains("莲塘镇");
        assertThat(regions.search(admin, "NCX", 5)).extracting(Region::name).contains("南昌县");
        assertThat(regions.search(admin, "36012110", 5)).extracting(Region::code).contains("360121100000");
        assertThat(regions.search(admin, "  ", 5)).isEmpty();
    }

    @Test
    void a_load_with_one_bad_row_loads_nothing_and_names_each_row() {
        var rows = List.of(
            row("360121777000", "好地方", Level.TOWNSHIP, COUNTY),
            row("36012177700", "短代码", Level.TOWNSHIP, COUNTY),
            row("360121778000", "", Level.VILLAGE, "360188000000"));

        assertThatThrownBy(() -> regions.load(given.admin(), rows)).isInstanceOfSatisfying(Refusal.class, refusal ->
            assertThat(refusal.flaws()).extracting(Refusal.Flaw::field)
                .containsExactlyInAnyOrder("rows[1].code", "rows[2].level", "rows[2].name", "rows[2].parent"));

        assertThat(regions.exists(given.admin(), "360121777000")).isFalse();
    }

    @Test
    void an_office_loads_only_its_own_places() {
        assertRefused("input.invalid", () -> regions.load(given.office("360121100000"),
            List.of(row("360121779000", "别处", Level.TOWNSHIP, COUNTY))));
        assertRefused("role.insufficient", () -> regions.load(given.at(Role.LEADER, COUNTY), List.of()));
    }

    @Test
    void loading_the_same_again_changes_nothing() {
        var rows = List.of(row("360121780000", "试验乡", Level.TOWNSHIP, COUNTY));

        assertThat(regions.load(given.admin(), rows)).isEqualTo(new Regions.Loaded(1, 0, 0));
        assertThat(regions.load(given.admin(), rows)).isEqualTo(new Regions.Loaded(0, 0, 1));
    }

    @Test
    void a_place_that_was_merged_is_counted_by_its_successor() {
        var admin = given.admin();
        regions.load(admin, List.of(row("360121781000", "老乡", Level.TOWNSHIP, COUNTY), row("360121782000", "新镇", Level.TOWNSHIP, COUNTY)));

        regions.load(admin, List.of(new RegionRow("360121781000", "老乡", Level.TOWNSHIP, COUNTY, List.of(), "360121782000")));

        assertThat(regions.exists(admin, "360121781000")).isFalse();
        assertThat(regions.find(admin, "360121781000").mergedInto()).isEqualTo("360121782000");
        assertThat(regions.children(admin, COUNTY)).extracting(Region::code).doesNotContain("360121781000");
        assertThat(regions.ranges(admin, "360121782000")).containsExactly(Range.of("360121781000"), Range.of("360121782000"));
    }

    private static RegionRow row(String code, String name, Level level, @Nullable String parent) {
        return new RegionRow(code, name, level, parent, List.of(), null);
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
