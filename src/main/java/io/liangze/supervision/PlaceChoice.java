package io.liangze.supervision;

import io.liangze.region.Level;
import io.liangze.region.Region;
import io.liangze.region.Regions;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Places to choose from in a filter: the chosen one, those below it, and the way back up. */
final class PlaceChoice {

    private PlaceChoice() {}

    /** Code → name, in order; the empty choice, the account's own place, is not among them. */
    static Map<String, String> of(Scope scope, Screen screen, Regions regions, @Nullable String chosen) {
        var home = scope.home();
        var choices = new LinkedHashMap<String, String>();
        var at = chosen == null || chosen.isEmpty() ? home : chosen;
        if (at == null) {
            regions.roots(scope).forEach(root -> choices.put(root.code(), root.name()));
            return choices;
        }
        var place = regions.find(scope, at);
        for (var above : place.path())
            if (!above.code().equals(home) && scope.holds(above.code())) choices.put(above.code(), screen.words("task.place-all", above.name()));
        if (!at.equals(home)) choices.put(at, screen.words("task.place-all", place.name()));
        below(scope, regions, place).forEach(child -> choices.put(child.code(), child.name()));
        return choices;
    }

    private static List<Region> below(Scope scope, Regions regions, Region place) {
        return place.level() == Level.VILLAGE ? List.of() : regions.children(scope, place.code()).stream().filter(child -> child.mergedInto() == null).toList();
    }
}
