package io.liangze.subject;

import io.liangze.identity.BusinessAccounts;
import io.liangze.problem.About;
import io.liangze.problem.Problems;
import io.liangze.shared.Scope;
import java.util.Collection;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Those who follow a subject: its problems and accounts within its transaction, the modules above by an event. */
@Component
class Followers {

    private final Problems problems;
    private final BusinessAccounts accounts;
    private final ApplicationEventPublisher events;

    Followers(Problems problems, BusinessAccounts accounts, ApplicationEventPublisher events) {
        this.problems = problems;
        this.accounts = accounts;
        this.events = events;
    }

    /** Tells them what has been written. */
    void tell(Scope scope, Collection<Step> steps) {
        var concerned = steps.stream().filter(Step::concernsOthers).toList();
        if (concerned.isEmpty()) return;
        problems.follow(scope, concerned.stream().filter(step -> !step.isNew()).map(step -> about(step.after())).toList());
        accounts.move(scope, concerned.stream().map(Step::move).flatMap(Optional::stream).toList());
        accounts.end(scope, concerned.stream().filter(Step::isEnd).map(step -> step.after().id()).toList());
        events.publishEvent(new SubjectsChanged(concerned.stream().map(step -> step.after().county()).distinct().sorted().toList(),
            concerned.stream().map(step -> step.after().id()).toList()));
    }

    private static About about(Subject s) {
        var official = s.official();
        return new About(s.county(), s.id(), s.name(), s.particulars().region(), s.kind().name(), s.family(), s.grade(),
            s.particulars().principal(), official == null ? null : official.id(), official == null ? null : official.name());
    }
}
