package io.liangze.subject;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.imports.GivenImports;
import io.liangze.region.GivenPlaces;
import io.liangze.shared.Scope;
import io.liangze.sheet.SheetForm;
import io.liangze.sheet.SheetWriter;
import io.liangze.tally.Tally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@LiangzeTest
class SubjectImportTest {

    private static final String HEADER = "名称,统一社会信用代码,许可证编号,许可证有效期至,业态,所在地代码,联系电话,餐位数,状态,经营月份";
    private static final List<String> VILLAGES = List.of("001", "002", "003", "004", "005", "007");

    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenImports imports;
    @Autowired Subjects subjects;
    @Autowired Tally tally;

    private Scope office;

    @BeforeEach
    void places() {
        office = given.office(places.county("360121000000"));
        places.county("360123000000");
    }

    @ParameterizedTest
    @EnumSource(SheetForm.Kind.class)
    void of_2000_rows_37_are_faulty_and_each_says_why(SheetForm.Kind kind) throws IOException {
        var rows = new ArrayList<String[]>();
        for (int i = 0; i < 1_963; i++) rows.add(shop("小店" + i));
        var faulty = faulty(rows.getFirst());
        assertThat(faulty).hasSize(37);
        for (int i = 0; i < faulty.size(); i++) rows.add(40 + i * 50, faulty.get(i));
        var form = kind == SheetForm.Kind.XLSX ? SheetForm.XLSX : new SheetForm(SheetForm.Kind.CSV, Charset.forName("GB18030"), false, ',');

        var trial = imports.done(office, "subjects", sheet(form, rows), true);
        var done = imports.done(office, "subjects", sheet(form, rows), false);
        var again = imports.done(office, "subjects", sheet(form, rows), false);

        assertThat(trial.created()).isEqualTo(1_963);
        assertThat(done).extracting("read", "created", "updated", "unchanged", "rejected").containsExactly(2_000L, 1_963L, 0L, 0L, 37L);
        assertThat(again).extracting("created", "updated", "unchanged", "rejected").containsExactly(0L, 0L, 1_963L, 37L);
        if (kind == SheetForm.Kind.CSV) {
            var rejects = imports.rejects(office, done.id(), Charset.forName("GB18030"));
            assertThat(rejects.lines()).hasSize(38).first().asString().endsWith("行号,原因");
            assertThat(rejects).contains("许可证编号校验位不符", "没有“火锅城堡”这种业态", "与第2行重复", "所在地不在您的管辖范围内", "手机号");
        }
        assertThat(tally.check(Scope.system(), "360121")).filteredOn(d -> d.measure().equals("SUBJECTS")).isEmpty();
    }

    @Test
    void a_missing_column_leaves_the_field_and_an_empty_cell_empties_it() {
        var licence = Numbers.operation(2, "360121");
        imports.done(office, "subjects", "名称,许可证编号,业态,所在地代码,餐位数,负责人\n老王面馆,%s,餐馆,360121100001,100,王水生\n".formatted(licence));

        var second = imports.done(office, "subjects", "名称,许可证编号,业态,所在地代码,负责人\n老王面馆,%s,餐馆,360121100001,\n".formatted(licence));

        assertThat(second.updated()).isEqualTo(1);
        var subject = only(licence);
        assertThat(subject.particulars().seats()).isEqualTo(100);
        assertThat(subject.particulars().principal()).isNull();
        assertThat(subject.grade()).isNotNull();
    }

    @Test
    void a_subject_that_turns_up_in_another_county_moves_there() {
        var city = given.office("360100000000");
        var code = Numbers.creditCode("360121");
        var licence = Numbers.operation(2, "360121");
        var line = "名称,统一社会信用代码,许可证编号,业态,所在地代码\n老王面馆,%s,%s,餐馆,%s\n";
        imports.done(city, "subjects", line.formatted(code, licence, "360121100001"));
        var before = only(licence);

        var moved = imports.done(city, "subjects", line.formatted(code, licence, "360123100001"));

        assertThat(moved.updated()).isEqualTo(1);
        assertThat(subjects.find(city, before.id()).status()).isEqualTo(SubjectStatus.CLOSED);
        var after = subjects.page(city, filter("360123100001", licence), null, 10).items().getFirst();
        assertThat(after.movedFrom()).isEqualTo(before.id());
        assertThat(tally.check(Scope.system(), "360121")).filteredOn(d -> d.measure().equals("SUBJECTS")).isEmpty();
        assertThat(tally.check(Scope.system(), "360123")).filteredOn(d -> d.measure().equals("SUBJECTS")).isEmpty();
    }

    @Test
    void the_number_of_another_business_is_rejected_and_one_outside_is_not_named() {
        var here = Numbers.operation(2, "360121");
        var there = Numbers.operation(2, "360123");
        var line = "名称,统一社会信用代码,许可证编号,业态,所在地代码\n%s,%s,%s,餐馆,%s\n";
        imports.done(office, "subjects", line.formatted("本地店", Numbers.creditCode("360121"), here, "360121100001"));
        imports.done(given.office("360123000000"), "subjects", line.formatted("邻县店", Numbers.creditCode("360123"), there, "360123100001"));

        var other = imports.done(office, "subjects", line.formatted("别家店", Numbers.creditCode("360121"), here, "360121100001"));
        var elsewhere = imports.done(office, "subjects", line.formatted("抢号店", Numbers.creditCode("360121"), there, "360121100001"));

        assertThat(imports.rejects(office, other.id(), StandardCharsets.UTF_8)).contains("本地店");
        assertThat(imports.rejects(office, elsewhere.id(), StandardCharsets.UTF_8)).contains("管辖范围以外").doesNotContain("邻县店");
    }

    @Test
    void stores_of_a_chain_are_counted_by_its_head_office() {
        var head = Numbers.creditCode("360121");
        var csv = new StringBuilder("名称,统一社会信用代码,许可证编号,业态,所在地代码,连锁角色,总部统一社会信用代码\n");
        csv.append("连锁总部,%s,%s,C3,360121100001,总部,\n".formatted(head, Numbers.operation(2, "360121")));
        for (int i = 0; i < 50; i++)
            csv.append("门店%d,%s,%s,C5,360121100002,门店,%s\n".formatted(i, Numbers.creditCode("360121"), Numbers.operation(2, "360121"), head));

        imports.done(office, "subjects", csv.toString());

        var office50 = subjects.page(office, filter("360121100001", head), null, 10).items().getFirst();
        assertThat(office50.grade()).isEqualTo(io.liangze.shared.Grade.A);
        assertThat(Objects.requireNonNull(office50.gradeReason()).rule()).isEqualTo("G07");
    }

    @Test
    void a_shop_that_was_there_before_its_school_is_near_it_all_the_same_and_sent_again_nothing_changes() {
        var header = "名称,许可证编号,业态,所在地代码,经度,纬度\n";
        var number = Numbers.operation(2, "360121");
        var shop = "校门小吃,%s,C5,360121100007,115.93010,28.54010\n".formatted(number);
        var school = "稻香小学食堂,%s,N1,360121100007,115.93000,28.54000\n".formatted(Numbers.operation(3, "360121"));
        imports.done(office, "subjects", header + shop);

        imports.done(office, "subjects", header + school);
        var again = imports.done(office, "subjects", header + shop + school);

        assertThat(only(number).flags()).contains(SubjectFlag.CAMPUS_AREA);
        assertThat(again.unchanged()).isEqualTo(2);
    }

    @Test
    void a_school_that_comes_with_its_neighbours_marks_them_at_once() {
        var shop = Numbers.operation(2, "360121");
        var csv = """
            名称,许可证编号,业态,所在地代码,经度,纬度
            校门奶茶,%s,饮品店,360121100005,115.9601,28.5502
            三中食堂,%s,中小学食堂,360121100005,115.9600,28.5510
            """.formatted(shop, Numbers.operation(3, "360121"));

        imports.done(office, "subjects", csv);

        assertThat(only(shop).flags()).contains(SubjectFlag.CAMPUS_AREA);
        assertThat(only(shop).revision()).isEqualTo(1);
    }

    @Test
    void remarks_are_warnings_and_marks_of_the_subject() {
        var licence = Numbers.operation(3, "360481");

        var done = imports.done(office, "subjects", "名称,许可证编号,业态,所在地代码\n幼儿面馆,%s,餐馆,360121100000\n".formatted(licence));

        assertThat(done.created()).isEqualTo(1);
        assertThat(done.warnings()).isEqualTo(1);
        assertThat(imports.warnings(office, done.id())).contains("业态不符", "所在县不同", "补到村");
        assertThat(only(licence).flags()).contains(SubjectFlag.LICENCE_OF_OTHER_KIND, SubjectFlag.LICENCE_OF_OTHER_PLACE, SubjectFlag.NO_VILLAGE);
    }

    private Subject only(String number) {
        return subjects.page(Scope.system(), filter(null, number), null, 10).items().getFirst();
    }

    private static SubjectFilter filter(@org.jspecify.annotations.Nullable String region, String q) {
        return new SubjectFilter(region, null, null, null, null, null, null, q, null);
    }

    private static int next;

    private static String[] shop(String name) {
        var village = "360121100" + VILLAGES.get(next++ % VILLAGES.size());
        return new String[] {name, Numbers.creditCode("360121"), Numbers.operation(2, "360121"), "2029-06-30", "餐馆", village, "13812341234", "60", "在营", ""};
    }

    private static List<String[]> faulty(String[] first) {
        var faulty = new ArrayList<String[]>();
        faulty.add(with(0, ""));
        faulty.add(with(0, "名".repeat(201)));
        faulty.add(with(1, "92360981MA37CD3412"));
        faulty.add(with(1, "9236098"));
        faulty.add(with(1, "92360981MA37CO3411"));
        for (int i = 0; i < 8; i++) faulty.add(with(2, misprinted(Numbers.operation(2, "360121"))));
        faulty.add(with(2, "SC123"));
        faulty.add(with(3, "2029-02-30"));
        faulty.add(with(3, "明年"));
        faulty.add(with(4, "火锅城堡"));
        faulty.add(with(4, ""));
        faulty.add(with(5, "360121999999"));
        faulty.add(with(5, "3601211000"));
        faulty.add(with(5, "360123100001"));
        faulty.add(with(5, "360121000000"));
        faulty.add(with(6, "12345"));
        faulty.add(with(6, "23812341234"));
        faulty.add(with(7, "-1"));
        faulty.add(with(7, "六十"));
        faulty.add(with(7, "6.5"));
        faulty.add(with(8, "开业"));
        faulty.add(with(8, "季节性"));
        var months = with(8, "季节性");
        months[9] = "十三月";
        faulty.add(months);
        for (int i = faulty.size(); i < 36; i++) {
            var twice = first.clone();
            twice[0] = "重复" + i;
            faulty.add(twice);
        }
        var licenceOnly = shop("同证");
        licenceOnly[2] = first[2];
        faulty.add(licenceOnly);
        return faulty;
    }

    private static String misprinted(String licence) {
        char last = licence.charAt(15);
        return licence.substring(0, 15) + (last == '9' ? '0' : (char) (last + 1));
    }

    private static String[] with(int column, String value) {
        var row = shop("坏行");
        row[column] = value;
        return row;
    }

    private static byte[] sheet(SheetForm form, List<String[]> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheet = SheetWriter.to(out, form)) {
            sheet.begin(List.of(HEADER.split(",")));
            for (var row : rows) sheet.row((Object[]) row);
        }
        return out.toByteArray();
    }
}
