package io.liangze;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.GivenHttp.Answer;
import io.liangze.GivenRoutes.Route;
import io.liangze.region.GivenPlaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
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
                    if (!path.matches(".*%(00|2F|5C|25).*")) refused(path, answer);
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
