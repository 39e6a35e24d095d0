package io.liangze.assignment;

import io.liangze.region.Region;
import io.liangze.region.Regions;
import io.liangze.shared.Grade;
import io.liangze.shared.Period;
import io.liangze.shared.Range;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.subject.Season;
import io.liangze.tally.Count;
import io.liangze.tally.Measure;
import io.liangze.tally.Tally;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 包保覆盖率 of a place and of the places below it, exact at this moment. */
@Service
public class Coverages {

    private final Regions regions;
    private final Tally tally;
    private final Clock clock;

    Coverages(Regions regions, Tally tally, Clock clock) {
        this.regions = regions;
        this.tally = tally;
        this.clock = clock;
    }

    /**
     * Coverage of a place, with that of its children.
     *
     * @param code null = the account's own place
     * @throws Refusal {@code region.absent} 404
     */
    @Transactional(readOnly = true)
    public Coverage of(Scope scope, @Nullable String code) {
        var figures = scope.as(Role.FIGURE_READERS);
        var region = regions.whole(figures, code);
        var children = regions.children(scope, region.code());
        var places = new LinkedHashMap<String, List<String>>();
        places.put(region.code(), regions.counted(scope, region.code()));
        children.forEach(child -> places.put(child.code(), regions.counted(scope, child.code())));
        var today = LocalDate.now(clock);
        var counts = tally.read(figures, places, Period.of(Period.Every.MONTH, today), null, today);
        return coverage(region, counts, today, children.stream().map(child -> coverage(child, counts, today, List.of())).toList());
    }

    /** The scope narrowed to the townships in which somebody is without an official: few, of many. */
    Scope open(Scope scope) {
        var counties = open(regions.counties(scope), List.of());
        var townships = counties.stream().flatMap(county -> regions.children(Scope.system(), county).stream()).map(Region::code).toList();
        return scope.over(open(townships, counties).stream().map(Range::of).toList());
    }

    /** Those of the places that have gaps; one of the {@code above} whose places below do not explain all of its gaps comes whole. */
    private List<String> open(List<String> places, List<String> above) {
        var today = LocalDate.now(clock);
        var asked = new LinkedHashMap<String, List<String>>();
        Stream.concat(places.stream(), above.stream()).forEach(place -> asked.put(place, List.of(place)));
        var gaps = new HashMap<String, Long>();
        for (var count : tally.read(Scope.system(), asked, Period.of(Period.Every.MONTH, today), null, today))
            if (count.measure().isStock() && holds(count, today))
                gaps.merge(count.group(), count.measure() == Measure.SUBJECTS ? count.n() : -count.n(), Long::sum);
        var whole = above.stream().filter(place -> places.stream().filter(Range.of(place)::holds).mapToLong(p -> gaps.getOrDefault(p, 0L)).sum()
            != gaps.getOrDefault(place, 0L)).map(Range::of).toList();
        return Stream.concat(whole.stream().map(Range::low), places.stream()
            .filter(place -> gaps.getOrDefault(place, 0L) > 0 && whole.stream().noneMatch(range -> range.holds(place)))).toList();
    }

    private static Coverage coverage(Region region, List<Count> counts, LocalDate today, List<Coverage> children) {
        var byGrade = new EnumMap<Grade, Coverage.ByGrade>(Grade.class);
        for (var grade : Grade.values())
            byGrade.put(grade, new Coverage.ByGrade(sum(region, counts, grade, Measure.SUBJECTS, today),
                sum(region, counts, grade, Measure.COVERED, today)));
        long active = byGrade.values().stream().mapToLong(Coverage.ByGrade::active).sum();
        long covered = byGrade.values().stream().mapToLong(Coverage.ByGrade::covered).sum();
        return new Coverage(region.code(), region.name(), region.level().name(), active, covered, Coverage.rate(covered, active),
            byGrade, new ArrayList<>(children));
    }

    private static long sum(Region region, List<Count> counts, Grade grade, Measure measure, LocalDate today) {
        return counts.stream().filter(c -> c.group().equals(region.code()) && c.grade() == grade && c.measure() == measure)
            .filter(c -> holds(c, today)).mapToLong(Count::n).sum();
    }

    private static boolean holds(Count stock, LocalDate today) {
        return stock.mark().isEmpty() || Season.of(stock.mark()).holds(today);
    }
}
