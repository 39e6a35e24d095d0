package io.liangze.supervision;

import io.liangze.shared.Grade;
import io.liangze.subject.Kind;
import io.liangze.supervision.ChecklistFile.Item;
import io.liangze.supervision.ChecklistFile.PhotoRule;
import io.liangze.supervision.ChecklistFile.Typical;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of the checklists, composed once for every kind. */
final class ChecklistTable {

    private static final String COMMON = "K";
    private static final String SHORT = "min";

    private record Asked(ChecklistItem item, PhotoRule rule) {
        ChecklistItem under(Burden burden, boolean drawn) {
            return item.with(switch (rule) {
                case NEVER -> Photo.NEVER;
                case WITH_PROBLEM -> Photo.WITH_PROBLEM;
                case EVERY_VISIT -> drawn || burden.alwaysAsks(item.id()) ? Photo.ALWAYS : Photo.WITH_PROBLEM;
            });
        }
    }

    private final String version;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final List<Typical> findings = new ArrayList<>();
    private final Map<Kind, List<Asked>> full = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Asked>> brief = new EnumMap<>(Kind.class);

    /** @throws IllegalArgumentException naming the entry that is wrong */
    ChecklistTable(String version, ChecklistFile file) {
        this.version = version;
        for (var item : there("items", file.items())) add(item);
        for (var finding : there("findings", file.findings())) add(finding);
        for (var set : there("sets", file.sets())) add(set);
        for (var kind : Kind.values())
            if (!full.containsKey(kind)) throw new IllegalArgumentException("sets: nothing is asked at " + kind);
        var unasked = new TreeSet<>(items.keySet());
        full.values().forEach(asked -> asked.forEach(each -> unasked.remove(each.item.id())));
        if (!unasked.isEmpty()) throw new IllegalArgumentException(unasked.first() + ": is asked nowhere");
    }

    Checklist compose(Kind kind, Grade grade, UUID task, Burden burden) {
        boolean drawn = burden.draws(task);
        var asked = (grade == Grade.D ? brief : full).get(kind);
        return new Checklist(version, asked.stream().map(each -> each.under(burden, drawn)).toList());
    }

    private void add(Item item) {
        var id = there("an item's id", item.id());
        if (!id.matches("[A-Z]+\\d{2}")) throw new IllegalArgumentException(id + ": an id is letters and two digits");
        if (item.group() == null || item.text() == null || item.severity() == null || item.photo() == null)
            throw new IllegalArgumentException(id + ": needs group, text, severity and photo");
        if (items.put(id, item) != null) throw new IllegalArgumentException(id + ": stands twice");
    }

    private void add(Typical finding) {
        var id = there("a finding's id", finding.id());
        if (finding.text() == null || finding.severity() == null || finding.items() == null || finding.items().isEmpty())
            throw new IllegalArgumentException(id + ": needs text, severity and items");
        for (var item : finding.items())
            if (!items.containsKey(item)) throw new IllegalArgumentException(id + ": no item " + item);
        if (findings.stream().anyMatch(other -> id.equals(other.id()))) throw new IllegalArgumentException(id + ": stands twice");
        findings.add(finding);
    }

    private void add(ChecklistFile.Set set) {
        for (var kind : there("kinds of a set", set.kinds())) {
            if (full.put(kind, asked(kind, there("full of " + kind, set.full()))) != null)
                throw new IllegalArgumentException("sets: " + kind + " stands twice");
            brief.put(kind, asked(kind, there("brief of " + kind, set.brief())));
        }
    }

    /** In the order of the file, each once. */
    private List<Asked> asked(Kind kind, List<String> entries) {
        for (var entry : entries)
            if (!entry.equals(SHORT) && items.keySet().stream().noneMatch(id -> names(entry, id)))
                throw new IllegalArgumentException("sets, " + kind + ": no item " + entry);
        return items.values().stream()
            .filter(item -> item.fits(kind) && entries.stream().anyMatch(entry -> entry.equals(SHORT)
                ? names(COMMON, item.id()) && item.isShort(kind) : names(entry, item.id())))
            .map(item -> new Asked(shown(item, kind), item.photo())).toList();
    }

    private ChecklistItem shown(Item item, Kind kind) {
        var fitting = findings.stream().filter(finding -> finding.items().contains(item.id())).map(finding -> {
            var severity = finding.severityIn() == null ? finding.severity()
                : finding.severityIn().getOrDefault(kind.family(), finding.severity());
            return new Finding(finding.id(), finding.text(), severity);
        }).toList();
        return new ChecklistItem(item.id(), item.group(), item.text(), item.severity(), Photo.NEVER,
            Boolean.TRUE.equals(item.onSiteOnly()), measure(item), fitting, item.law());
    }

    private static @Nullable Measure measure(Item item) {
        if (item.measure() == null) return null;
        var bands = there(item.id() + ", bands", item.measure().bands());
        for (var band : bands)
            if (band.min() == null && band.max() == null) throw new IllegalArgumentException(item.id() + ": a band has no limit");
        return Measure.of(there(item.id() + ", unit", item.measure().unit()), bands);
    }

    /** {@code KP02} names itself, {@code KP} all with these letters. */
    private static boolean names(String entry, String id) {
        return entry.equals(id) || entry.equals(id.substring(0, id.length() - 2));
    }

    private static <T> T there(String what, @Nullable T value) {
        if (value == null || value instanceof List<?> list && list.isEmpty()) throw new IllegalArgumentException(what + ": is missing");
        return value;
    }
}
