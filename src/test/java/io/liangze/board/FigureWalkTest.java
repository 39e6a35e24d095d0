package io.liangze.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liangze.Given;
import io.liangze.GivenCalls;
import io.liangze.LiangzeTest;
import io.liangze.TestClock;
import io.liangze.official.GivenOfficials;
import io.liangze.problem.EnforcementResult;
import io.liangze.problem.NewProblem;
import io.liangze.problem.ProblemSource;
import io.liangze.problem.Problems;
import io.liangze.problem.Step;
import io.liangze.region.Level;
import io.liangze.region.RegionRow;
import io.liangze.region.Regions;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Severity;
import io.liangze.subject.GivenSubjects;
import io.liangze.subject.Subject;
import io.liangze.subject.SubjectField;
import io.liangze.subject.Subjects;
import io.liangze.supervision.GivenReports;
import io.liangze.supervision.GivenTasks;
import io.liangze.supervision.Supervision;
import io.liangze.tally.Tally;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over a small province of its own: behind every figure lies exactly its list, and both are what the facts say. */
@LiangzeTest
class FigureWalkTest {

    private static final String PROVINCE = "910000000000";
    private static final String CITY = "910100000000";
    private static final String COUNTY = "910101000000";
    private static final String TOWN = "910101100000";
    private static final String VILLAGE = "910101100201";
    private static final String OTHER_VILLAGE = "910102100201";
    private static final String ZONE = "910171000000";
    private static final List<String> PLACES = List.of(PROVINCE, CITY, COUNTY, "910102000000", TOWN, VILLAGE, OTHER_VILLAGE, ZONE);
    private static final List<String> QUESTIONS = List.of("", "&grade=D", "&grade=B", "&family=CATERING", "&period=2026-11", "&period=2026H2&grade=C",
        "&period=2026&family=CANTEEN", "&period=2026Q3", "&period=2026Q4");

    @Autowired GivenCalls calls;
    @Autowired Given given;
    @Autowired Regions regions;
    @Autowired GivenOfficials officials;
    @Autowired GivenSubjects shops;
    @Autowired GivenTasks tasks;
    @Autowired GivenReports reports;
    @Autowired Subjects subjects;
    @Autowired Supervision supervision;
    @Autowired Problems problems;
    @Autowired Tally tally;
    @Autowired JdbcClient jdbc;
    @Autowired TestClock clock;

    private final SoftAssertions all = new SoftAssertions();
    private Scope office;

    @BeforeEach
    void a_small_province() {
        regions.load(Scope.system(), List.of(place(PROVINCE, Level.PROVINCE, null), place(CITY, Level.CITY, PROVINCE), place(COUNTY, Level.COUNTY, CITY),
            place("910102000000", Level.COUNTY, CITY), place(TOWN, Level.TOWNSHIP, COUNTY), place("910102100000", Level.TOWNSHIP, "910102000000"),
            place(VILLAGE, Level.VILLAGE, TOWN), place("910101100202", Level.VILLAGE, TOWN), place(OTHER_VILLAGE, Level.VILLAGE, "910102100000"),
            new RegionRow(ZONE, "新区", Level.ZONE, PROVINCE, List.of(VILLAGE, "910102100000"), null)));
        office = given.office(PROVINCE);
    }

    private static RegionRow place(String code, Level level, String parent) {
        return new RegionRow(code, "试" + code, level, parent, List.of(), null);
    }

    @Test
    void every_figure_is_its_list_and_a_place_is_its_children() {
        var secretary = officials.inPost(Level.VILLAGE, VILLAGE, "刘春华");
        var wanted = List.of(shop(VILLAGE, "C5"), shop(VILLAGE, "C5"), shop(OTHER_VILLAGE, "C5"), shop(VILLAGE, "N1"), shop(OTHER_VILLAGE, "S2"),
            shop("910101100202", "S1"), shop(VILLAGE, "C8"), shop(VILLAGE, "C5"));
        await().untilAsserted(() -> assertThat(subjects.find(office, wanted.getLast().id()).official()).isNotNull());
        var owed = wanted.stream().map(shop -> tasks.of(shop).by(secretary, "刘春华").saved()).toList();
        tasks.of(wanted.get(2)).by(secretary, "刘春华").in("2026Q3").saved();
        tasks.of(wanted.get(1)).by(secretary, "刘春华").in("2027Q1").first(LocalDate.of(2026, 12, 20)).saved();
        visit(secretary, owed.get(0), "2026-11-24T09:30:00+08:00", "2026-11-24T09:41:00+08:00");
        visit(secretary, owed.get(3), "2026-11-23T09:30:00+08:00", "2026-11-23T09:41:00+08:00");
        inEachState(wanted.get(0));
        inEachState(wanted.get(4));
        var ended = opened(wanted.get(7), Severity.GENERAL);
        rectify(wanted.get(7), ended);
        subjects.close(office, wanted.get(7).id(), "不再经营", clock.today());
        problems.act(office, ended, new Step.Accept("已拆除", List.of()));

        walk();
        assertFacts();

        clock.set(LocalDate.of(2027, 1, 2));
        visit(secretary, owed.get(6), "2027-01-02T09:30:00+08:00", "2027-01-02T09:41:00+08:00");
        clock.set(LocalDate.of(2027, 1, 10));

        walk();
        assertFacts();
        all.assertAll();
        assertThat(board(PROVINCE, "&period=2026Q4").path("tasksOverdue").asLong()).isEqualTo(4);
    }

    private Subject shop(String village, String kind) {
        return shops.at(village).kind(kind).with(SubjectField.LICENCE_NO, "").named("店" + kind + UUID.randomUUID().toString().substring(0, 6)).saved();
    }

    private void visit(UUID official, UUID task, String start, String end) {
        var scope = given.official(official, PROVINCE);
        var visit = reports.of(scope, supervision.task(scope, task)).at(start, end).wrong("K08", "健康证过期").made();
        supervision.visit(scope, task, visit);
    }

    private void rectify(Subject shop, UUID problem) {
        var business = given.business(shop.id(), shop.region().code());
        problems.act(business, problem, new Step.Rectify("已改", List.of(reports.photo(business))));
    }

    private UUID opened(Subject shop, Severity severity) {
        return problems.open(office, new NewProblem(null, shop.id(), ProblemSource.COMPLAINT, null, severity, "有异味", List.of())).problem().id();
    }

    /** One open, put right, escalated, referred, closed, closed by enforcement, and cancelled. */
    private void inEachState(Subject shop) {
        var regulator = given.at(Role.REGULATOR, PROVINCE);
        opened(shop, Severity.CRITICAL);
        rectify(shop, opened(shop, Severity.GENERAL));
        problems.act(office, opened(shop, Severity.SERIOUS), new Step.Escalate("拖延"));
        problems.act(office, opened(shop, Severity.SERIOUS), new Step.Refer("市场监管局", "拒不整改"));
        var closed = opened(shop, Severity.GENERAL);
        rectify(shop, closed);
        problems.act(office, closed, new Step.Accept("好", List.of()));
        var punished = opened(shop, Severity.GENERAL);
        problems.act(office, punished, new Step.Refer("市场监管局", "拒不整改"));
        problems.act(regulator, punished, new Step.Conclude(EnforcementResult.PENALTY, "3号", "罚款"));
        problems.act(office, opened(shop, Severity.GENERAL), new Step.Cancel("误报", null));
    }

    private void walk() {
        for (var place : PLACES)
            for (var question : QUESTIONS) {
                var board = board(place, question);
                board.path("links").properties().forEach(link -> {
                    var figure = figure(board, link.getKey());
                    all.assertThat(listed(link.getValue().asString())).as("%s at %s%s", link.getKey(), place, question).isEqualTo(figure);
                    long below = 0;
                    for (var child : board.path("children"))
                        if (!child.path("level").asString().equals("ZONE")) below += figure(child, link.getKey());
                    if (!board.path("children").isEmpty())
                        all.assertThat(below).as("children: %s at %s%s", link.getKey(), place, question).isEqualTo(figure);
                });
            }
    }

    private void assertFacts() {
        var board = board(PROVINCE, "&period=2026Q4");
        var tasks = " from task where region like '91%' and quarter = '2026Q4' and sort in ('REGULAR', 'FIRST')";
        var problems = " from problem where region like '91%' and opened_on between '2026-10-01' and '2026-12-31'";
        assertFact(board, "tasks", "select count(*)" + tasks + " and state <> 'CANCELLED'");
        assertFact(board, "done", "select count(*)" + tasks + " and state = 'DONE'");
        assertFact(board, "onTime", "select count(*)" + tasks + " and state = 'DONE' and done_on <= due");
        assertFact(board, "visits", "select count(*) from visit where region like '91%' and ended_on between '2026-10-01' and '2026-12-31'");
        assertFact(board, "problems.found", "select count(*)" + problems + " and state <> 'CANCELLED'");
        assertFact(board, "problems.open", "select count(*)" + problems + " and state in ('OPEN', 'RECTIFIED', 'ESCALATED')");
        assertFact(board, "problems.closed", "select count(*)" + problems + " and state = 'CLOSED'");
        assertFact(board, "problems.referred", "select count(*)" + problems + " and state = 'REFERRED'");
        all.assertThat(board.path("supervisionRate").decimalValue()).isEqualByComparingTo(
            Figures.rate(figure(board, "onTime"), figure(board, "tasks")));
    }

    private void assertFact(JsonNode board, String figure, String sql) {
        all.assertThat(figure(board, figure)).as(figure).isPositive().isEqualTo(jdbc.sql(sql).query(Long.class).single());
    }

    /** How many different records the list has, page by page; it says the same itself. */
    private long listed(String link) {
        var ids = new HashSet<String>();
        var page = read(link + "&limit=3&total=true");
        long total = page.path("total").asLong();
        while (true) {
            page.path("items").forEach(item -> assertThat(ids.add(item.path("id").asString())).isTrue());
            if (page.path("next").isNull()) break;
            page = read(link + "&limit=3&after=" + page.path("next").asString());
        }
        all.assertThat(total).as("total of " + link).isEqualTo(ids.size());
        return ids.size();
    }

    private JsonNode read(String address) {
        return new JsonMapper().readTree(calls.page(office, address));
    }

    private JsonNode board(String place, String question) {
        return read("/api/v1/board?region=" + place + question);
    }

    private static long figure(JsonNode board, String name) {
        var node = board;
        for (var part : name.split("\\.")) node = node.path(part);
        assertThat(node.isNumber()).as(name).isTrue();
        return node.asLong();
    }
}
