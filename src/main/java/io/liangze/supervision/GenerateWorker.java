package io.liangze.supervision;

import io.liangze.region.Regions;
import io.liangze.shared.Period;
import io.liangze.shared.Range;
import io.liangze.shared.Scope;
import io.liangze.work.Steps;
import io.liangze.work.Work;
import io.liangze.work.Worker;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes a quarter's tasks county by county, each in its own transaction. */
@Component
class GenerateWorker implements Worker {

    static final String KIND = "generation";

    /** @param region null = everywhere */
    record Asked(Period.Quarter quarter, @Nullable String region) {}

    private final Generation generation;
    private final Regions regions;
    private final JsonMapper json;

    GenerateWorker(Generation generation, Regions regions, JsonMapper json) {
        this.generation = generation;
        this.regions = regions;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Scope scope, Work work, Progress progress) throws Exception {
        var asked = json.treeToValue(work.input(), Asked.class);
        var place = regions.within(scope, asked.region());
        var made = work.mark() == null ? Generated.NOTHING : json.treeToValue(work.progress(), Generated.class);
        new Steps<>(work, progress, made, Generated::plus).each(regions.counties(place), county -> county.substring(0, 6), county ->
            generation.generate(scope, county.substring(0, 6), place.over(List.of(Range.of(county))), asked.quarter(), work.id()));
    }
}
