package io.liangze;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.GivenHttp.Answer;
import io.liangze.GivenRoutes.Route;
import io.liangze.official.GivenOfficials;
import io.liangze.region.GivenPlaces;
import io.liangze.region.Level;
import io.liangze.region.Regions;
import io.liangze.subject.GivenSubjects;
import io.liangze.supervision.GivenReports;
import io.liangze.supervision.GivenTasks;
import io.liangze.supervision.Supervision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every call of the API, whatever it does; over the wire. */
@LiangzeTest
class ApiWalkTest {

    private static final Path FILES = Path.of("src/test/resources/bad-input");
    private static final String COUNTY = "360302000000";
    private static final Set<String> OPEN_TO_ALL = Set.of("/api/v1/tokens", "/api/v1/passwords");
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired GivenHttp http;
    @Autowired GivenPlaces places;
    @Autowired GivenRoutes routes;
    @Autowired Given given;
    @Autowired GivenOfficials officials;
    @Autowired GivenSubjects subjects;
    @Autowired GivenTasks tasks;
    @Autowired GivenReports reports;
    @Autowired Supervision supervision;
    @Autowired Regions regions;

    private GivenHttp.Tokens tokens;
    private final SoftAssertions all = new SoftAssertions();

    @BeforeEach
    void somebody_with_each_role() {
        places.county(COUNTY);
        tokens = http.tokens(COUNTY);
    }

    @Test
    void nobody_gets_in_unsigned() {
        assertThat(routes.all()).hasSizeGreaterThan(60);
        for (var route : routes.all()) {
            var answer = http.send(route.method().name(), null, route.path(), "application/json", "{}".getBytes(StandardCharsets.UTF_8));
            if (OPEN_TO_ALL.contains(route.pattern())) refused(route.toString(), answer);
            else all.assertThat(code(answer)).as(route.toString()).isEqualTo("401 session.absent");
        }
        all.assertAll();
    }

    @Test
    void a_parameter_that_is_not_known_is_named() {
        for (var route : routes.all()) {
            var answer = send(route, route.path() + "?statsu=DONE", "{}".getBytes(StandardCharsets.UTF_8));
            all.assertThat(code(answer)).as(route.toString()).isEqualTo("400 input.unknown-field");
            all.assertThat(answer.text()).as(route.toString()).contains("\"field\":\"statsu\"");
        }
        all.assertAll();
    }

    @Test
    void a_parameter_that_takes_one_value_is_not_given_two() {
        for (var route : routes.all())
            for (var name : route.singles()) {
                var answer = send(route, "%s?%2$s=1&%2$s=2".formatted(route.path(), name), new byte[0]);
                all.assertThat(code(answer)).as("%s %s", route, name).isEqualTo("400 input.repeated");
                all.assertThat(answer.text()).as("%s %s", route, name).contains("\"field\":\"%s\"".formatted(name));
            }
        all.assertAll();
    }

    /** Of both together there are as many as of one and of the other. */
    @Test
    void a_filter_that_comes_twice_means_either() {
        var office = given.office(COUNTY);
        var village = regions.children(office, regions.children(office, COUNTY).getFirst().code()).getFirst().code();
        var official = officials.inPost(Level.VILLAGE, village, "刘春华");
        var secretary = given.official(official, village);
        var task = tasks.of(subjects.at(village).saved()).by(official, "刘春华").saved();
        supervision.visit(secretary, task, reports.of(secretary, supervision.task(secretary, task)).made());

        either("subjects", "grade", "C", "D");
        either("officials", "level", "TOWNSHIP", "VILLAGE");
        either("officials", "state", "IN_POST", "LEFT");
        either("accounts", "role", "OFFICE", "EDITOR");
        either("tasks", "period", "2026Q3", "2026Q4");
        either("tasks", "period", "2025", "2026Q4");
        either("tasks", "official", official.toString(), UUID.randomUUID().toString());
        either("visits", "period", "2026Q3", "2026Q4");
        either("visits", "mode", "ONSITE", "REMOTE");
        either("visits", "conclusion", "NO_PROBLEM", "PROBLEMS");
        either("visits", "official", official.toString(), UUID.randomUUID().toString());
        all.assertAll();
    }

    private void either(String list, String name, String one, String other) {
        long both = total(list, "%1$s=%2$s&%1$s=%3$s".formatted(name, one, other));
        all.assertThat(both).as("%s by %s", list, name).isPositive()
            .isEqualTo(total(list, name + "=" + one) + total(list, name + "=" + other));
    }

    @ParameterizedTest
    @CsvSource({"assignments, subject", "assignments, official", "tasks, subject", "tasks, official", "visits, subject", "visits, official"})
    void ids_may_come_several_times(String list, String name) {
        assertThat(total(list, "%1$s=%2$s&%1$s=%3$s".formatted(name, UUID.randomUUID(), UUID.randomUUID()))).isZero();
    }

    private long total(String list, String query) {
        var path = "/api/v1/" + list;
        var answer = http.get(tokens.of(path), "%s?limit=1&total=true&%s".formatted(path, query));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("total").longValue();
    }

    /** A bare status could not say where. */
    @Test
    void whatever_makes_something_says_where_it_stands() {
        for (var route : routes.all()) {
            var status = route.handler().getMethodAnnotation(ResponseStatus.class);
            all.assertThat(status != null && status.code() == HttpStatus.CREATED).as(route.toString()).isFalse();
        }
        all.assertAll();
        var made = http.post(tokens.systemAdmin(), "/api/v1/accounts", "{\"username\":\"%s\",\"name\":\"吴敏\"}".formatted("w" + UUID.randomUUID().toString().substring(0, 8)));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.location()).isEqualTo("/api/v1/accounts/" + made.json().path("account").asString());
        assertThat(http.get(tokens.systemAdmin(), made.location()).status()).isEqualTo(200);
    }

    @Test
    void an_id_that_cannot_be_one_is_not_there() {
        for (var route : routes.all())
            if (route.hasId()) {
                var answer = send(route, route.withIds("no-id"), "{}".getBytes(StandardCharsets.UTF_8));
                all.assertThat(answer.status()).as(route.toString()).isIn(400, 404);   // 400: the body is judged first
                all.assertThat(answer.isProblem()).as(route.toString()).isTrue();
                if (!route.takesBody()) all.assertThat(code(answer)).as(route.toString()).isEqualTo("404 path.absent");
            }
        all.assertAll();
    }

    @Test
    void a_list_says_how_many_there_are() {
        var lists = routes.all().stream().filter(route -> route.parameters().contains("limit")).toList();

        assertThat(lists).hasSizeGreaterThan(8);
        for (var route : lists) {
            var answer = send(route, route.path() + "?limit=1&total=true", new byte[0]);
            all.assertThat(answer.status()).as(route.toString()).isEqualTo(200);
            all.assertThat(answer.json().path("total").isNumber()).as(route.toString()).isTrue();
        }
        all.assertAll();
    }

    /** Reading is one thing for all calls, so each call gets a share of the files and each file goes to several calls. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"n_, 8", "i_, 1", "y_, 4"})
    void a_body_that_is_not_what_was_asked_for_is_refused(String kind, int share) throws IOException {
        var taking = routes.all().stream().filter(Route::takesBody).toList();
        var files = files(FILES.resolve("json")).filter(f -> f.getFileName().toString().startsWith(kind)).toList();
        for (int f = 0; f < files.size(); f++)
            for (int r = f % share; r < taking.size(); r += share) {
                var route = taking.get(r);
                var answer = send(route, route.path(), Files.readAllBytes(files.get(f)));
                boolean mayBeEmpty = answer.status() == 202 && files.get(f).toString().matches(".*(empty|null|no_data).*");
                if (!mayBeEmpty) refused(route + " " + files.get(f).getFileName(), answer);
            }
        all.assertAll();
    }

    @Test
    void another_kind_of_content_is_not_taken() {
        for (var route : routes.all())
            if (route.takesBody()) {
                var answer = http.send(route.method().name(), tokens.of(route.pattern()), route.path(), "application/xml", "<a/>".getBytes(StandardCharsets.UTF_8));
                all.assertThat(code(answer)).as(route.toString()).isEqualTo("415 media-type.not-supported");
            }
        all.assertAll();
    }

    @Test
    void odd_text_in_a_query_is_no_accident() throws IOException {
        for (var route : routes.all())
            if (route.method() == HttpMethod.GET)
                for (var name : route.parameters())
                    for (var text : odd(name)) {
                        var path = "%s?%s=%s".formatted(route.path(), name, UriUtils.encode(text, StandardCharsets.UTF_8));
                        var answer = send(route, path, new byte[0]);
                        if (answer.status() != 200) refused(path, answer);
                    }
        all.assertAll();
    }

    /** Some of it the server itself refuses, before it knows whose the path is. */
    @Test
    void odd_text_in_a_path_is_no_accident() throws IOException {
        for (var route : routes.all())
            if (route.hasVariable())
                for (var text : odd("path")) {
                    if (text.isEmpty()) continue;
                    var path = route.path(UriUtils.encode(text, StandardCharsets.UTF_8));
                    var answer = send(route, path, new byte[0]);
                    all.assertThat(answer.status()).as(path).isBetween(400, 499);
                    all.assertThat(answer.isDiscreet()).as(path).isTrue();
                    refused(path, answer);
                }
        all.assertAll();
    }

    /** All strings that are known to hurt for what is free text, some for the rest. */
    private static List<String> odd(String parameter) throws IOException {
        var some = Stream.of("", " ", "\0", "a\0b", "%", "_", "'", "\"", "\\", "😀", "null", "NaN", "-1", "0", "1e9", "99999999999999999999",
            "2026Q5", "2026-13", "9999", "9999-12-31", "+999999999-12-31", "0000-01-01", "1000", "2026-W54", "[]", "${7*7}", "../../etc/passwd",
            "a".repeat(2_000), "٣", "\u202e\ufeff", "9".repeat(12), "0".repeat(12), "36030200000a", "0".repeat(48), "a".repeat(48));
        if (!Set.of("q", "region").contains(parameter)) return some.toList();
        return Stream.concat(some, Arrays.stream(JSON.readValue(Files.readAllBytes(FILES.resolve("strings/blns.json")), String[].class))).toList();
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    private Answer send(Route route, String path, byte[] body) {
        return http.send(route.method().name(), tokens.of(route.pattern()), path, "application/json", body);
    }

    private void refused(String what, Answer answer) {
        all.assertThat(answer.status()).as(what).isBetween(400, 499);
        all.assertThat(answer.isProblem()).as("%s: problem+json, but was %s %s", what, answer.type(), answer.text()).isTrue();
        all.assertThat(answer.isDiscreet()).as(what).isTrue();
    }

    private static String code(Answer answer) {
        return answer.status() + " " + (answer.isProblem() ? answer.json().path("code").asString() : answer.text());
    }
}
