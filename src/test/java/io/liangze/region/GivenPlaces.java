package io.liangze.region;

import io.liangze.shared.Range;
import io.liangze.shared.Scope;
import java.util.List;
import org.springframework.stereotype.Component;

/** Real places of Jiangxi for tests, each county with all that lies in it and above it. */
@Component
public class GivenPlaces {

    private static final List<RegionRow> JIANGXI = ShippedPlaces.jiangxi();

    private final Regions regions;

    GivenPlaces(Regions regions) {
        this.regions = regions;
    }

    /**
     * A county with its townships and villages, its city and its province; twice is harmless.
     *
     * @param code 12 digits, such as 360121000000 (南昌县, with 360121100000 莲塘镇)
     * @return the code
     */
    public String county(String code) {
        var county = Range.of(code);
        regions.load(Scope.system(), JIANGXI.stream()
            .filter(row -> county.holds(row.code()) || Range.of(row.code()).holds(county)).toList());
        return code;
    }

    /** A functional zone of these places. */
    public String zone(String code, String name, String parent, String... members) {
        regions.load(Scope.system(), List.of(new RegionRow(code, name, Level.ZONE, parent, List.of(members), null)));
        return code;
    }
}
