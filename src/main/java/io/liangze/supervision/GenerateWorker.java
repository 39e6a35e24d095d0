package io.liangze.supervision;

import io.liangze.region.Regions;
import io.liangze.shared.Period;
import io.liangze.shared.Range;
import io.liangze.shared.Scope;
import io.liangze.work.Work;
import io.liangze.work.Worker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes a quarter's tasks county by county, two at a time, each in its own transaction. */
@Component
class GenerateWorker implements Worker {

    static final String KIND = "generation";

    private static final int AT_A_TIME = 2;

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
        var done = new HashSet<>(work.mark() == null ? List.of() : List.of(work.mark().split(" ")));
        var sum = work.mark() == null ? Generated.NOTHING : json.treeToValue(work.progress(), Generated.class);
        var open = counties(place).stream().filter(county -> !done.contains(county)).toList();
        try (var two = Executors.newFixedThreadPool(AT_A_TIME)) {
            var futures = new ArrayList<Future<Generated>>();
            for (var county : open)
                futures.add(two.submit(() -> generation.generate(scope, county, place.over(List.of(Range.of(county + "000000"))),
                    asked.quarter(), work.id())));
            for (int i = 0; i < open.size(); i++) {
                sum = sum.plus(get(futures.get(i)));
                done.add(open.get(i));
                progress.keep(sum, String.join(" ", done));
            }
        }
    }

    private static Generated get(Future<Generated> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    private List<String> counties(Scope place) {
        return place.parts().stream().flatMap(part -> {
            var county = part.range().county();
            return county != null ? Stream.of(county) : regions.counties(Scope.system(), part.range()).stream().map(c -> c.substring(0, 6));
        }).distinct().sorted().toList();
    }
}
