package io.liangze.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the rules of the regime: {@code rules/<name>-<date>.yaml} of the product, and of a folder of the province's own
 * ({@code liangze.rules}), which adds versions without a programmer. A version is never replaced: a change is a new file
 * with a later date. Every file begins with {@code rule}, {@code effective} and {@code source}.
 */
@Component
public class RuleFiles {

    private static final YAMLMapper YAML = YAMLMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .build();

    private final @Nullable Path folder;

    @Autowired
    RuleFiles(@Value("${liangze.rules}") Path folder) {
        this.folder = folder;
    }

    private RuleFiles() {
        folder = null;
    }

    /** Only the files that the product brings. */
    public static RuleFiles shipped() {
        return new RuleFiles();
    }

    /** The product's files and those of a folder, which need not exist. */
    public static RuleFiles with(Path folder) {
        return new RuleFiles(folder);
    }

    /**
     * Reads all versions of {@code name}.
     *
     * @param file what stands in a file below its three head lines; unknown keys fail
     * @param make checks the whole and makes what is used, given the version's name; an
     *             {@link IllegalArgumentException} of it names the entry
     * @throws IllegalStateException naming file and entry of what is wrong
     */
    public <F, R> Rules<R> read(String name, Class<F> file, BiFunction<String, F, R> make) {
        var versions = new HashMap<String, Rules.Version<R>>();
        for (var resource : files(name)) {
            var version = read(name, resource, file, make);
            if (versions.put(version.name(), version) != null)
                throw new IllegalStateException("%s: this version is in the product already; a change takes a later date"
                    .formatted(shown(resource)));
        }
        if (versions.isEmpty()) throw new IllegalStateException("no file rules/" + name + "-<date>.yaml");
        return new Rules<>(List.copyOf(versions.values()));
    }

    private List<Resource> files(String name) {
        try {
            var found = new ArrayList<Resource>();
            for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:rules/" + name + "-*.yaml"))
                if (isVersion(resource, name)) found.add(resource);
            if (folder != null && Files.isDirectory(folder))
                try (var own = Files.newDirectoryStream(folder, name + "-*.yaml")) {
                    own.forEach(path -> found.add(new FileSystemResource(path)));
                }
            return found.stream().filter(resource -> isVersion(resource, name)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Else {@code point-} would read {@code point-scale-2023-01-01.yaml}. */
    private static boolean isVersion(Resource resource, String name) {
        return Objects.requireNonNull(resource.getFilename()).matches(name + "-\\d{4}-.*\\.yaml");
    }

    private static <F, R> Rules.Version<R> read(String name, Resource resource, Class<F> type, BiFunction<String, F, R> make) {
        var shown = shown(resource);
        JsonNode tree = null;
        try (InputStream bytes = resource.getInputStream()) {
            tree = YAML.readTree(bytes);
            if (!(tree instanceof ObjectNode all)) throw new IllegalArgumentException("is empty");
            var effective = head(all, name, Objects.requireNonNull(resource.getFilename()));
            var version = name + "-" + effective;
            return new Rules.Version<>(version, effective, make.apply(version, YAML.treeToValue(all, type)));
        } catch (DatabindException wrong) {
            throw new IllegalStateException("%s: %s%s".formatted(shown, entry(wrong, tree), words(wrong)), wrong);
        } catch (JacksonException noYaml) {
            throw new IllegalStateException("%s, line %d: %s".formatted(shown, noYaml.getLocation().getLineNr(),
                noYaml.getOriginalMessage()), noYaml);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new IllegalStateException(shown + ": " + wrong.getMessage(), wrong);
        } catch (IOException e) {
            throw new UncheckedIOException(shown, e);
        }
    }

    /** Takes the three head lines off and checks them. */
    private static LocalDate head(ObjectNode all, String name, String filename) {
        var head = new HashMap<String, String>();
        for (var key : List.of("rule", "effective", "source")) {
            var value = all.remove(key);
            if (value == null || value.asString().isBlank()) throw new IllegalArgumentException("has no " + key);
            head.put(key, value.asString());
        }
        if (!name.equals(head.get("rule"))) throw new IllegalArgumentException("rule is " + head.get("rule") + ", not " + name);
        return effective(head, name, filename);
    }

    private static LocalDate effective(Map<String, String> head, String name, String filename) {
        try {
            var effective = LocalDate.parse(head.get("effective"));
            if (filename.equals(name + "-" + effective + ".yaml")) return effective;
            throw new IllegalArgumentException("effective is " + effective + ", not as in its name");
        } catch (DateTimeException noDate) {
            throw new IllegalArgumentException("effective is not a date: " + head.get("effective"), noDate);
        }
    }

    /** {@code grades[5] (G06).when.kind: }, the way to what is wrong. */
    private static String entry(DatabindException wrong, @Nullable JsonNode tree) {
        var way = wrong.getPath().stream().map(step -> step.getPropertyName() != null ? "." + step.getPropertyName() : "[" + step.getIndex() + "]")
            .collect(Collectors.joining());
        var node = tree;
        String id = null;
        for (var step : wrong.getPath()) {
            if (node == null) break;
            node = step.getPropertyName() != null ? node.get(step.getPropertyName()) : node.get(step.getIndex());
            if (node != null && node.has("id")) id = node.get("id").asString();
        }
        if (way.isEmpty()) return "";
        return (way.startsWith(".") ? way.substring(1) : way) + (id == null ? "" : " (" + id + ")") + ": ";
    }

    private static String words(DatabindException wrong) {
        return wrong.getOriginalMessage().startsWith("Cannot map `null`") ? "is missing" : wrong.getOriginalMessage();
    }

    private static String shown(Resource resource) {
        return resource instanceof FileSystemResource own ? own.getPath() : "rules/" + resource.getFilename();
    }
}
