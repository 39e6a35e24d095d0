package io.liangze.official;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.imports.GivenImports;
import io.liangze.region.GivenPlaces;
import io.liangze.region.Level;
import io.liangze.shared.Scope;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LiangzeTest
class OfficialImportTest {

    private static final String COUNTY = "360124000000";
    private static final String TOWN = "360124100000";
    private static final String HEADER = "姓名,身份证号,手机号,单位,职务,层级,所在地代码\n";

    @Autowired Officials officials;
    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenOfficials people;
    @Autowired GivenImports imports;

    private Scope office;

    @BeforeEach
    void the_county_is_there() {
        places.county(COUNTY);
        office = given.office(COUNTY);
    }

    @Test
    void a_list_in_gb18030_is_read_and_its_rejects_go_back_alike() {
        var chinese = Charset.forName("GB18030");
        var phone = GivenOfficials.mobile();
        var file = HEADER + "邓㙦,,%s,民和镇政府,副镇长,乡级,%s\n没有号码,,,民和镇政府,副镇长,乡,%s\n".formatted(phone, TOWN, TOWN);

        var status = imports.done(office, "officials", file.getBytes(chinese), false);

        assertThat(status.created()).isEqualTo(1);
        assertThat(status.rejected()).isEqualTo(1);
        assertThat(imports.rejects(office, status.id(), chinese)).contains("没有号码", "行号,原因", "手机号：这一项必须填写。");
        assertThat(only(phone).name()).isEqualTo("邓㙦");
    }

    @Test
    void whoever_is_new_has_an_account_with_a_code_for_its_sender() {
        var phone = GivenOfficials.mobile();

        var status = imports.done(office, "officials", HEADER + "新账户,,%s,镇政府,镇长,乡,%s\n".formatted(phone, TOWN));

        assertThat(officials.firstCodes(office, status.id())).singleElement().satisfies(code -> {
            assertThat(code.username()).isEqualTo(phone);
            assertThat(code.official()).isEqualTo(only(phone).id());
        });
        assertThat(officials.firstCodes(given.office(COUNTY), status.id())).isEmpty();
    }

    @Test
    void the_same_list_again_changes_nothing() {
        var file = HEADER + "甲,%s,%s,镇政府,镇长,乡,%s\n乙,,%s,镇政府,副镇长,乡,%s\n"
            .formatted(GivenOfficials.idNumber(), GivenOfficials.mobile(), TOWN, GivenOfficials.mobile(), TOWN);
        imports.done(office, "officials", file);

        var again = imports.done(office, "officials", file);

        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.created() + again.updated() + again.rejected()).isZero();
    }

    @Test
    void a_person_is_known_by_his_id_number_and_may_have_a_new_mobile() {
        var idNumber = GivenOfficials.idNumber();
        var before = GivenOfficials.mobile();
        var after = GivenOfficials.mobile();
        imports.done(office, "officials", HEADER + "换号,%s,%s,镇政府,镇长,乡,%s\n".formatted(idNumber, before, TOWN));

        var status = imports.done(office, "officials", HEADER + "换号,%s,%s,镇政府,书记,乡,%s\n".formatted(idNumber, after, TOWN));

        assertThat(status.updated()).isEqualTo(1);
        assertThat(only(after).post()).isEqualTo("书记");
        assertThat(officials.count(office, new OfficialFilter(null, List.of(), List.of(), before, null))).isZero();
    }

    @Test
    void a_second_person_with_the_same_mobile_is_rejected() {
        var phone = GivenOfficials.mobile();
        imports.done(office, "officials", HEADER + "原主,%s,%s,镇政府,镇长,乡,%s\n".formatted(GivenOfficials.idNumber(), phone, TOWN));

        var status = imports.done(office, "officials", HEADER + "冒名,%s,%s,镇政府,镇长,乡,%s\n".formatted(GivenOfficials.idNumber(), phone, TOWN));

        assertThat(status.rejected()).isEqualTo(1);
        assertThat(imports.rejects(office, status.id(), StandardCharsets.UTF_8)).contains("已经属于另一位干部");
        assertThat(only(phone).name()).isEqualTo("原主");
    }

    @Test
    void the_second_of_two_equal_rows_names_the_first() {
        var row = "重复,,%s,镇政府,镇长,乡,%s\n".formatted(GivenOfficials.mobile(), TOWN);

        var status = imports.done(office, "officials", HEADER + row + row);

        assertThat(status.created()).isEqualTo(1);
        assertThat(imports.rejects(office, status.id(), StandardCharsets.UTF_8)).contains("与第2行重复");
    }

    @Test
    void a_missing_column_leaves_the_field_and_an_empty_cell_empties_it() {
        var phone = GivenOfficials.mobile();
        imports.done(office, "officials", "姓名,手机号,单位,职务,层级,所在地代码,分管领域,党员\n分管,%s,镇政府,镇长,乡,%s,农业,是\n".formatted(phone, TOWN));

        imports.done(office, "officials", "姓名,手机号,单位,职务,层级,所在地代码,分管领域\n分管,%s,镇政府,镇长,乡,%s,\n".formatted(phone, TOWN));

        assertThat(only(phone).field()).isNull();
        assertThat(only(phone).partyMember()).isTrue();
    }

    @Test
    void rows_outside_the_place_of_another_level_or_of_a_person_elsewhere_are_rejected() {
        places.county("360121000000");
        var elsewhere = people.at(Level.TOWNSHIP, "360121100000", "别县的人");
        officials.load(Scope.system(), java.util.stream.Stream.of(elsewhere));

        var status = imports.done(office, "officials", HEADER
            + "外县,,%s,镇政府,镇长,乡,360121100000\n".formatted(GivenOfficials.mobile())
            + "层级不符,,%s,镇政府,镇长,县,%s\n".formatted(GivenOfficials.mobile(), TOWN)
            + "别县的人,,%s,镇政府,镇长,乡,%s\n".formatted(elsewhere.phone(), TOWN));

        assertThat(status.rejected()).isEqualTo(3);
        assertThat(imports.rejects(office, status.id(), StandardCharsets.UTF_8))
            .contains("不在您的管辖范围内", "层级与干部的层级不一致", "由上级办理调动");
    }

    @Test
    void a_trial_run_tells_and_changes_nothing() {
        var phone = GivenOfficials.mobile();

        var status = imports.trial(office, "officials", HEADER + "试一试,,%s,镇政府,镇长,乡,%s\n".formatted(phone, TOWN));

        assertThat(status.created()).isEqualTo(1);
        assertThat(officials.count(office, new OfficialFilter(null, List.of(), List.of(), phone, null))).isZero();
    }

    private Official only(String phone) {
        return officials.page(office, new OfficialFilter(null, List.of(), List.of(), phone, null), null, 2).items().getFirst();
    }
}
