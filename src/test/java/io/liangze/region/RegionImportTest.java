package io.liangze.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.imports.GivenImports;
import io.liangze.work.WorkState;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LiangzeTest
class RegionImportTest {

    private static final String COUNTY = "360921000000";
    private static final String HEADER = "code,name,level,parent_code,members\n";

    @Autowired Regions regions;
    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenImports imports;

    @BeforeEach
    void the_county_is_there() {
        places.county(COUNTY);
    }

    @Test
    void a_child_may_stand_before_its_parent() {
        var status = imports.done(given.office(COUNTY), "regions",
            HEADER + "360921701001,新村,5,360921701000,\n360921701000,新乡,4," + COUNTY + ",\n");

        assertThat(status.created()).isEqualTo(2);
        assertThat(regions.find(given.admin(), "360921701001").path()).hasSize(5);
    }

    @Test
    void who_hangs_on_a_rejected_row_falls_with_it_and_the_rest_stands() {
        var status = imports.done(given.office(COUNTY), "regions", HEADER
            + "360921702000,没有上级,4,360921999000,\n360921702001,跟着落空,5,360921702000,\n360921703000,好乡,4," + COUNTY + ",\n"
            + "360922703000,别县的乡,4,360922000000,\n");

        assertThat(status.created()).isEqualTo(1);
        assertThat(status.rejected()).isEqualTo(3);
        assertThat(imports.rejects(given.admin(), status.id(), StandardCharsets.UTF_8).lines())
            .hasSize(4).first().isEqualTo("code,name,level,parent_code,members,行号,原因");
    }

    @Test
    void a_trial_changes_nothing_neither_in_the_tree() {
        var status = imports.trial(given.office(COUNTY), "regions", HEADER + "360921704000,只是试试,4," + COUNTY + ",\n");

        assertThat(status.state()).isEqualTo(WorkState.DONE);
        assertThat(status.created()).isEqualTo(1);
        assertThat(regions.exists(given.admin(), "360921704000")).isFalse();
    }

    @Test
    void a_zone_comes_with_its_members_and_keeps_them_where_the_file_has_no_such_column() {
        var admin = given.admin();
        imports.done(admin, "regions", HEADER + "360997000000,奉新新区,ZONE,360900000000,360921100000 360921101000\n");

        var status = imports.done(admin, "regions", "code,name,level,parent_code\n360997000000,奉新高新区,ZONE,360900000000\n");

        assertThat(status.updated()).isEqualTo(1);
        assertThat(regions.find(admin, "360997000000").members()).containsExactly("360921100000", "360921101000");
        assertThat(regions.name(admin, "360997000000")).isEqualTo("奉新高新区");
    }
}
