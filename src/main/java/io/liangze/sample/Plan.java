package io.liangze.sample;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What all counties must know of each other. @param many businesses by county */
record Plan(SampleOrder order, List<County> counties, Map<String, Making.City> cities, Map<String, Integer> many, Making making, Made home,
            Leaders leaders) {

    Made made(County county) {
        return county.code().equals(home.county().code()) ? home
            : making.county(county, Objects.requireNonNull(cities.get(county.city())), Objects.requireNonNull(many.get(county.code())));
    }
}
