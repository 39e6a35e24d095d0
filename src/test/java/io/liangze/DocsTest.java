package io.liangze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

/** What the documents say of the code is so. */
class DocsTest {

    private static final Path DOCS = Path.of("docs");
    private static final Path SOURCES = Path.of("src/main/java/io/liangze");
    private static final Path TESTS = Path.of("src/test/java");

    /** A row of the table of modules in {@code docs/architecture.md}. */
    private static final Pattern ROOM = Pattern.compile("\\| `(\\w+)` \\| .* \\| ([^|]*) \\|");

    /** A row of the glossary: words, words, names in the code, where. */
    private static final Pattern TERM = Pattern.compile("\\| [^|]+ \\| [^|]+ \\| ([^|]*`[^|]*) \\| ([^|]+) \\|");
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)`");
    private static final Pattern LINK = Pattern.compile("]\\((?!http)([^)#]+)[^)]*\\)");

    @Test
    void the_map_of_the_house_is_true() throws Exception {
        var drawn = new TreeMap<String, Set<String>>();
        for (var line : Files.readAllLines(Path.of("docs/architecture.md"))) {
            var room = ROOM.matcher(line);
            if (room.matches()) drawn.put(room.group(1), words(room.group(2)));
        }

        var built = new TreeMap<String, Set<String>>();
        for (var module : ApplicationModules.of(Liangze.class))
            built.put(module.getIdentifier().toString(), HouseTest.mayUse(module.getBasePackage().getName()));

        assertThat(drawn).isEqualTo(built);
    }

    private static Set<String> words(String list) {
        return list.equals("–") ? Set.of() : new TreeSet<>(List.of(list.split(", ")));
    }

    @Test
    void each_name_of_the_glossary_exists_where_it_says() throws IOException {
        var missing = new ArrayList<String>();
        for (var line : Files.readAllLines(DOCS.resolve("glossary.md"))) {
            var term = TERM.matcher(line);
            if (!term.matches()) continue;
            var modules = term.group(2).split(", ");
            CLASS.matcher(term.group(1)).results().map(name -> name.group(1))
                .filter(name -> Stream.of(modules).noneMatch(module -> Files.exists(SOURCES.resolve(module).resolve(name + ".java"))))
                .forEach(missing::add);
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void each_wall_that_is_said_to_stand_has_its_test() throws IOException {
        var named = TEST.matcher(Files.readString(DOCS.resolve("security.md"))).results().map(name -> name.group(1) + ".java").toList();
        try (var files = Files.walk(TESTS)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList()).containsAll(named);
        }
        assertThat(named).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_link_leads_somewhere(Path document) throws IOException {
        var links = LINK.matcher(Files.readString(document)).results().map(link -> link.group(1)).toList();

        assertThat(links).allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
    }

    static List<Path> documents() throws IOException {
        try (var docs = Files.walk(DOCS); var here = Files.list(Path.of(""))) {
            return Stream.concat(docs, here).filter(file -> file.toString().endsWith(".md")).map(Path::toAbsolutePath).sorted().toList();
        }
    }
}
