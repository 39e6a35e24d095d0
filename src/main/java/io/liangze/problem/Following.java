package io.liangze.problem;

import io.liangze.region.Regions;
import io.liangze.shared.Scope;
import io.liangze.tally.Delta;
import io.liangze.tally.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Keeps what living problems were told of their subjects; what has ended stays as it was. */
@Component
class Following {

    private final ProblemTable table;
    private final Tally tally;
    private final Regions regions;

    Following(ProblemTable table, Tally tally, Regions regions) {
        this.table = table;
        this.tally = tally;
        this.regions = regions;
    }

    void subjects(Scope scope, Collection<About> abouts) {
        abouts.stream().collect(Collectors.groupingBy(About::county)).forEach((county, there) -> {
            var bySubject = new HashMap<UUID, About>();
            there.forEach(a -> bySubject.put(a.subject(), a));
            change(scope, county, bySubject.keySet(), problem -> {
                var about = bySubject.get(problem.subject().id());
                return problem.with(about, regions.place(scope, about.region()));
            });
        });
    }

    void officials(Scope scope, Collection<Responsible> responsibles) {
        responsibles.stream().collect(Collectors.groupingBy(Responsible::county)).forEach((county, there) -> {
            var bySubject = new HashMap<UUID, Responsible>();
            there.forEach(r -> bySubject.put(r.subject(), r));
            change(scope, county, bySubject.keySet(), problem -> {
                var responsible = bySubject.get(problem.subject().id());
                return problem.answeredBy(responsible.official(), responsible.officialName());
            });
        });
    }

    private void change(Scope scope, String county, Collection<UUID> subjects, UnaryOperator<Problem> to) {
        var changed = new ArrayList<Problem>();
        var deltas = new ArrayList<Delta>();
        for (var problem : table.lockLiving(county, subjects)) {
            var next = to.apply(problem);
            if (next.equals(problem)) continue;
            changed.add(next);
            deltas.addAll(Counts.of(problem, next));
        }
        if (changed.isEmpty()) return;
        table.tell(county, changed);
        tally.add(scope, deltas);
    }
}
