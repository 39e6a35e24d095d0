package io.liangze.region;

import io.liangze.imports.Batch;
import io.liangze.imports.Cells;
import io.liangze.imports.Column;
import io.liangze.imports.Difference;
import io.liangze.imports.Import;
import io.liangze.imports.Importer;
import io.liangze.imports.Line;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Places from a table such as the Bureau's list of division codes (统计用区划代码). All rows at once: a row may stand before its parent. */
@Component
class RegionImporter implements Importer<RegionRow> {

    private static final String CODE = "code";
    private static final String NAME = "name";
    private static final String LEVEL = "level";
    private static final String PARENT = "parent_code";
    private static final String MEMBERS = "members";
    private static final String SUCCESSOR = "merged_into";
    private static final Map<String, String> HEADERS = Map.of("code", CODE, "name", NAME, "level", LEVEL, "parent", PARENT,
        "members", MEMBERS, "mergedInto", SUCCESSOR);

    private final Regions regions;
    private final PlaceTree tree;

    RegionImporter(Regions regions, PlaceTree tree) {
        this.regions = regions;
        this.tree = tree;
    }

    @Override
    public String kind() {
        return "regions";
    }

    @Override
    public Set<Role> roles() {
        return Role.KEEPERS;
    }

    @Override
    public List<Column> columns() {
        return List.of(
            Column.required(CODE, "region.column.code", "360121001001"),
            Column.required(NAME, "region.column.name", "澄湖北路社区"),
            Column.required(LEVEL, "region.column.level", "5"),
            new Column(PARENT, true, "region.column.parent", "360121001000"),
            Column.optional(MEMBERS, "region.column.members", "360121001000 360121100000"),
            Column.optional(SUCCESSOR, "region.column.successor", ""));
    }

    @Override
    public int batchSize() {
        return 1_000_000;
    }

    @Override
    public @Nullable RegionRow read(Import of, Cells cells) {
        var code = Typed.plain(cells.required(CODE, 12));
        var name = cells.required(NAME, 100);
        var level = cells.read(LEVEL, Level::read, "region.level");
        if (level.isEmpty()) {
            if (cells.text(LEVEL).isEmpty()) cells.flaw(LEVEL, "value.missing");
            return null;
        }
        var known = tree.find(code);
        var members = of.has(MEMBERS) ? codes(cells.text(MEMBERS)) : known.map(Region::members).orElse(List.of());
        var successor = of.has(SUCCESSOR) ? orNull(Typed.plain(cells.text(SUCCESSOR))) : known.map(Region::mergedInto).orElse(null);
        return new RegionRow(code, name, level.get(), orNull(Typed.plain(cells.text(PARENT))), members, successor);
    }

    @Override
    public List<String> keys(RegionRow row) {
        return List.of(row.code());
    }

    @Override
    public void store(Scope scope, Import of, Batch<RegionRow> batch) {
        var fit = withoutFaults(scope, batch);
        var before = new TreeMap<String, Region>();
        fit.forEach(line -> tree.find(line.value().code()).ifPresent(region -> before.put(region.code(), region)));
        var done = regions.store(scope, fit.stream().map(Line::value).toList()).stream()
            .collect(Collectors.toMap(PlaceTable.Done::code, Function.identity()));
        for (var line : fit) {
            var row = line.value();
            var what = done.get(row.code());
            if (what == null) batch.unchanged(line);
            else if (what.created()) batch.created(line, null, row.name());
            else batch.updated(line, null, row.name(), differences(before.get(row.code()), row));
        }
    }

    /** Rejects rows until the rest may be loaded together: who hangs on a rejected row falls with it. */
    private List<Line<RegionRow>> withoutFaults(Scope scope, Batch<RegionRow> batch) {
        var fit = new ArrayList<>(batch.lines());
        while (true) {
            var faults = regions.faults(scope, fit.stream().map(Line::value).toList());
            if (faults.isEmpty()) return fit;
            var rejected = new TreeMap<Integer, RegionCheck.Fault>();
            faults.forEach(fault -> rejected.putIfAbsent(fault.at(), fault));
            rejected.descendingMap().forEach((at, fault) ->
                batch.reject(fit.remove((int) at), HEADERS.get(fault.field()), fault.code(), fault.args()));
        }
    }

    private static List<Difference> differences(@Nullable Region before, RegionRow row) {
        if (before == null) return List.of();
        var all = List.of(
            new Difference(NAME, before.name(), row.name()),
            new Difference(LEVEL, before.level().name(), row.level().name()),
            new Difference(PARENT, text(before.parent()), text(row.parent())),
            new Difference(MEMBERS, String.join(" ", before.members()), String.join(" ", row.members())),
            new Difference(SUCCESSOR, text(before.mergedInto()), text(row.mergedInto())));
        return all.stream().filter(d -> !d.before().equals(d.after())).toList();
    }

    private static List<String> codes(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("[\\s,，、]+"));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
