package io.liangze.assignment;

import io.liangze.assignment.AssignmentTable.Covered;
import io.liangze.official.OfficialsChanged;
import io.liangze.shared.Scope;
import io.liangze.subject.SubjectsChanged;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Relations follow their subjects and officials: what is no longer valid ends in the same transaction, what is open is
 * filled after it.
 */
@Component
class FollowChanges {

    private final AssignmentTable relations;
    private final CoveredCounts counts;
    private final MatchingRules rules;
    private final Rematch rematch;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FollowChanges(AssignmentTable relations, CoveredCounts counts, MatchingRules rules, Rematch rematch, ApplicationEventPublisher events,
                  Clock clock) {
        this.relations = relations;
        this.counts = counts;
        this.rules = rules;
        this.rematch = rematch;
        this.events = events;
        this.clock = clock;
    }

    /** Before tasks follow the same change: these look at who answers. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void end(SubjectsChanged event) {
        event.counties().stream().sorted().forEach(county -> endInvalid(county, event.subjects().isEmpty() ? null : event.subjects()));
    }

    @EventListener
    void end(OfficialsChanged event) {
        rematch.countiesOf(event.places()).forEach(county -> endInvalid(county, null));
    }

    private void endInvalid(String county, @Nullable List<UUID> subjects) {
        var today = LocalDate.now(clock);
        var ended = relations.endInvalid(county, subjects, rules.inForce(), today.minusDays(1));
        counts.takenBack(ended, today);
        counts.moved(relations.follow(county, subjects), today);
        if (!ended.isEmpty()) events.publishEvent(ResponsiblesChanged.of(List.of(county), ended.stream().map(Covered::subject).toList()));
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void fill(SubjectsChanged event) {
        rematch.counties(Scope.system(), event.counties());
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void fill(OfficialsChanged event) {
        rematch.counties(Scope.system(), rematch.countiesOf(event.places()));
    }
}
