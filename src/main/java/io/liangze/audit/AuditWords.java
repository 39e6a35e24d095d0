package io.liangze.audit;

import io.liangze.shared.PlaceNames;
import io.liangze.shared.Screen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Says entries of the log in words. What has none stands as it was written: the log is older than any list of words. */
@Component
public class AuditWords {

    /** A field of the thing, before and after; absent where it was not there. */
    public record Difference(String field, @Nullable String before, @Nullable String after) {}

    /** Acts to choose from. */
    static final List<String> ACTS = List.of("session.opened", "password.changed",
        "account.created", "account.provisioned", "account.role-granted", "account.role-taken", "account.role-moved", "account.code-reset",
        "account.codes-fetched", "account.locked", "account.unlocked", "account.disabled", "account.enabled",
        "region.loaded", "subject.opened", "subject.changed", "subject.moved", "subject.closed", "subject.regraded", "subject.loaded",
        "subject.exported", "subject.phone-shown", "subject.override-asked", "subject.override-approved", "subject.override-refused",
        "official.took-post", "official.changed", "official.transferred", "official.left", "official.loaded", "official.numbers-read",
        "official.stake-declared", "assignment.matched", "assignment.by-hand", "task.generated", "visit.recorded", "visit.corrected",
        "problem.open", "problem.rectify", "problem.accept", "problem.return", "problem.extend", "problem.escalate", "problem.refer",
        "problem.sign-for", "problem.enforcement-result", "problem.cancel", "problem.remark", "evidence.stored", "import.started",
        "import.done");

    /** Fields whose values are constants with a name. */
    private static final Map<String, String> ENUMS = Map.of("grade", "Grade", "kind", "Kind", "status", "SubjectStatus", "level", "Level",
        "severity", "Severity", "source", "ProblemSource", "mode", "Mode", "conclusion", "Conclusion", "role", "Role", "by", "SignedInBy");

    private final ObjectProvider<PlaceNames> places;

    AuditWords(ObjectProvider<PlaceNames> places) {
        this.places = places;
    }

    String act(Screen screen, String act) {
        return word(screen, "audit.act." + act, act);
    }

    String kind(Screen screen, String kind) {
        return word(screen, "audit.kind." + kind, kind);
    }

    String place(@Nullable String code) {
        return code == null ? "" : places.stream().flatMap(names -> names.nameOf(code).stream()).findFirst().orElse(code);
    }

    List<Difference> differences(Screen screen, AuditEntry entry) {
        var before = new LinkedHashMap<String, String>();
        var after = new LinkedHashMap<String, String>();
        flatten(screen, entry, "", "", entry.before(), before);
        flatten(screen, entry, "", "", entry.after(), after);
        var fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        var differences = new ArrayList<Difference>();
        for (var field : fields) differences.add(new Difference(field, before.get(field), after.get(field)));
        return differences;
    }

    private void flatten(Screen screen, AuditEntry entry, String path, String key, @Nullable JsonNode node, Map<String, String> into) {
        if (node == null || node.isNull()) return;
        if (node.isObject()) {
            for (var member : node.properties()) {
                var name = field(screen, entry, member.getKey());
                flatten(screen, entry, path.isEmpty() ? name : path + " · " + name, member.getKey(), member.getValue(), into);
            }
        } else if (node.isArray()) {
            into.put(path, String.join("、", node.values().stream().map(item -> words(screen, entry, key, item)).toList()));
        } else into.put(path, value(screen, entry, key, node.asString()));
    }

    /** One of several: a value, or of a thing what it has, in one line. */
    private String words(Screen screen, AuditEntry entry, String key, JsonNode item) {
        if (item.isValueNode()) return value(screen, entry, key, item.asString());
        var parts = new LinkedHashMap<String, String>();
        flatten(screen, entry, "", key, item, parts);
        return parts.entrySet().stream().map(part -> part.getKey() + " " + part.getValue()).collect(Collectors.joining("，"));
    }

    private String field(Screen screen, AuditEntry entry, String key) {
        return word(screen, "audit.field." + key, word(screen, entry.kind().toLowerCase(Locale.ROOT) + ".field." + key, key));
    }

    private String value(Screen screen, AuditEntry entry, String key, String text) {
        if (key.equals("region")) return place(text);
        var type = key.equals("state") ? entry.kind().equals("PROBLEM") ? "ProblemState" : "OfficialState" : ENUMS.get(key);
        return type == null ? text : word(screen, type + "." + text, text);
    }

    private static String word(Screen screen, String key, String otherwise) {
        return screen.messages().getMessage(key, null, otherwise, screen.locale());
    }
}
