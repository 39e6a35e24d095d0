package io.liangze.sample;

import io.liangze.region.Level;
import io.liangze.region.RegionRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A county with its places, each somewhere on its land.
 *
 * @param code   12 digits
 * @param number among all counties of the sample, from 0: numbers of persons are made from it
 * @param villages weighted by how many businesses they draw
 */
record County(String code, String name, String cityName, int number, Land land, List<Township> townships, Weighted<Village> villages) {

    /** 县治 and streets draw more business than villages. */
    private static final double COMMUNITY = 5;
    private static final double VILLAGE = 1;
    private static final double TOWNSHIP_RADIUS_M = 22_000;
    private static final double VILLAGE_RADIUS_M = 4_500;

    record Township(String code, String name, Land.Point at) {
        /** A development zone, farm or the like, without a township government of its own. */
        boolean isManaged() {
            return code.charAt(6) >= '4';
        }
    }

    record Village(String code, String name, Township township, Land.Point at) {

        boolean isCommunity() {
            return code.charAt(9) < '2';
        }

        /** 向阳路社区居委会 is 向阳路社区, 莲塘村委会 莲塘村. */
        String shortName() {
            var plain = name.replaceAll("(社区)?(居民委员会|居委会|居委会会|居员会)$", "社区").replaceAll("(村)?(村民委员会|村委会)$", "村");
            return plain.length() > 1 ? plain : name;
        }
    }

    static County of(String code, int number, Map<String, RegionRow> places, List<RegionRow> below, @Nullable Land land, long seed) {
        var chance = Chance.of(seed, "places " + code);
        var ground = Objects.requireNonNull(land, "no map of " + code);
        var townships = new LinkedHashMap<String, Township>();
        var villages = new Weighted<Village>();
        for (var row : below.stream().sorted(Comparator.comparing(RegionRow::code)).toList()) {
            if (row.level() == Level.TOWNSHIP)
                townships.put(row.code(), new Township(row.code(), row.name(), ground.near(ground.label(), TOWNSHIP_RADIUS_M, chance)));
            else if (row.level() == Level.VILLAGE) {
                var township = townships.get(row.parent());
                var village = new Village(row.code(), row.name(), township, ground.near(township.at(), VILLAGE_RADIUS_M, chance));
                villages.with((village.isCommunity() ? COMMUNITY : VILLAGE) * (0.4 + 1.2 * chance.part()), village);
            }
        }
        return new County(code, places.get(code).name(), places.get(code.substring(0, 4) + "00000000").name(), number, ground,
            new ArrayList<>(townships.values()), villages);
    }

    /** Six digits. */
    String digits() {
        return code.substring(0, 6);
    }

    /** 12 digits. */
    String city() {
        return code.substring(0, 4) + "00000000";
    }

    /** 县, 市 or 区. */
    String suffix() {
        return name.substring(name.length() - 1);
    }

    String shortName() {
        return name.length() > 2 ? name.substring(0, name.length() - 1) : name;
    }
}
