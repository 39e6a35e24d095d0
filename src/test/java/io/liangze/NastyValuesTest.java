package io.liangze;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.identity.AccountRole;
import io.liangze.official.GivenOfficials;
import io.liangze.region.GivenPlaces;
import io.liangze.region.Level;
import io.liangze.shared.Role;
import io.liangze.subject.GivenSubjects;
import io.liangze.subject.Subject;
import io.liangze.supervision.GivenTasks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies that are right but for one value: each value in turn becomes each of those that hurt. Taken or refused, never our own error. */
@LiangzeTest
class NastyValuesTest {

    private static final String COUNTY = "360222000000";
    private static final String TOWN = "360222101000";
    private static final JsonMapper JSON = new JsonMapper();
    private static final String HOLE = "\"<here>\"";

    /** As they stand in JSON. */
    private static final List<String> NASTY = List.of("null", "\"\"", "\" \"", "\"\\u0000\"", "\"王\\u0000面\"", "\"\\ud800\"", "\"\\u202e\\ufeff\"",
        "\"" + "长".repeat(3_000) + "\"", "0", "-1", "1.5", "1e400", "1e999999999", "-1e-999999999", "99999999999999999999999", "true", "[]", "{}",
        "[null]", "[\"\\u0000\"]", "[[[]]]", "{\"a\":1}", "\"+999999999-12-31\"", "\"+999999999-12-31T23:59:59-18:00\"", "\"0000-00-00\"",
        "\"2026-02-30\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"9999-12-31T23:59:59+08:00\"", "\"0001-01-01T00:00:00+08:00\"",
        "\"00000000-0000-0000-0000-000000000000\"", "\"1e9\"", "\"1e999999999\"", "\"NaN\"", "\"A\"", "\"360000000000\"", "\"%_'\\\\\"");

    @Autowired GivenHttp http;
    @Autowired GivenPlaces places;
    @Autowired GivenSubjects subjects;
    @Autowired GivenOfficials officials;
    @Autowired GivenTasks tasks;

    private final SoftAssertions all = new SoftAssertions();
    private String office;

    @BeforeEach
    void an_office() {
        places.county(COUNTY);
        office = http.bearer(AccountRole.at(Role.OFFICE, COUNTY), AccountRole.at(Role.REGULATOR, COUNTY), AccountRole.at(Role.INSPECTOR, COUNTY));
    }

    @Test
    void a_subject() {
        each(office, "POST", () -> "/api/v1/subjects", """
            {"id":"%s","name":"老王面馆","creditCode":"92360981MA37CD3411","licenceNo":"赣小餐1","licenceExpires":"2027-03-14","kind":"C5","region":"%s",
             "address":"莲塘镇","longitude":"115.9","latitude":28.5,"principal":"王水生","phone":"13812341234","scale":"微型","areaM2":"32.5","seats":20,
             "dinersPerMeal":10,"staff":3,"revenue":"12.5","chainRole":"门店","headOffice":"92360981MA37CD3411","stores":3,"foodCategory":"04",
             "salesChannel":"BOTH","operation":"SELF","riskLevel":"A","status":"ACTIVE","seasonMonths":"3-10"}""".formatted(UUID.randomUUID(), TOWN));
        each(office, "PATCH", () -> "/api/v1/subjects/" + shop().id(), """
            {"name":"老王面馆","seats":20,"areaM2":"32.5","revenue":1.5,"longitude":"115.9","latitude":"28.5","licenceExpires":"2027-03-14","region":"%s",
             "kind":"C4","seasonMonths":"3-10","status":"SEASONAL"}""".formatted(TOWN));
        each(office, "POST", () -> "/api/v1/subjects/" + shop().id() + "/close", "{\"reason\":\"歇业\",\"date\":\"2026-11-20\"}");
        each(office, "POST", () -> "/api/v1/subjects/" + shop().id() + "/grade-override", "{\"grade\":\"B\",\"reason\":\"重点\",\"until\":\"2027-06-30\"}");
        all.assertAll();
    }

    @Test
    void an_official() {
        each(office, "POST", () -> "/api/v1/officials", """
            {"id":"%s","name":"邓丽","idNumber":"%s","phone":"%s","organisation":"镇政府","post":"副镇长","level":"TOWNSHIP","region":"%s","field":"教育",
             "lead":true,"linkedCounty":"%s","from":"2026-11-01","partyMember":true}""".formatted(UUID.randomUUID(), GivenOfficials.idNumber(),
            GivenOfficials.mobile(), TOWN, COUNTY));
        each(office, "PATCH", () -> "/api/v1/officials/" + mayor(), """
            {"name":"邓丽","idNumber":"%s","phone":"%s","organisation":"镇政府","post":"镇长","field":"教育","lead":false,"linkedCounty":null,"partyMember":false}
            """.formatted(GivenOfficials.idNumber(), GivenOfficials.mobile()));
        each(office, "POST", () -> "/api/v1/officials/" + mayor() + "/transfer", """
            {"region":"%s","level":"COUNTY","organisation":"县政府","post":"副县长","date":"2026-11-24"}""".formatted(COUNTY));
        each(office, "POST", () -> "/api/v1/officials/" + mayor() + "/leave", "{\"date\":\"2026-11-24\",\"reason\":\"退休\"}");
        each(office, "POST", () -> "/api/v1/officials/" + mayor() + "/stakes", "{\"subject\":\"%s\"}".formatted(shop().id()));
        all.assertAll();
    }

    @Test
    void a_problem_and_its_acts() {
        var shop = shop();
        each(office, "POST", () -> "/api/v1/problems", """
            {"id":"%s","subject":"%s","source":"COMPLAINT","item":"KC03","severity":"SERIOUS","text":"有异味","evidence":["%s"]}
            """.formatted(UUID.randomUUID(), shop.id(), UUID.randomUUID()));
        for (var act : List.of("rectify {\"text\":\"已改\",\"evidence\":[\"%s\"]}".formatted(UUID.randomUUID()), "accept {\"text\":\"好\",\"evidence\":[]}",
            "return {\"text\":\"不清\",\"due\":\"2026-12-20\"}", "extend {\"due\":\"2026-12-20\",\"reason\":\"设备\"}", "escalate {\"reason\":\"拖延\"}",
            "refer {\"to\":\"市场监管局\",\"reason\":\"拒不整改\"}", "enforcement-result {\"result\":\"PENALTY\",\"number\":\"3号\",\"text\":\"罚\"}",
            "cancel {\"reason\":\"重复\",\"twin\":\"%s\"}".formatted(UUID.randomUUID()), "remark {\"text\":\"知悉\",\"evidence\":[]}")) {
            var parts = act.split(" ", 2);
            each(office, "POST", () -> "/api/v1/problems/" + problem(shop) + "/" + parts[0], parts[1]);
        }
        all.assertAll();
    }

    @Test
    void a_visit_and_its_correction() {
        var official = UUID.randomUUID();
        var bearer = http.bearer(AccountRole.official(official, TOWN));
        var shop = shop();
        var task = tasks.of(shop).by(official, "刘春华").saved();
        var asked = http.get(bearer, "/api/v1/tasks/" + task).json();
        var measured = measured(asked);

        each(bearer, "POST", () -> "/api/v1/tasks/" + task + "/visit", """
            {"id":"%s","mode":"ONSITE","startedAt":"2026-11-24T09:30:00+08:00","endedAt":"2026-11-24T09:41:00+08:00",
             "start":{"latitude":28.54,"longitude":115.94,"accuracyM":20},"end":{"latitude":28.54,"longitude":115.94,"accuracyM":20},
             "checklistVersion":"%s","answers":[{"item":"%s","result":"OK","text":"x","finding":"x","severity":"GENERAL","value":5,"evidence":["%s"],
             "fixedOnSite":false,"seconds":4}],"companion":{"name":"王","post":"店主","signature":"%s","declined":"外出"},"standInFor":null,"advice":"好",
             "evidence":["%s"],"sentAt":"2026-11-24T09:59:00+08:00","device":"d"}""".formatted(UUID.randomUUID(), asked.path("checklist").path("version").asString(),
            measured, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));
        all.assertAll();
    }

    @Test
    void an_account_and_a_relation() {
        var admin = http.bearer(AccountRole.everywhere(Role.SYSTEM_ADMIN));
        var security = http.bearer(AccountRole.everywhere(Role.SECURITY_ADMIN));
        each(admin, "POST", () -> "/api/v1/accounts", "{\"id\":\"%s\",\"username\":\"u%s\",\"name\":\"某\"}".formatted(UUID.randomUUID(),
            UUID.randomUUID().toString().substring(0, 8)));
        each(security, "POST", () -> "/api/v1/accounts/%s/roles".formatted(UUID.randomUUID()), "{\"role\":\"OFFICE\",\"region\":\"%s\"}".formatted(COUNTY));
        each(office, "POST", () -> "/api/v1/assignments", "{\"subject\":\"%s\",\"official\":\"%s\",\"reason\":\"熟悉\"}".formatted(shop().id(), mayor()));
        each(office, "POST", () -> "/api/v1/assignments/match", "{\"region\":\"%s\"}".formatted("360222999999"));
        each(office, "POST", () -> "/api/v1/quarters/2026Q4/tasks", "{\"region\":\"%s\"}".formatted("360222999999"));
        each(null, "POST", () -> "/api/v1/tokens", "{\"username\":\"nobody-%s\",\"password\":\"x\",\"code\":\"1\"}".formatted(UUID.randomUUID()));
        each(null, "POST", () -> "/api/v1/passwords", "{\"username\":\"nobody-%s\",\"password\":\"x\",\"newPassword\":\"y\"}".formatted(UUID.randomUUID()));
        all.assertAll();
    }

    /** @param path asked for anew after each value that was taken */
    private void each(String bearer, String method, Supplier<String> path, String body) {
        var right = JSON.readTree(body);
        var at = path.get();
        for (var template : templates(right))
            for (var nasty : NASTY) {
                var sent = template.replace(HOLE, nasty);
                var type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
                var answer = http.send(method, bearer, at, type, sent.getBytes(StandardCharsets.UTF_8));
                var what = "%s %s %s".formatted(method, at, sent.length() > 1_000 ? sent.substring(0, 200) + "…" : sent);
                if (answer.status() < 300) at = path.get();
                else {
                    all.assertThat(answer.status()).as(what).isBetween(400, 499);
                    all.assertThat(answer.isProblem() && answer.isDiscreet()).as("%s was answered %s", what, answer.text()).isTrue();
                }
            }
    }

    /** The same document with a hole at each value in turn. */
    private static List<String> templates(JsonNode document) {
        var found = new ArrayList<String>();
        document.propertyNames().forEach(name -> holes(document.get(name), whole -> {
            var copy = (tools.jackson.databind.node.ObjectNode) document.deepCopy();
            copy.set(name, whole);
            found.add(copy.toString());
        }));
        return found;
    }

    private static void holes(JsonNode value, java.util.function.Consumer<JsonNode> each) {
        each.accept(JSON.readTree(HOLE));
        if (value.isObject())
            value.propertyNames().forEach(name -> holes(value.get(name), inner -> {
                var copy = (tools.jackson.databind.node.ObjectNode) value.deepCopy();
                copy.set(name, inner);
                each.accept(copy);
            }));
        if (value.isArray())
            for (int i = 0; i < value.size(); i++) {
                int index = i;
                holes(value.get(i), inner -> {
                    var copy = (tools.jackson.databind.node.ArrayNode) value.deepCopy();
                    copy.set(index, inner);
                    each.accept(copy);
                });
            }
    }

    /** An item with a measure, else the first. */
    private static String measured(JsonNode task) {
        var items = task.path("checklist").path("items");
        for (var item : items) if (!item.path("measure").isNull()) return item.path("id").asString();
        return items.get(0).path("id").asString();
    }

    private Subject shop() {
        return subjects.at(TOWN).named("莲花面馆").saved();
    }

    private UUID mayor() {
        return officials.inPost(Level.TOWNSHIP, TOWN, "镇长");
    }

    private String problem(Subject shop) {
        var made = http.post(office, "/api/v1/problems", """
            {"subject":"%s","source":"COMPLAINT","severity":"GENERAL","text":"有异味"}""".formatted(shop.id()));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().path("id").asString();
    }
}
