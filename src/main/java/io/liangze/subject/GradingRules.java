package io.liangze.subject;

import io.liangze.region.Regions;
import io.liangze.shared.Grade;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The versions of the rules of grading (分级规则), and what each would change. */
@Service
public class GradingRules {

    private static final int PAGE = 2_000;
    private static final int FIRST = 200;

    private final Grading grading;
    private final SubjectTable table;
    private final AroundTable around;
    private final Regions regions;
    private final Clock clock;

    GradingRules(Grading grading, SubjectTable table, AroundTable around, Regions regions, Clock clock) {
        this.grading = grading;
        this.table = table;
        this.around = around;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * One version.
     *
     * @param name    {@code grading-2023-01-01}
     * @param inForce whether it is today's
     */
    public record Version(String name, LocalDate effective, boolean inForce) {}

    /** Newest first; open to all. */
    public List<Version> versions(Scope scope) {
        var today = grading.version(LocalDate.now(clock));
        return grading.versions().reversed().stream().map(v -> new Version(v.name(), v.effective(), v.name().equals(today))).toList();
    }

    /**
     * Grades all subjects of a place by that version and changes nothing.
     *
     * @param only names the subjects that go that way alone; null = all that change
     * @throws Refusal {@code grading-version.absent}, {@code region.absent} 404
     */
    public GradingEffect effect(Scope scope, String version, @Nullable String region, GradingEffect.@Nullable Way only) {
        var within = regions.within(scope.as(Role.KEEPERS), region);
        var rules = table(version);
        var count = new Count(rules, only);
        var operating = SubjectFilter.ALL.withStatus(List.of(SubjectStatus.ACTIVE, SubjectStatus.SEASONAL));
        table.walk(within, operating, PAGE, count::add);
        return count.effect(version);
    }

    GradingTable table(String version) {
        return grading.versions().stream().filter(v -> v.name().equals(version)).findFirst()
            .orElseThrow(() -> Refusal.absent("grading-version")).content();
    }

    /** Sums while pages pass by. */
    private final class Count {

        private final GradingTable rules;
        private final GradingEffect.@Nullable Way only;
        private final TreeMap<GradingEffect.Way, Long> ways = new TreeMap<>(
            Comparator.comparing(GradingEffect.Way::from, Comparator.nullsFirst(Comparator.naturalOrder())).thenComparing(GradingEffect.Way::to));
        private final List<GradingEffect.Changed> first = new ArrayList<>();
        private long subjects;

        Count(GradingTable rules, GradingEffect.@Nullable Way only) {
            this.rules = rules;
            this.only = only;
        }

        void add(List<Subject> page) {
            var near = around.of(page.stream().map(Subject::particulars).toList(), page);
            for (var subject : page) {
                subjects++;
                var reason = subject.gradeReason();
                var result = rules.grade(Grader.facts(subject.particulars(), subject, near));
                if (result.grade() == subject.grade() || reason != null && reason.override() != null) continue;
                var way = new GradingEffect.Way(subject.grade(), result.grade());
                ways.merge(way, 1L, Long::sum);
                if (first.size() < FIRST && (only == null || only.equals(way)))
                    first.add(new GradingEffect.Changed(subject.id(), subject.name(), subject.region().name(), subject.grade(), result.grade(), result.ruleId()));
            }
        }

        GradingEffect effect(String version) {
            return new GradingEffect(version, subjects,
                ways.entrySet().stream().map(e -> new GradingEffect.Shift(e.getKey().from(), e.getKey().to(), e.getValue())).toList(), first);
        }
    }
}
