package io.liangze.sample;

import io.liangze.shared.Grade;
import io.liangze.subject.Kind;
import io.liangze.supervision.Checklist;
import io.liangze.supervision.Checklists;
import io.liangze.supervision.Mode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Answers of sample visits as JSON, as the visits keep them. */
final class Sheets {

    private static final double NOT_HERE = 0.06;

    private record Key(Kind kind, Grade grade, Mode mode) {}

    private final Checklists checklists;
    private final LocalDate today;
    private final String version;
    private final Map<Key, Checklist> lists = new ConcurrentHashMap<>();

    Sheets(Checklists checklists, LocalDate today) {
        this.checklists = checklists;
        this.today = today;
        this.version = checklists.version(today);
    }

    String version() {
        return version;
    }

    /** What a visit of that mode asks. */
    Checklist asked(Kind kind, Grade grade, Mode mode) {
        return lists.computeIfAbsent(new Key(kind, grade, mode), key -> {
            var whole = checklists.compose(version, kind, grade, new UUID(0, 0), today);
            return new Checklist(version, whole.asked(mode));
        });
    }

    /** @param photos of items, shop front included; @param fixed items put right on the spot */
    static String answers(Checklist checklist, Map<String, Findings.Found> found, Map<String, List<UUID>> photos, Set<String> fixed, Chance chance) {
        var json = new StringBuilder(checklist.items().size() * 32).append('[');
        for (var item : checklist.items()) {
            if (json.length() > 1) json.append(',');
            json.append("{\"item\":\"").append(item.id()).append("\",\"result\":\"");
            var wrong = found.get(item.id());
            if (wrong == null) json.append(!item.id().equals("K01") && chance.happens(NOT_HERE) ? "NA" : "OK").append('"');
            else {
                json.append("PROBLEM\",\"text\":\"").append(wrong.words()).append('"');
                if (!wrong.tapped().isEmpty()) json.append(",\"finding\":\"").append(wrong.tapped()).append('"');
                if (wrong.raised()) json.append(",\"severity\":\"").append(wrong.severity()).append('"');
                if (fixed.contains(item.id())) json.append(",\"fixedOnSite\":true");
            }
            var seen = photos.getOrDefault(item.id(), List.of());
            if (!seen.isEmpty()) json.append(",\"evidence\":[\"").append(String.join("\",\"", seen.stream().map(UUID::toString).toList())).append("\"]");
            json.append('}');
        }
        return json.append(']').toString();
    }
}
