package io.liangze.supervision;

import static io.liangze.GivenCalls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.liangze.Given;
import io.liangze.GivenCalls;
import io.liangze.LiangzeTest;
import io.liangze.TestClock;
import io.liangze.region.GivenPlaces;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.subject.GivenSubjects;
import io.liangze.subject.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@LiangzeTest
class SupervisionApiTest {

    private static final String COUNTY = "360781000000";
    private static final String NEIGHBOUR = "360735000000";
    private static final String TOWN = "360781100000";

    @Autowired MockMvcTester mvc;
    @Autowired GivenCalls calls;
    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenSubjects subjects;
    @Autowired GivenTasks tasks;
    @Autowired GivenReports reports;
    @Autowired Supervision supervision;
    @Autowired TestClock clock;
    @Autowired JsonMapper mapper;

    private Scope office;
    private Scope official;
    private Subject shop;
    private UUID task;

    @BeforeEach
    void a_task() {
        places.county(COUNTY);
        places.county(NEIGHBOUR);
        office = given.office(COUNTY);
        var id = UUID.randomUUID();
        official = given.official(id, TOWN);
        shop = subjects.at(TOWN).saved();
        task = tasks.of(shop).by(id, "刘春华").saved();
    }

    @Test
    void a_task_reads_as_the_contract_says() {
        assertThat(calls.get(official, "/api/v1/tasks?mine=true")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"items":[{"id":"%s","period":"2026Q4","due":"2026-12-31","sort":"REGULAR","status":"DUE","grade":"D","modes":["ONSITE"],
              "official":{"name":"刘春华"},"subject":{"id":"%s","name":"老王面馆","kind":"C5","region":{"code":"%s"}},"visit":null}],"next":null}
            """.formatted(task, shop.id(), TOWN));

        var whole = json(calls.get(official, "/api/v1/tasks/" + task));

        assertThat(whole.at("/checklist/items/0").propertyNames())
            .contains("id", "group", "text", "severity", "photo", "onSiteOnly", "measure", "findings", "law");
        assertThat(whole.path("lastVisits").isArray() && whole.path("openProblems").isArray()).isTrue();
    }

    @Test
    void a_phone_is_clear_for_the_office_and_the_business() {
        assertThat(phone(office)).isEqualTo("13812341234");
        assertThat(phone(given.business(shop.id(), TOWN))).isEqualTo("13812341234");
        for (var role : List.of(Role.LEADER, Role.REGULATOR, Role.INSPECTOR))
            assertThat(phone(given.at(role, COUNTY))).as(role.name()).isEqualTo("138****1234");
        assertThat(phone(given.official(UUID.randomUUID(), TOWN))).as("not his").isEqualTo("138****1234");
    }

    @Test
    void nothing_is_told_outside_the_scope_or_without_the_role() {
        var elsewhere = given.office(NEIGHBOUR);

        assertCode(calls.get(elsewhere, "/api/v1/tasks/" + task), 404, "task.absent");
        assertCode(calls.get(elsewhere, "/api/v1/tasks?region=" + COUNTY), 404, "region.absent");
        assertCode(calls.get(elsewhere, "/api/v1/visits?region=" + COUNTY), 404, "region.absent");
        assertCode(calls.get(elsewhere, "/api/v1/visits/" + UUID.randomUUID()), 404, "visit.absent");
        assertThat(json(calls.get(elsewhere, "/api/v1/tasks?subject=" + shop.id())).path("items")).isEmpty();
        assertCode(calls.get(given.business(UUID.randomUUID(), TOWN), "/api/v1/tasks/" + task), 404, "task.absent");
        for (var path : List.of("/api/v1/tasks", "/api/v1/tasks/" + task, "/api/v1/visits", "/api/v1/visits/" + UUID.randomUUID()))
            for (var role : List.of(Role.AUDITOR, Role.EDITOR, Role.SECURITY_ADMIN)) assertCode(calls.get(given.at(role, COUNTY), path), 403, "role.insufficient");
        assertThat(mvc.get().uri("/api/v1/tasks")).hasStatus(401);
    }

    @Test
    void a_list_is_cut_by_its_filters() {
        var of = "/api/v1/tasks?total=true&subject=" + shop.id();

        for (var holds : List.of("&period=2026Q4", "&period=2026", "&period=2026H2", "&period=2026-12", "&status=DUE&status=DONE", "&grade=D", "&kind=C5",
                "&late=false", "&voided=false", "&region=" + TOWN, "&official=" + official.official().orElseThrow()))
            assertThat(json(calls.get(office, of + holds)).path("total").asInt()).as(holds).isEqualTo(1);
        for (var not : List.of("&period=2026Q3", "&period=2026-11", "&status=DONE", "&grade=A", "&kind=N1", "&late=true", "&official=" + UUID.randomUUID()))
            assertThat(json(calls.get(office, of + not)).path("total").asInt()).as(not).isZero();
        for (var wrong : List.of("&status=OPEN", "&period=2026Q5", "&grade=E", "&kind=X", "&late=maybe", "&limit=0", "&after=x", "&official=x"))
            assertThat(calls.get(office, of + wrong)).as(wrong).hasStatus(422);
    }

    @Test
    void overdue_and_missed_follow_from_the_day() {
        clock.set(LocalDate.of(2027, 1, 3));
        assertThat(json(calls.get(office, "/api/v1/tasks/" + task)).path("status").asString()).isEqualTo("OVERDUE");

        clock.set(LocalDate.of(2027, 1, 4));

        assertThat(json(calls.get(office, "/api/v1/tasks/" + task)).path("status").asString()).isEqualTo("MISSED");
        assertThat(json(calls.get(office, "/api/v1/tasks?status=MISSED&subject=" + shop.id())).path("items")).hasSize(1);
        assertThat(json(calls.get(office, "/api/v1/tasks?status=OVERDUE&subject=" + shop.id())).path("items")).isEmpty();
    }

    @Test
    void a_visit_sent_twice_is_one_and_reads_as_it_was_sent() {
        var report = report(r -> r.wrong("K08", "健康证过期"));

        var first = calls.post(official, visitPath(), report);
        var second = calls.post(official, visitPath(), report);

        assertThat(first).hasStatus(201).bodyJson().extractingPath("$.conclusion").isEqualTo("PROBLEMS");
        assertThat(json(second)).isEqualTo(json(first));
        var visit = report.path("id").asString();
        assertThat(json(first).path("visit").asString()).isEqualTo(visit);
        assertThat(json(first).at("/problems/0/item").asString()).isEqualTo("K08");
        assertThat(calls.get(office, "/api/v1/visits/" + visit)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
            {"id":"%s","task":"%s","mode":"ONSITE","startedAt":"2026-11-24T09:30:00+08:00","endedAt":"2026-11-24T09:41:00+08:00","conclusion":"PROBLEMS",
             "corrections":[]}""".formatted(visit, task));
        assertThat(json(calls.get(office, "/api/v1/visits?total=true&period=2026-11&mode=ONSITE&subject=" + shop.id())).path("total").asInt()).isEqualTo(1);
        assertThat(json(calls.get(office, "/api/v1/visits?total=true&period=2026-10&subject=" + shop.id())).path("total").asInt()).isZero();
        assertThat(calls.get(given.office(NEIGHBOUR), "/api/v1/visits/" + visit)).hasStatus(404);
        assertThat(calls.get(given.business(shop.id(), TOWN), "/api/v1/visits/" + visit)).hasStatusOk();
        assertThat(json(calls.get(office, "/api/v1/problems?subject=" + shop.id())).path("items")).hasSize(1);
    }

    @Test
    void refusals_of_a_visit_come_in_their_order() {
        var wrong = report(r -> r.without("K08"));

        assertThat(mvc.post().uri(visitPath()).with(csrf())).hasStatus(401);
        assertThat(calls.post(office, visitPath(), wrong.deepCopy().put("moode", "x"))).as("unreadable before the role").hasStatus(400);
        assertCode(calls.post(office, visitPath(), wrong), 403, "role.insufficient");
        assertCode(calls.post(given.official(UUID.randomUUID(), NEIGHBOUR), visitPath(), wrong), 404, "task.absent");
        assertCode(calls.post(given.official(UUID.randomUUID(), TOWN), visitPath(), wrong), 403, "task.not-yours");
        assertCode(calls.post(official, visitPath(), wrong), 422, "input.invalid");
        calls.post(official, visitPath(), report(r -> r));
        assertCode(calls.post(given.official(UUID.randomUUID(), TOWN), visitPath(), wrong), 409, "task.visited-before");
        assertCode(calls.post(official, visitPath(), report(r -> r)), 409, "task.visited-before");
    }

    @Test
    void every_rule_of_a_visit_is_kept_and_nothing_changes() {
        assertFlaw(r -> { }, r -> r.put("checklistVersion", "checklists-1999-01-01"), "visit.version");
        assertFlaw(r -> { }, r -> r.put("mode", "REMOTE"), "visit.mode");
        assertFlaw(r -> { }, r -> r.put("endedAt", "2026-11-24T09:29:00+08:00"), "visit.reversed");
        assertFlaw(r -> { }, r -> r.put("endedAt", "2026-11-24T10:11:00+08:00"), "visit.future");
        assertFlaw(r -> { }, r -> r.put("startedAt", "2026-09-30T23:59:00+08:00"), "visit.before-period");
        assertFlaw(r -> { }, r -> r.putNull("companion"), "visit.companion");
        assertFlaw(r -> { }, r -> ((ObjectNode) r.path("companion")).putNull("signature"), "visit.signature");
        assertFlaw(r -> { }, r -> ((ObjectNode) r.path("companion")).put("signature", UUID.randomUUID().toString()), "visit.evidence");
        assertFlaw(r -> { }, r -> r.putNull("answers"), "value.missing");
        assertFlaw(r -> { }, r -> ((ObjectNode) r.at("/answers/0")).put("item", "K99"), "visit.item-unknown");
        assertFlaw(r -> { }, r -> r.putArray("answers").addNull(), "visit.item-unknown");
        assertFlaw(r -> r.without("K08"), r -> { }, "visit.item-missing");
        assertFlaw(r -> { }, r -> ((ObjectNode) r.path("start")).put("latitude", 90.1), "value.unfit");
        assertFlaw(r -> { }, r -> ((ObjectNode) r.path("start")).put("accuracyM", -1), "value.unfit");
        assertFlaw(r -> { }, r -> r.putNull("id"), "value.missing");

        assertThat(json(calls.get(office, "/api/v1/tasks/" + task)).path("status").asString()).isEqualTo("DUE");
        assertThat(json(calls.get(office, "/api/v1/visits?subject=" + shop.id())).path("items")).isEmpty();
    }

    @Test
    void a_measured_value_of_endless_digits_is_no_value() {
        var restaurant = subjects.at(TOWN).kind("N1").with(io.liangze.subject.SubjectField.LICENCE_NO, "").named("象湖小学食堂").saved();
        task = tasks.of(restaurant).by(official.official().orElseThrow(), "刘春华").saved();
        var report = report(r -> r);
        var items = json(calls.get(official, "/api/v1/tasks/" + task)).at("/checklist/items");
        var measured = new java.util.ArrayList<String>();
        items.forEach(item -> { if (!item.path("measure").isNull()) measured.add(item.path("id").asString()); });
        assertThat(measured).isNotEmpty();

        report.path("answers").forEach(answer -> {
            if (measured.contains(answer.path("item").asString())) ((ObjectNode) answer).put("value", new java.math.BigDecimal("1e999999999"));
        });

        assertThat(calls.post(official, visitPath(), report)).hasStatus(422).bodyJson().extractingPath("$.errors[*].field").asArray()
            .anySatisfy(field -> assertThat(field.toString()).endsWith(".value"));
    }

    @Test
    void a_correction_is_added_once_by_him_and_in_time() {
        var visit = report(r -> r);
        calls.post(official, visitPath(), visit);
        var path = "/api/v1/visits/%s/corrections".formatted(visit.path("id").asString());
        var wish = (ObjectNode) mapper.readTree("""
            {"reason":"漏记一项","answers":[{"item":"K08","result":"PROBLEM","text":"健康证过期","evidence":["%s"]}]}""".formatted(reports.photo(official)));

        assertCode(calls.post(office, path, wish), 403, "role.insufficient");
        assertCode(calls.post(given.official(UUID.randomUUID(), NEIGHBOUR), path, wish), 404, "visit.absent");
        assertCode(calls.post(given.official(UUID.randomUUID(), TOWN), path, wish), 403, "visit.not-yours");
        assertThat(calls.post(official, path, wish.deepCopy().put("reason", ""))).hasStatus(422);
        assertThat(calls.post(official, path, wish.deepCopy().putNull("answers"))).hasStatus(422);
        assertThat(calls.post(official, path, wish.deepCopy().put("why", "x"))).hasStatus(400);
        var first = calls.post(official, path, wish);
        var second = calls.post(official, path, wish);

        assertThat(first).hasStatus(201).bodyJson().extractingPath("$.version").isEqualTo(2);
        assertThat(json(second)).isEqualTo(json(first));
        assertThat(json(calls.get(office, "/api/v1/visits/" + visit.path("id").asString())).path("corrections")).hasSize(1);
        assertThat(json(calls.get(office, "/api/v1/problems?subject=" + shop.id())).path("items")).hasSize(1);
        clock.set(LocalDate.of(2026, 11, 28));
        assertCode(calls.post(given.official(UUID.randomUUID(), TOWN), path, wish), 409, "visit.correction-late");
    }

    @Test
    void a_quarter_is_generated_once_and_only_where_one_may() {
        var queued = calls.post(office, "/api/v1/quarters/2027Q1/tasks", mapper.createObjectNode().put("region", TOWN));

        assertThat(queued).hasStatus(202);
        var at = "/api/v1/quarters/2027Q1/tasks/" + json(queued).path("id").asString();
        assertThat(queued).hasHeader("Location", at);
        await().untilAsserted(() -> assertThat(json(calls.get(office, at)).path("state").asString()).isEqualTo("DONE"));
        assertThat(json(calls.get(office, at)).path("created").asInt()).isPositive();
        var again = "/api/v1/quarters/2027Q1/tasks/" + json(calls.post(office, "/api/v1/quarters/2027Q1/tasks", mapper.createObjectNode().put("region", TOWN))).path("id").asString();
        await().untilAsserted(() -> assertThat(json(calls.get(office, again)).path("state").asString()).isEqualTo("DONE"));
        assertThat(json(calls.get(office, again)).path("created").asInt()).isZero();
        assertThat(json(calls.get(office, again)).path("existing").asInt()).isEqualTo(json(calls.get(office, at)).path("created").asInt());

        assertCode(calls.get(office, at.replace("2027Q1", "2027Q2")), 404, "work.absent");
        assertCode(calls.get(given.office(NEIGHBOUR), at), 404, "work.absent");
        var none = mapper.createObjectNode();
        assertCode(calls.post(office, "/api/v1/quarters/2027Q1/tasks", none.deepCopy().put("region", NEIGHBOUR)), 404, "region.absent");
        assertCode(calls.post(office, "/api/v1/quarters/2027Q1/tasks", none.deepCopy().put("region", "360700000000")), 404, "region.absent");
        assertCode(calls.post(official, "/api/v1/quarters/2027Q1/tasks", none), 403, "role.insufficient");
        assertCode(calls.post(office, "/api/v1/quarters/2027Q1/tasks", none.deepCopy().put("place", TOWN)), 400, "input.unknown-field");
        for (var period : List.of("2027", "2027-01", "2027Q5", "x")) assertThat(calls.post(office, "/api/v1/quarters/" + period + "/tasks", none)).as(period).hasStatus(422);
    }

    private String phone(Scope scope) {
        return json(calls.get(scope, "/api/v1/tasks/" + task)).at("/subject/phone").asString();
    }

    private String visitPath() {
        return "/api/v1/tasks/" + task + "/visit";
    }

    private ObjectNode report(UnaryOperator<GivenReports.Builder> change) {
        return mapper.valueToTree(change.apply(reports.of(official, supervision.task(official, task))).made());
    }

    private void assertFlaw(java.util.function.Consumer<GivenReports.Builder> made, java.util.function.Consumer<ObjectNode> sent, String code) {
        var report = report(builder -> {
            made.accept(builder);
            return builder;
        });
        sent.accept(report);
        assertThat(calls.post(official, visitPath(), report)).as(code).hasStatus(422).bodyJson().extractingPath("$.errors[*].code").asArray().contains(code);
    }

    private static void assertCode(MvcTestResult answer, int status, String code) {
        assertThat(answer).as(code).hasStatus(status).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
