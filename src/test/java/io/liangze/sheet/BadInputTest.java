package io.liangze.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import io.liangze.shared.Refusal;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Every hostile and broken table is read, or refused in words; neither takes long nor much memory. */
class BadInputTest {

    private static final Path FILES = Path.of("src/test/resources/bad-input");
    private static final Duration LONGEST = Duration.ofSeconds(10);
    /** All that a file may allocate while it is read, also what is thrown away at once. */
    private static final long MOST_BYTES = 64 << 20;

    static Stream<Path> tables() throws IOException {
        var found = new ArrayList<Path>();
        for (var folder : List.of("csv", "xlsx", "zip"))
            try (var files = Files.list(FILES.resolve(folder))) {
                files.filter(f -> !f.toString().endsWith(".json")).sorted().forEach(found::add);
            }
        return found.stream();
    }

    static Stream<Path> spectrum() throws IOException {
        // the json of location_coordinates says something else than its csv
        return tables().filter(f -> f.getFileName().toString().startsWith("spectrum-") && !f.toString().contains("location"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void a_file_is_read_or_refused_in_words(Path file) {
        var outcome = assertTimeoutPreemptively(LONGEST, () -> outcome(file));

        assertThat(outcome.allocated).as("bytes").isLessThan(MOST_BYTES);
        assertThat(outcome.refused).allSatisfy(code -> assertThat(words()).contains("flaw." + code));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"xlsx/poi-poc-xmlbomb.xlsx", "xlsx/poi-poc-xmlbomb-empty.xlsx", "xlsx/poi-poc-shared-strings.xlsx",
        "xlsx/poi-protected_passtika.xlsx", "xlsx/poi-xlsx-corrupted.xlsx", "zip/made-zeros-200MiB.zip",
        "zip/made-truncated.zip", "zip/made-zip-slip.zip", "csv/made-nul-and-unclosed-quote.csv", "csv/frictionless-empty.csv",
        "csv/frictionless-latin1.csv", "xlsx/fastexcel-only-content-types.xlsx"})
    void a_bomb_or_ruin_is_refused(String file) throws IOException {
        var outcome = outcome(FILES.resolve(file));

        assertThat(outcome.refused).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"xlsx/fastexcel-absolutePath.xlsx", "xlsx/fastexcel-caseInsensitive.xlsx",
        "xlsx/fastexcel-DefaultContentType.xlsx", "xlsx/poi-SimpleStrict.xlsx", "xlsx/poi-sample.strict.xlsx",
        "xlsx/poi-InlineStrings.xlsx", "xlsx/poi-MalformedSSTCount.xlsx", "xlsx/frictionless-merged-cells.xlsx",
        "csv/frictionless-bom.csv", "csv/frictionless-blank-rows.csv", "csv/frictionless-issue-1009-semicolon.csv"})
    void an_unusual_but_honest_file_is_read(String file) throws IOException {
        var outcome = outcome(FILES.resolve(file));

        assertThat(outcome.refused).isEmpty();
        assertThat(outcome.columns).isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spectrum")
    void csv_says_what_its_json_says(Path file) throws IOException {
        var expected = new JsonMapper().readTree(file.resolveSibling(
            file.getFileName().toString().replace(".csv", ".json")).toFile());

        try (var reader = Sheets.open(file, Set.of())) {
            int i = 0;
            for (var row : reader) {
                for (int c = 0; c < reader.header().size(); c++)
                    assertThat(row.cell(c)).isEqualToNormalizingNewlines(
                        expected.get(i).get(reader.header().get(c)).asString());
                i++;
            }
            assertThat(i).isEqualTo(expected.size());
        }
    }

    @Test
    void naughty_strings_come_back_as_they_went(@TempDir Path folder) throws IOException {
        var strings = new ArrayList<String>();
        new JsonMapper().readTree(FILES.resolve("strings/blns.json").toFile()).forEach(s -> strings.add(s.asString()));
        strings.removeIf(String::isBlank);

        for (var form : List.of(SheetForm.CSV, SheetForm.XLSX)) {
            var file = folder.resolve("table");
            try (var table = SheetWriter.to(Files.newOutputStream(file), form)) {
                table.begin(List.of("text"));
                for (var string : strings) table.row(string);
            }
            var read = new ArrayList<String>();
            try (var reader = Sheets.open(file, Set.of())) {
                reader.forEach(row -> read.add(row.cell(0)));
            }
            assertThat(read).as("%s", form).isEqualTo(strings);
        }
    }

    private record Outcome(int columns, Set<String> refused, long allocated) {}

    private static Outcome outcome(Path file) throws IOException {
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        var refused = new HashSet<String>();
        int columns = 0;
        try (var reader = Sheets.open(file, Set.of("企业名称", "姓名"))) {
            columns = reader.header().size();
            for (var row : reader) assertThat(row.number()).isPositive();
        } catch (Refusal refusal) {
            refusal.flaws().forEach(flaw -> refused.add(flaw.code()));
            assertThat(refused).isNotEmpty();
        }
        return new Outcome(columns, refused, thread.getCurrentThreadAllocatedBytes() - before);
    }

    private static Set<String> words() throws IOException {
        var words = new Properties();
        try (var in = BadInputTest.class.getResourceAsStream("/messages/sheet.properties")) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words.stringPropertyNames();
    }
}
