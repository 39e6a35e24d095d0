package io.liangze.assignment;

import io.liangze.region.Level;
import io.liangze.shared.Grade;
import io.liangze.shared.RuleFiles;
import io.liangze.shared.Rules;
import io.liangze.subject.Kind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules of matching in force (rules/matching-….yaml). */
@Component
class MatchingRules {

    /** Which level answers for a grade, and for how many subjects at the most before the office is warned. */
    record LevelOf(Level level, int bound) {}

    record Field(String field, List<Kind> kinds) {}

    record Content(Map<Grade, LevelOf> levels, boolean linkedCountyFirst, List<Field> fields, int rematchWithinWorkingDays) {

        Content {
            for (var grade : Grade.values())
                if (!levels.containsKey(grade)) throw new IllegalArgumentException("levels: nothing for grade " + grade);
            var seen = new HashMap<Kind, String>();
            for (var field : fields)
                for (var kind : field.kinds()) {
                    var before = seen.put(kind, field.field());
                    if (before != null) throw new IllegalArgumentException("fields: %s is of %s already".formatted(kind, before));
                }
        }

        Level level(Grade grade) {
            return levels.get(grade).level();
        }

        /** The grades that a city's leaders answer for: matched by city, the others by county. */
        EnumSet<Grade> gradesOfCity() {
            var grades = EnumSet.allOf(Grade.class);
            grades.removeIf(grade -> level(grade) != Level.CITY);
            return grades;
        }

        /** The county or city under whose lock a subject of this grade is matched. */
        String matchedUnder(Grade grade, String region) {
            return level(grade) == Level.CITY ? pool(grade, region) : region.substring(0, 6) + "000000";
        }

        int bound(Grade grade) {
            return levels.get(grade).bound();
        }

        /** The place whose officials answer for a subject of this grade. */
        String pool(Grade grade, String region) {
            return region.substring(0, digits(grade)) + "0".repeat(12 - digits(grade));
        }

        /** Leading digits of a code that name a place of the grade's level. */
        int digits(Grade grade) {
            return switch (level(grade)) {
                case PROVINCE -> 2;
                case CITY -> 4;
                case COUNTY, ZONE -> 6;
                case TOWNSHIP -> 9;
                case VILLAGE -> 12;
            };
        }

        /** The field of work that a kind belongs to. */
        Optional<String> field(Kind kind) {
            return fields.stream().filter(f -> f.kinds().contains(kind)).map(Field::field).findFirst();
        }

        /** Whether an official in charge of {@code his} field prefers this kind; 教育、体育 takes in 教育. */
        boolean prefers(@Nullable String his, Kind kind) {
            return his != null && field(kind).filter(his::contains).isPresent();
        }
    }

    private final Rules<Content> rules;
    private final Clock clock;

    MatchingRules(RuleFiles files, Clock clock) {
        this.rules = files.read("matching", Content.class, (_, content) -> content);
        this.clock = clock;
    }

    Content inForce() {
        return rules.inForce(LocalDate.now(clock)).content();
    }
}
