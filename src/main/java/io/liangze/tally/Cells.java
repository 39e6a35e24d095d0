package io.liangze.tally;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Places that the same askers ask for, so that each place is read once: of a province and its cities, the counties of one
 * city are one cell, which counts for that city and for the province.
 */
final class Cells {

    private final List<List<String>> askers = new ArrayList<>();
    private final Map<String, Integer> cellOf = new LinkedHashMap<>();

    /** @param places what is asked for, each with the places whose sum it is */
    Cells(Map<String, List<String>> places) {
        var askersOf = new LinkedHashMap<String, List<String>>();
        places.forEach((asker, members) -> members.forEach(member -> askersOf.computeIfAbsent(member, _ -> new ArrayList<>()).add(asker)));
        var numbers = new LinkedHashMap<List<String>, Integer>();
        askersOf.forEach((place, those) -> cellOf.put(place, numbers.computeIfAbsent(those, _ -> numbers.size())));
        askers.addAll(numbers.keySet());
    }

    /** Who asks for what lies in a cell. */
    List<String> askers(int cell) {
        return askers.get(cell);
    }

    /** The places, each once, and beside each its cell. */
    String[] places() {
        return cellOf.keySet().toArray(String[]::new);
    }

    Integer[] numbers() {
        return cellOf.values().toArray(Integer[]::new);
    }
}
