package io.liangze.sample;

import io.liangze.assignment.Trial;
import io.liangze.region.Level;
import io.liangze.region.RegionRow;
import io.liangze.subject.Grading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes up what goes beyond one county: which there are, how many businesses each has, and who serves a whole city. Writes nothing. */
@Component
class Planning {

    private static final double SHARE_OF_A = 0.002;

    private final Grading grading;
    private final Trial trial;
    private final JsonMapper json;

    Planning(Grading grading, Trial trial, JsonMapper json) {
        this.grading = grading;
        this.trial = trial;
        this.json = json;
    }

    /** @param places all of them: provinces, cities, counties and what lies in these */
    Plan plan(SampleOrder order, List<RegionRow> places) {
        var making = new Making(order.size(), order.stage(), order.seed(), order.today(), Past.quarters(order.size(), order.today()).getFirst().first(), grading, trial);
        var counties = counties(order, places);
        var many = many(order, counties);
        var important = important(order, counties, many);
        var cities = new TreeMap<String, Making.City>();
        int[] number = {counties.size()};
        counties.stream().collect(Collectors.groupingBy(County::city, TreeMap::new, Collectors.toList())).forEach((code, own) ->
            cities.put(code, making.city(code, own.getFirst().cityName(), number[0]++, own, county -> important.get(county.code()))));
        var home = counties.stream().filter(c -> c.code().equals(order.stage().county())).findFirst().orElseThrow();
        var city = Objects.requireNonNull(cities.get(home.city()));
        var made = making.county(home, city, many.get(home.code()));
        return new Plan(order, counties, cities, many, making, made, Leaders.of(order.stage(), city, made));
    }

    private List<County> counties(SampleOrder order, List<RegionRow> places) {
        var byCode = places.stream().collect(Collectors.toMap(RegionRow::code, Function.identity(), (a, _) -> a));
        var below = places.stream().filter(p -> p.level() == Level.TOWNSHIP || p.level() == Level.VILLAGE)
            .collect(Collectors.groupingBy(p -> p.code().substring(0, 6)));
        var lands = new HashMap<String, Land>();
        places.stream().filter(p -> p.level() == Level.CITY).forEach(city -> lands.putAll(Land.ofCity(json, city.code())));
        var codes = places.stream().filter(p -> p.level() == Level.COUNTY).map(RegionRow::code).sorted().toList();
        var counties = new ArrayList<County>();
        for (var code : codes)
            counties.add(County.of(code, counties.size(), byCode, below.getOrDefault(code.substring(0, 6), List.of()), lands.get(code.substring(0, 6)), order.seed()));
        return counties;
    }

    /** How many businesses each county has: by the weight of its villages, and exact in all. */
    private static Map<String, Integer> many(SampleOrder order, List<County> counties) {
        double sum = counties.stream().mapToDouble(c -> weight(order, c)).sum();
        var many = new LinkedHashMap<String, Integer>();
        double upTo = 0;
        long given = 0;
        for (var county : counties) {
            upTo += weight(order, county);
            long all = Math.round(upTo / sum * order.size().subjects());
            many.put(county.code(), (int) (all - given));
            given = all;
        }
        return many;
    }

    private static double weight(SampleOrder order, County county) {
        return county.villages().sum() * (county.code().equals(order.stage().county()) ? order.size().home() : 1);
    }

    private static Map<String, Integer> important(SampleOrder order, List<County> counties, Map<String, Integer> many) {
        var important = new HashMap<String, Integer>();
        double upTo = 0;
        for (var county : counties) {
            double before = upTo;
            upTo += many.get(county.code()) * SHARE_OF_A;
            int share = (int) (Math.floor(upTo) - Math.floor(before));
            important.put(county.code(), county.code().equals(order.stage().county()) ? Math.max(2, share) : share);
        }
        return important;
    }
}
