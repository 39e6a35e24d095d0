package io.liangze.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liangze.shared.Grade;
import io.liangze.shared.RuleFiles;
import io.liangze.shared.Severity;
import io.liangze.subject.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ChecklistsTest {

    static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    static final UUID TASK = UUID.fromString("01930000-0000-7000-8000-000000000001");
    static final List<String> MIN = List.of("K01", "K03", "K05", "K07", "K08", "K09", "K10", "K11", "K18");

    static final Checklists CHECKLISTS = new Checklists(RuleFiles.shipped());

    @ParameterizedTest(name = "{0}: {1} items at A to C, {2} at D")
    @CsvSource({
        "P1, 30, 11", "P2, 30, 11", "P3, 30, 11", "P4, 29, 11", "P5, 29, 11", "P6, 29, 11",
        "W1, 25, 12", "W2, 26, 11",
        "S1, 23, 11", "S2, 22, 11", "S9, 23, 11", "S11, 23, 11",
        "S3, 28, 11", "S4, 28, 11", "S5, 28, 11", "S6, 28, 11", "S7, 28, 11", "S8, 28, 11", "S10, 28, 11", "S12, 28, 11", "S13, 28, 11",
        "C1, 30, 11", "C2, 30, 11", "C3, 30, 11", "C4, 30, 11", "C5, 30, 11", "C6, 30, 11", "C7, 30, 11",
        "C8, 17, 12", "C9, 16, 11", "C10, 8, 8",
        "N1, 34, 11", "N2, 34, 11", "N3, 34, 11", "N4, 30, 11", "N5, 30, 11", "N6, 30, 11", "N7, 30, 11", "N8, 30, 11"})
    void every_kind_has_as_many_items_as_the_table_says(Kind kind, int full, int brief) {
        assertThat(ids(kind, Grade.A)).hasSize(full).doesNotHaveDuplicates();
        assertThat(ids(kind, Grade.B)).isEqualTo(ids(kind, Grade.A));
        assertThat(ids(kind, Grade.C)).isEqualTo(ids(kind, Grade.A));
        assertThat(ids(kind, Grade.D)).hasSize(brief).doesNotHaveDuplicates();
    }

    @Test
    void the_counts_above_speak_of_every_kind() {
        for (var kind : Kind.values())
            for (var grade : Grade.values()) {
                var list = compose(kind, grade);

                assertThat(list.version()).isEqualTo("checklists-2023-01-01");
                assertThat(list.items()).isNotEmpty().allSatisfy(item -> assertThat(item.text()).isNotBlank());
                if (kind != Kind.C10 && grade == Grade.D) assertThat(ids(kind, grade)).containsAll(MIN);
            }
    }

    @Test
    void the_sets_of_grade_D_are_short_ones() {
        assertThat(ids(Kind.C5, Grade.D)).containsExactlyElementsOf(with(MIN, "KC02", "KC04"));
        assertThat(ids(Kind.W1, Grade.D)).containsExactly("K01", "K03", "K05", "K07", "K08", "K09", "K10", "K11", "K13", "K18", "KW01", "KW03");
        assertThat(ids(Kind.S8, Grade.D)).containsExactlyElementsOf(with(MIN, "KS01", "KS06"));
        assertThat(ids(Kind.C9, Grade.D)).containsExactlyElementsOf(with(MIN, "KV02", "KV04"));
        assertThat(ids(Kind.C8, Grade.C)).containsExactly("K01", "K03", "K05", "K07", "K08", "K09", "K10", "K11", "K13", "K18",
            "KC02", "KC04", "KV01", "KV02", "KV03", "KV04", "KV05");
        assertThat(ids(Kind.C10, Grade.D)).containsExactly("K08", "K10", "K13", "KB01", "KB02", "KB03", "KB04", "KB05");
        for (var kind : Kind.values()) assertThat(ids(kind, Grade.D)).hasSizeLessThanOrEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({"KP11, P1 P2 P3", "KM03, S1", "KM06, S9", "KM07, S11", "KW08, W2", "KN01, N1 N2 N3", "KN03, N1 N2 N3", "KN07, N1 N2 N3", "KN13, N1 N2 N3"})
    void what_the_text_keeps_for_some_is_asked_only_there(String item, String kinds) {
        var asked = Arrays.stream(Kind.values()).filter(kind -> ids(kind, Grade.A).contains(item)).map(Kind::name).toList();

        assertThat(asked).containsExactlyElementsOf(List.of(kinds.split(" ")));
    }

    @Test
    void a_visit_from_afar_leaves_out_what_needs_the_eye() {
        var list = compose(Kind.C4, Grade.A);

        assertThat(list.asked(Mode.REMOTE)).extracting(ChecklistItem::id).doesNotContain("K10", "K11", "K12").hasSize(27);
        assertThat(list.asked(Mode.ONSITE)).isEqualTo(list.items());
        assertThat(list.asked(Mode.GATHERED)).isEqualTo(list.items());
    }

    @ParameterizedTest
    @CsvSource({
        "C4, KC06, 70, true", "C4, KC06, 69.9, false", "N1, KN05, 0, true", "N1, KN05, 8, true", "N1, KN05, 8.1, false", "N1, KN05, -0.1, false",
        "C4, K12, 5, true", "C4, K12, -18, true", "C4, K12, -12, true", "C4, K12, -11.9, false", "C4, K12, -1, false", "C4, K12, 9, false",
        "S3, KS03, 4, true", "S3, KS03, -12, true", "S3, KS03, 12, false"})
    void a_measured_value_is_right_within_its_limits(Kind kind, String item, double value, boolean right) {
        var measure = compose(kind, Grade.A).item(item).orElseThrow().measure();

        assertThat(measure.holds(value)).isEqualTo(right);
        assertThat(measure.unit()).isEqualTo("℃");
    }

    @Test
    void a_finding_is_offered_where_it_fits_and_is_graver_in_a_canteen() {
        var shop = compose(Kind.C4, Grade.A);
        var canteen = compose(Kind.N1, Grade.A);

        assertThat(shop.item("K05").orElseThrow().findings()).extracting(Finding::text).containsExactly("日管控缺记", "日管控雷同");
        assertThat(shop.item("K11").orElseThrow().finding("F11").orElseThrow().severity()).isEqualTo(Severity.GENERAL);
        assertThat(canteen.item("K11").orElseThrow().finding("F11").orElseThrow().severity()).isEqualTo(Severity.SERIOUS);
        assertThat(canteen.item("KN11").orElseThrow().finding("F11").orElseThrow().severity()).isEqualTo(Severity.SERIOUS);
        var offered = Arrays.stream(Kind.values()).flatMap(kind -> compose(kind, Grade.A).items().stream())
            .flatMap(item -> item.findings().stream()).map(Finding::id).distinct();
        assertThat(offered).hasSize(25);
    }

    @Test
    void photos_are_asked_for_at_the_shop_front_and_else_in_a_tenth_of_the_tasks() {
        var random = new Random(7);
        int drawn = 0;
        for (int i = 0; i < 2_000; i++) {
            var task = new UUID(random.nextLong(), random.nextLong());

            var list = CHECKLISTS.compose("checklists-2023-01-01", Kind.N1, Grade.B, task, DAY);

            assertThat(photo(list, "K01")).isEqualTo(Photo.ALWAYS);
            assertThat(photo(list, "K03")).isEqualTo(Photo.WITH_PROBLEM);
            assertThat(photo(list, "KN08")).isEqualTo(Photo.NEVER);
            assertThat(photo(list, "KN05")).isEqualTo(photo(list, "K18")).isEqualTo(photo(list, "K11")).isIn(Photo.ALWAYS, Photo.WITH_PROBLEM);
            assertThat(CHECKLISTS.compose("checklists-2023-01-01", Kind.N1, Grade.B, task, DAY)).isEqualTo(list);
            if (photo(list, "K18") == Photo.ALWAYS) drawn++;
        }
        assertThat(drawn).isBetween(150, 250);
    }

    @Test
    void the_full_policy_asks_for_every_photo_from_its_date_on(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("burden-2027-01-01.yaml"),
            "rule: burden\neffective: 2027-01-01\nsource: test\npolicy: FULL\nalways: []\noneIn: 10\n");
        var own = new Checklists(RuleFiles.with(folder));

        var full = IntStream.range(0, 50).mapToObj(i -> own.compose("checklists-2023-01-01", Kind.C4, Grade.B, new UUID(i, i), LocalDate.of(2027, 1, 1)));

        assertThat(full).allSatisfy(list -> assertThat(List.of("K01", "K11", "K18", "KC01")).allSatisfy(id -> assertThat(photo(list, id)).isEqualTo(Photo.ALWAYS)));
        assertThat(IntStream.range(0, 50).mapToObj(i -> photo(own.compose("checklists-2023-01-01", Kind.C4, Grade.B, new UUID(i, i), DAY), "K18")))
            .as("tasks made before keep what they ask").contains(Photo.WITH_PROBLEM);
    }

    @Test
    void an_item_has_the_shape_of_the_api() {
        var json = JsonMapper.builder().build();
        var list = CHECKLISTS.compose("checklists-2023-01-01", Kind.C4, Grade.A, TASK, DAY);

        var item = json.readTree(json.writeValueAsString(list.item("KC06").orElseThrow()));
        var plain = json.readTree(json.writeValueAsString(list.item("K01").orElseThrow()));

        assertThat(item.propertyNames()).containsExactlyInAnyOrder("id", "group", "text", "severity", "photo", "onSiteOnly", "measure", "findings", "law");
        assertThat(item.get("measure").get("min").asDouble()).isEqualTo(70);
        assertThat(item.get("measure").get("max").isNull()).isTrue();
        assertThat(plain.get("measure").isNull()).isTrue();
        assertThat(plain.get("photo").asString()).isEqualTo("ALWAYS");
        assertThat(plain.get("law").asString()).isEqualTo("FSL 35");
        assertThat(plain.get("findings").get(0).propertyNames()).containsExactlyInAnyOrder("id", "text", "severity");
    }

    @Test
    void a_version_that_nobody_has_is_refused() {
        assertThat(CHECKLISTS.version(DAY)).isEqualTo("checklists-2023-01-01");
        assertThatThrownBy(() -> CHECKLISTS.compose("checklists-1999-01-01", Kind.C4, Grade.A, TASK, DAY)).hasMessageContaining("checklists-1999-01-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "severity: SERIOUS, photo: EVERY_VISIT, min: true | severity: GRAVE, photo: EVERY_VISIT, min: true | items[0].severity (K01)",
        "{ id: K02, | { id: K01, | K01: stands twice",
        "{ id: K02, group: SYSTEM, | { id: K02, | K02: needs group",
        "{ id: K02, | { id: K2, | K2: an id is",
        "items: [K05] | items: [K55] | F04: no item K55",
        "[min, KP02, KP05] | [min, KP02, KP55] | sets, P1: no item KP55",
        "kinds: [C10] | kinds: [C9] | C9 stands twice",
        "kinds: [C8, C9] | kinds: [C8] | nothing is asked at C9",
        "full: [K, KW] | full: [K, KW01] | KW02: is asked nowhere",
        "bands: [{ min: 70 }] | bands: [{}] | KC06: a band has no limit",
        "onSiteOnly | onsiteOnly | onsiteOnly (K10)"})
    void broken_checklists_name_file_and_entry(String right, String wrong, String message, @TempDir Path folder) throws IOException {
        String shipped;
        try (var file = getClass().getResourceAsStream("/rules/checklists-2023-01-01.yaml")) {
            shipped = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(shipped).contains(right);
        Files.writeString(folder.resolve("checklists-2027-01-01.yaml"),
            shipped.replace("effective: 2023-01-01", "effective: 2027-01-01").replaceFirst(Pattern.quote(right), wrong));

        assertThatThrownBy(() -> new Checklists(RuleFiles.with(folder)))
            .hasMessageContaining("checklists-2027-01-01.yaml: ").hasMessageContaining(message);
    }

    private Checklist compose(Kind kind, Grade grade) {
        return CHECKLISTS.compose(CHECKLISTS.version(DAY), kind, grade, TASK, DAY);
    }

    private List<String> ids(Kind kind, Grade grade) {
        return compose(kind, grade).items().stream().map(ChecklistItem::id).toList();
    }

    private static Photo photo(Checklist list, String item) {
        return list.item(item).orElseThrow().photo();
    }

    private static List<String> with(List<String> some, String... more) {
        return Stream.concat(some.stream(), Arrays.stream(more)).toList();
    }
}
