package io.liangze.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liangze.Given;
import io.liangze.GivenCalls;
import io.liangze.LiangzeTest;
import io.liangze.TestClock;
import io.liangze.official.GivenOfficials;
import io.liangze.region.GivenPlaces;
import io.liangze.region.Level;
import io.liangze.region.Regions;
import io.liangze.shared.Period;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.subject.GivenSubjects;
import io.liangze.subject.Subject;
import io.liangze.subject.Subjects;
import io.liangze.supervision.GivenReports;
import io.liangze.supervision.Supervision;
import io.liangze.supervision.TaskFilter;
import io.liangze.work.WorkState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

@LiangzeTest
class BoardPagesTest {

    private static final String COUNTY = "360481000000";
    private static final String CITY = "360400000000";
    private static final Period.Quarter QUARTER = new Period.Quarter(2026, 4);
    private static final Pattern NUMBER = Pattern.compile("<a class=\"(?:red)?\" href=\"(/[^\"]+)\">([\\d,]+)</a>|<a href=\"(/[^\"]+)\">([\\d,]+)</a>");

    /** A number of a page and the list that it leads to. */
    private record Told(String href, long number) {}

    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenOfficials officials;
    @Autowired GivenSubjects shops;
    @Autowired GivenReports reports;
    @Autowired Regions regions;
    @Autowired Subjects subjects;
    @Autowired Supervision supervision;
    @Autowired TestClock clock;
    @Autowired JsonMapper json;
    @Autowired MockMvcTester mvc;
    @Autowired GivenCalls calls;

    private Scope office;
    private String town;
    private String village;

    @BeforeEach
    void aCounty() {
        places.county(COUNTY);
        office = given.office(COUNTY);
        town = regions.children(office, COUNTY).getFirst().code();
        village = regions.children(office, town).getFirst().code();
    }

    @Test
    void every_number_of_every_place_opens_a_list_with_as_many_records() {
        officials.inPost(Level.VILLAGE, village, "村支书");
        var shop = covered(village);
        covered(village);
        shops.at(regions.children(office, town).get(1).code()).saved();
        generate();
        visit(shop);

        var now = everyNumber();
        clock.set(LocalDate.parse("2026-12-29"));
        var late = everyNumber();
        clock.set(LocalDate.parse("2027-01-10"));
        var ended = everyNumber();

        for (var told : List.of(now, late, ended))
            assertThat(told).extracting(one -> one.href().replaceFirst("\\?.*", "")).contains("/tasks", "/visits", "/problems");
        assertThat(now).extracting(Told::href).anyMatch(href -> href.startsWith("/subjects"));
        assertThat(late).anyMatch(one -> one.href().contains("overdue=true") && one.number() > 0);
        assertThat(ended).anyMatch(one -> one.href().contains("status=MISSED") && one.number() > 0);
    }

    @Test
    void the_same_figures_are_told_by_the_moment_alone_and_changed_ones_whole() {
        var first = calls.page(office, "/board?region=" + COUNTY);
        var poll = unescaped(first).replaceFirst("(?s).*hx-get=\"(/board/live[^\"]+)\".*", "$1");

        var same = calls.page(office, poll);
        shops.at(village).saved();
        var changed = calls.page(office, poll);

        assertThat(same).contains("id=\"as-of\"").doesNotContain("id=\"tiles\"");
        assertThat(changed).contains("id=\"as-of\"", "id=\"tiles\" ", "id=\"ranks\"", "id=\"red\"", "hx-swap-oob=\"true\"");
    }

    @Test
    void nobody_looks_at_another_countys_figures_or_at_those_above_him() {
        assertThat(calls.get(office, "/board?region=360123000000")).hasStatus(404);
        assertThat(calls.get(office, "/board?region=" + CITY)).hasStatus(404);
        assertThat(calls.get(given.at(Role.EDITOR, COUNTY), "/board")).hasStatus(403);
        assertThat(calls.get(office, "/board/table?region=" + CITY)).hasStatus(404);
        assertThat(calls.get(office, "/board/export.xlsx?region=" + CITY)).hasStatus(404);
    }

    @Test
    void the_way_up_ends_where_the_scope_does() {
        var city = given.office(CITY);

        assertThat(calls.page(city, "/board?region=" + COUNTY)).contains("href=\"/board?region=" + CITY).doesNotContain("href=\"/board?region=360000000000");
        assertThat(calls.page(office, "/board?region=" + COUNTY)).doesNotContain("href=\"/board?region=" + CITY);
    }

    @Test
    void the_side_bar_counts_what_waits_and_leaves_out_what_does_not() {
        shops.at(village).saved();
        generate();

        var counts = calls.page(office, "/board/side");

        assertThat(counts).containsPattern("id=\"count-COVERAGE\" class=\"red\"[^>]*>\\d").containsPattern("id=\"count-TASKS\" title=\"本季度未督导\"[^>]*>\\d")
            .doesNotContain("count-SUBJECTS");
        assertThat(calls.page(office, "/board")).contains("hx-get=\"/board/side\"");
        assertThat(calls.page(given.at(Role.AUDITOR, COUNTY), "/board")).doesNotContain("/board/side");
    }

    @Test
    void an_auditor_sees_figures_and_no_lists() {
        var page = calls.page(given.at(Role.AUDITOR, COUNTY), "/board/table");

        assertThat(page).contains("在营主体");
        assertThat(numbers(page)).isEmpty();
    }

    @Test
    void a_city_has_a_map_and_a_county_a_table_of_its_townships() {
        assertThat(calls.page(given.office(CITY), "/board")).contains("<board-map", "/web/map/360400.json");
        assertThat(calls.page(office, "/board")).doesNotContain("<board-map").contains(regions.name(office, town));
        assertThat(calls.get(office, "/web/map/360400.json")).hasStatusOk();
        assertThat(mvc.get().uri("/_static/echarts/6.0.0/dist/echarts.esm.min.js")).hasStatusOk();
    }

    @Test
    void the_table_goes_out_as_a_workbook() {
        var answer = calls.get(office, "/board/export.csv?region=" + COUNTY);

        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
        var lines = GivenCalls.text(answer).lines().toList();
        assertThat(lines.getFirst()).contains("在营主体", "督导率（%）");
        assertThat(lines).hasSize(2 + regions.children(office, COUNTY).size());
        assertThat(lines.get(1)).contains(COUNTY);
    }

    @Test
    void a_period_shorter_than_a_month_is_refused() {
        assertThat(calls.get(office, "/board?region=" + COUNTY + "&period=2026-W48")).hasStatus(422);
    }

    /** All that the pages tell at this moment, each compared with its list. */
    private List<Told> everyNumber() {
        var told = new ArrayList<Told>();
        for (var page : List.of("/board?region=" + COUNTY + "&period=2026Q4", "/board?region=" + COUNTY + "&period=2026Q4&metric=CLOSURE",
                "/board?region=" + village + "&period=2026Q4", "/board/table?region=" + COUNTY + "&period=2026Q4",
                "/board/table?region=" + town + "&period=2026&family=CATERING", "/board/table?region=" + town + "&period=2026Q4&grade=D"))
            told.addAll(numbers(calls.page(office, page)));
        for (var one : told.stream().distinct().toList()) assertThat(counted(one.href())).as(one.href()).isEqualTo(one.number());
        return told;
    }

    private Subject covered(String place) {
        var shop = shops.at(place).saved();
        await().untilAsserted(() -> assertThat(subjects.find(office, shop.id()).official()).isNotNull());
        return subjects.find(office, shop.id());
    }

    private void generate() {
        var run = supervision.generate(office, QUARTER, COUNTY);
        await().untilAsserted(() -> assertThat(supervision.generation(office, run).state()).isEqualTo(WorkState.DONE));
    }

    private void visit(Subject shop) {
        var owed = supervision.tasks(office, new TaskFilter(List.of(QUARTER), null, null, null, null, null, List.of(), List.of(shop.id()), null, null, null, null), null, 1)
            .items().getFirst();
        var secretary = given.official(owed.official().id(), village);
        supervision.visit(secretary, owed.id(), reports.of(secretary, supervision.task(secretary, owed.id())).wrong("K08", "健康证过期").made());
    }

    private static List<Told> numbers(String page) {
        return NUMBER.matcher(unescaped(page)).results().map(m -> m.group(1) != null ? new Told(m.group(1), number(m.group(2)))
            : new Told(m.group(3), number(m.group(4)))).toList();
    }

    private static long number(String written) {
        return Long.parseLong(written.replace(",", ""));
    }

    private static String unescaped(String page) {
        return page.replace("&amp;", "&");
    }

    /** How many the list has in all, as its API says. */
    private long counted(String href) {
        return json.readTree(calls.page(office, "/api/v1" + href + "&total=true&limit=1")).path("total").asLong(-1);
    }
}
