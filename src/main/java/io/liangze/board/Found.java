package io.liangze.board;

import io.liangze.official.Official;
import io.liangze.region.Region;
import io.liangze.subject.Subject;
import java.util.List;
import java.util.UUID;

/** What a search over all has found, the first of each. */
public record Found(List<Subject> subjects, List<Official> officials, List<Region> places, List<Entry> records) {

    static final Found NOTHING = new Found(List.of(), List.of(), List.of(), List.of());

    /** A problem, task or visit. @param kind PROBLEM, TASK or VISIT */
    public record Entry(String kind, UUID id, String subjectName, String place) {

        public String href() {
            return switch (kind) {
                case "PROBLEM" -> "/problems/" + id;
                case "TASK" -> "/tasks/" + id;
                default -> "/visits/" + id;
            };
        }
    }

    public boolean isNothing() {
        return subjects.isEmpty() && officials.isEmpty() && places.isEmpty() && records.isEmpty();
    }
}
