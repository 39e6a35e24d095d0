package io.liangze.assignment;

import io.liangze.work.Work;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A matching with its figures beside its state. */
@Component
class MatchView {

    private final JsonMapper json;

    MatchView(JsonMapper json) {
        this.json = json;
    }

    MatchStatus of(Work work) {
        var figures = work.progress().isEmpty() ? Matched.NOTHING : json.treeToValue(work.progress(), Matched.class);
        return new MatchStatus(work.id(), work.state(), figures.assigned(), figures.moved(), figures.kept(), figures.uncovered(),
            figures.overloaded(), work.error());
    }
}
