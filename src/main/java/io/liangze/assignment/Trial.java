package io.liangze.assignment;

import io.liangze.region.Level;
import io.liangze.shared.Grade;
import io.liangze.subject.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A matching on paper (试配): who would answer for whom, by the rules in force, without anything being written. */
@Component
public class Trial {

    /** A subject without a name behind it. */
    public record Open(UUID id, String region, Kind kind) {}

    /** An official of the pool, who answers for nobody yet. */
    public record Official(UUID id, String county, String name, String post, @Nullable String field, @Nullable String linkedCounty) {}

    /**
     * Who answers for a subject and why.
     *
     * @param rule as relations keep it: M2, M4, M6, M7
     * @param why  the values for the words of the rule
     */
    public record Pair(UUID subject, Official official, String rule, String why) {}

    private final MatchingRules rules;

    Trial(MatchingRules rules) {
        this.rules = rules;
    }

    /** The level that answers for a grade. */
    public Level level(Grade grade) {
        return rules.inForce().level(grade);
    }

    /** The place whose officials answer for a subject of that grade, 12 digits. */
    public String pool(Grade grade, String region) {
        return rules.inForce().pool(grade, region);
    }

    /** @param officials of one pool, at least one; @param subjects of it, all of that grade */
    public List<Pair> match(Grade grade, List<Official> officials, List<Open> subjects) {
        var inForce = rules.inForce();
        var byId = new HashMap<UUID, Official>();
        officials.forEach(o -> byId.put(o.id(), o));
        var outcome = Matching.match(inForce, grade,
            officials.stream().map(o -> new Matching.Candidate(o.id(), o.county(), o.name(), o.post(), 0, o.field(), o.linkedCounty())).toList(),
            subjects.stream().map(s -> new Matching.Open(s.id(), s.region(), s.kind())).toList(), Set.of());
        return outcome.pairs().stream().map(p -> new Pair(p.subject().id(), byId.get(p.official().id()), p.rule(),
            p.why(inForce.pool(grade, p.subject().region()), officials.size()))).toList();
    }
}
