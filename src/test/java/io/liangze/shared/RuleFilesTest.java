package io.liangze.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFilesTest {

    record Entry(String id, int number, Severity severity) {}

    record File(List<Entry> entries) {}

    @TempDir Path folder;

    @Test
    void the_version_in_force_is_the_latest_that_has_begun() throws IOException {
        write("sample-2023-01-01", "entries: [{ id: E1, number: 1, severity: GENERAL }]");
        write("sample-2026-07-01", "entries: [{ id: E1, number: 2, severity: GENERAL }]");
        write("sample-2025-01-01", "entries: [{ id: E1, number: 3, severity: GENERAL }]");

        var rules = read();

        assertThat(rules.oldestFirst()).extracting(Rules.Version::name)
            .containsExactly("sample-2023-01-01", "sample-2025-01-01", "sample-2026-07-01");
        assertThat(rules.inForce(LocalDate.of(2024, 12, 31)).name()).isEqualTo("sample-2023-01-01");
        assertThat(rules.inForce(LocalDate.of(2025, 1, 1)).name()).isEqualTo("sample-2025-01-01");
        assertThat(rules.inForce(LocalDate.of(2026, 6, 30)).name()).isEqualTo("sample-2025-01-01");
        assertThat(rules.inForce(LocalDate.of(2099, 1, 1)).name()).isEqualTo("sample-2026-07-01");
        assertThat(rules.inForce(LocalDate.of(2000, 1, 1)).name()).isEqualTo("sample-2023-01-01");
        assertThat(rules.version("sample-2025-01-01").orElseThrow().content().entries().getFirst().number()).isEqualTo(3);
        assertThat(rules.version("sample-2024-01-01")).isEmpty();
    }

    @Test
    void a_wrong_entry_is_named_with_its_file() throws IOException {
        fails("entries: [{ id: E1, number: 1, severity: GENERAL }, { id: E2, number: 1, gravity: GENERAL }]",
            "entries[1].gravity (E2): ", "gravity");
        fails("entries: [{ id: E1, number: one, severity: GENERAL }]", "entries[0].number (E1): ", "one");
        fails("entries: [{ id: E1, number: 1, severity: BAD }]", "entries[0].severity (E1): ", "BAD");
        fails("entries: [{ id: E1, severity: GENERAL }]", "entries[0].number (E1): ", "is missing");
        fails("entries: [{ id: E1, id: E2, number: 1, severity: GENERAL }]", "line 4", "Duplicate");
        fails("entries: [", "line ", "");
        fails("others: []", "others: ", "others");
    }

    @Test
    void the_head_says_what_the_name_says() throws IOException {
        Files.writeString(folder.resolve("sample-2023-01-01.yaml"), "rule: other\neffective: 2023-01-01\nsource: test\nentries: []\n");
        assertThatThrownBy(this::read).hasMessageContaining("sample-2023-01-01.yaml: rule is other, not sample");

        Files.writeString(folder.resolve("sample-2023-01-01.yaml"), "rule: sample\neffective: 2023-01-02\nsource: test\nentries: []\n");
        assertThatThrownBy(this::read).hasMessageContaining("sample-2023-01-01.yaml: effective is 2023-01-02");

        Files.writeString(folder.resolve("sample-2023-01-01.yaml"), "rule: sample\neffective: 2023-01-01\nentries: []\n");
        assertThatThrownBy(this::read).hasMessageContaining("sample-2023-01-01.yaml: has no source");

        Files.writeString(folder.resolve("sample-2023-01-01.yaml"), "");
        assertThatThrownBy(this::read).hasMessageContaining("sample-2023-01-01.yaml: is empty");
    }

    @Test
    void a_version_of_the_product_is_never_replaced() throws IOException {
        Files.writeString(folder.resolve("calendar-2026-01-01.yaml"), "rule: calendar\neffective: 2026-01-01\nsource: own\noff: []\nwork: []\n");

        assertThatThrownBy(() -> new WorkingDays(RuleFiles.with(folder))).hasMessageContaining("a change takes a later date");
    }

    @Test
    void rules_without_any_file_are_missed_at_the_start() {
        assertThatThrownBy(this::read).hasMessageContaining("rules/sample-<date>.yaml");
        assertThatThrownBy(() -> RuleFiles.with(folder.resolve("none")).read("sample", File.class, (name, file) -> file))
            .hasMessageContaining("rules/sample-<date>.yaml");
    }

    private void fails(String body, String entry, String about) throws IOException {
        write("sample-2023-01-01", body);

        assertThatThrownBy(this::read).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("sample-2023-01-01.yaml").hasMessageContaining(entry).hasMessageContaining(about);
    }

    private Rules<File> read() {
        return RuleFiles.with(folder).read("sample", File.class, (name, file) -> file);
    }

    private void write(String version, String body) throws IOException {
        Files.writeString(folder.resolve(version + ".yaml"),
            "rule: sample\neffective: %s\nsource: test\n%s\n".formatted(version.substring(7), body));
    }
}
