package io.liangze.shared;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The words of all pages and refusals: whole in both languages, readable, and there where they are asked for. */
class MessagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");
    /** {@code thing.what}, as all keys and codes are. */
    private static final String CODE = "\"([A-Za-z][\\w-]*(?:\\.[\\w-]+)+)\"";
    /** Not the head of a key that goes on behind a plus. */
    private static final String ENDS = "(?!\\s*\\+)";

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_have_the_same_keys_with_the_same_values_in_them(String bundle) {
        var chinese = read(bundle + ".properties");
        var english = read(bundle + "_en.properties");

        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        for (var key : chinese.stringPropertyNames())
            assertThat(arguments(english.getProperty(key))).as(key).isEqualTo(arguments(chinese.getProperty(key)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void messages_with_values_can_be_written(String bundle) {
        for (var file : List.of(bundle + ".properties", bundle + "_en.properties")) {
            var messages = read(file);
            for (var key : messages.stringPropertyNames()) {
                var message = messages.getProperty(key);
                if (!message.contains("{")) continue;
                assertThatCode(() -> new MessageFormat(message)).as("%s in %s", key, file).doesNotThrowAnyException();
                assertThat(message.replace("''", "")).as("%s in %s: a quote is written twice", key, file).doesNotContain("'");
            }
        }
    }

    @Test
    void a_key_stands_once() throws IOException {
        var seen = new HashSet<String>();
        var twice = new ArrayList<String>();
        for (var bundle : bundles())
            for (var line : Files.readAllLines(MESSAGES.resolve(bundle + ".properties"))) {
                var key = line.replaceFirst("\\s*=.*", "");
                if (!line.isBlank() && !line.startsWith("#") && !seen.add(key)) twice.add(key + " in " + bundle);
            }

        assertThat(twice).isEmpty();
    }

    @Test
    void what_templates_say_has_words() {
        var call = Pattern.compile("(?:localize|lookup|words)\\(" + CODE + ENDS);
        var parameter = Pattern.compile("\\b(?:title|label|key|why|hint|submit|all|disabled)\\s*=\\s*" + CODE + ENDS);
        var columns = Pattern.compile("\\bcolumns\\s*=\\s*(List\\.of\\([^)]*\\))");
        var literal = Pattern.compile(CODE);
        var used = new TreeSet<String>();
        for (var template : files(TEMPLATES, ".jte")) {
            found(call, template).map(m -> m.group(1)).forEach(used::add);
            found(parameter, template).map(m -> m.group(1)).forEach(used::add);
            found(columns, template).flatMap(m -> found(literal, m.group(1))).map(m -> m.group(1)).forEach(used::add);
        }

        assertThat(used).hasSizeGreaterThan(50);
        assertThat(wordless(used)).isEmpty();
    }

    @Test
    void every_refusal_and_every_flaw_has_words() {
        var absent = Pattern.compile("Refusal\\.absent\\(\"([\\w.-]+)\"");
        var refusal = Pattern.compile("Refusal\\.(?:of|unreadable|unknown|forbidden|conflict|tooLarge|later)\\((?:[\\w.]+, )?" + CODE + ENDS);
        var flaw = Pattern.compile("(?:Refusal\\.invalid|Flaw|\\.require|[Ff]laws(?:\\(\\))?\\.add)\\([^;]{0,160}?,\\s*" + CODE + ENDS);
        var asked = Pattern.compile("(?:getMessage|lookup|words)\\(" + CODE + ENDS);
        var used = new TreeSet<String>();
        for (var source : files(SOURCES, ".java")) {
            found(absent, source).map(m -> "refusal." + m.group(1) + ".absent").forEach(used::add);
            found(refusal, source).map(m -> "refusal." + m.group(1)).forEach(used::add);
            found(flaw, source).map(m -> "flaw." + m.group(1)).forEach(used::add);
            found(asked, source).map(m -> m.group(1)).forEach(used::add);
        }

        assertThat(used).contains("refusal.role.insufficient", "refusal.path.absent", "flaw.value.unfit");
        assertThat(wordless(used)).isEmpty();
    }

    @Test
    void an_enum_with_one_name_has_all() throws ClassNotFoundException {
        var known = known();
        var nameless = new TreeSet<String>();
        for (var type : enums()) {
            var names = Arrays.stream(type.getEnumConstants()).map(c -> type.getSimpleName() + "." + ((Enum<?>) c).name()).toList();
            if (names.stream().anyMatch(known::contains)) names.stream().filter(n -> !known.contains(n)).forEach(nameless::add);
        }

        assertThat(nameless).isEmpty();
    }

    @Test
    void the_application_reads_every_bundle() throws IOException {
        var settings = Files.readString(Path.of("src/main/resources/application.yml"));

        assertThat(bundles()).allSatisfy(bundle -> assertThat(settings).contains("messages/" + bundle));
    }

    private static List<Class<?>> enums() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Enum.class));
        var enums = new ArrayList<Class<?>>();
        for (var found : scanner.findCandidateComponents("io.liangze"))
            enums.add(Class.forName(found.getBeanClassName()));
        assertThat(enums).contains(Role.class, MenuEntry.Group.class);
        return enums;
    }

    static List<String> bundles() {
        try (var files = Files.list(MESSAGES)) {
            return files.map(f -> f.getFileName().toString()).filter(n -> !n.endsWith("_en.properties"))
                .map(n -> n.replace(".properties", "")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> known() {
        return bundles().stream().flatMap(b -> read(b + ".properties").stringPropertyNames().stream()).collect(toCollection(HashSet::new));
    }

    private static Set<String> wordless(Set<String> used) {
        var known = known();
        return used.stream().filter(key -> !known.contains(key)).collect(toCollection(TreeSet::new));
    }

    private static Properties read(String file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(file))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static Set<String> arguments(String message) {
        return found(ARGUMENT, message).map(MatchResult::group).collect(toCollection(TreeSet::new));
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static List<String> files(Path root, String ending) {
        try (var files = Files.walk(root)) {
            var texts = new ArrayList<String>();
            for (var file : files.filter(f -> f.toString().endsWith(ending)).toList()) texts.add(Files.readString(file));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
