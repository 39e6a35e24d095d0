package io.liangze.region;

import io.liangze.shared.Place;
import io.liangze.shared.PlaceNames;
import io.liangze.shared.PlaceRanges;
import io.liangze.shared.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All places in memory: every page names some. Looks every few seconds whether another instance has loaded new ones. */
@Component
class PlaceTree implements PlaceNames, PlaceRanges {

    private static final long LOOK_EVERY_NANOS = 5_000_000_000L;

    private final PlaceTable table;
    private volatile Snapshot snapshot = new Snapshot("", Map.of(), Map.of(), Map.of(), List.of());
    private volatile long lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;

    PlaceTree(PlaceTable table) {
        this.table = table;
    }

    private record Snapshot(String version, Map<String, PlaceTable.Row> byCode, Map<String, List<String>> below,
                            Map<String, List<String>> mergedInto, List<PlaceTable.Row> bySize) {}

    Optional<Region> find(String code) {
        return Optional.ofNullable(current().byCode.get(code)).map(this::region);
    }

    @Override
    public Optional<String> nameOf(String code) {
        return Optional.ofNullable(current().byCode.get(code)).map(PlaceTable.Row::name);
    }

    @Override
    public Optional<List<Range>> rangesOf(String code) {
        return find(code).map(this::ranges);
    }

    /** As {@link #find}, without the way to it: every row of an import asks. */
    Optional<String> name(String code) {
        return Optional.ofNullable(current().byCode.get(code)).map(PlaceTable.Row::name);
    }

    /** Whether there is such a place, one that has not ended. */
    boolean isLiving(String code) {
        var row = current().byCode.get(code);
        return row != null && row.mergedInto() == null;
    }

    List<Region> children(Region region) {
        var codes = region.level() == Level.ZONE ? region.members() : current().below.getOrDefault(region.code(), List.of());
        return codes.stream().map(current().byCode::get).filter(r -> r != null && r.mergedInto() == null)
            .sorted(Comparator.comparing((PlaceTable.Row r) -> r.level() == Level.ZONE).thenComparing(PlaceTable.Row::code))
            .map(this::region).toList();
    }

    List<Region> roots() {
        return current().byCode.values().stream().filter(r -> r.parent() == null).sorted(Comparator.comparing(PlaceTable.Row::code))
            .map(this::region).toList();
    }

    /** A place counts the members of a zone, and the places that were merged into it from outside. */
    List<Range> ranges(Region region) {
        var own = region.level() == Level.ZONE ? region.members().stream().map(Range::of) : Stream.of(Range.of(region.code()));
        var merged = current().mergedInto.getOrDefault(region.code(), List.of()).stream().map(Range::of);
        var ranges = new ArrayList<Range>();
        Stream.concat(own, merged).sorted().forEach(range -> {
            if (ranges.stream().noneMatch(r -> r.holds(range))) ranges.add(range);
        });
        return ranges;
    }

    /** A range of a county or below is counted as one place, a larger one by its counties, ended ones too. */
    List<String> counted(Range range) {
        if (range.county() != null) return List.of(range.low());
        return current().byCode.values().stream()
            .filter(r -> r.level() == Level.COUNTY && range.holds(r.code())).map(PlaceTable.Row::code).toList();
    }

    List<Region> search(String text, int limit) {
        if (text.isEmpty()) return List.of();
        return current().bySize.stream()
            .filter(r -> r.name().contains(text) || r.initials().startsWith(text) || r.code().startsWith(text))
            .limit(limit).map(this::region).toList();
    }

    /** Reads the places anew, once the transaction that changed them has committed. */
    void refresh() {
        read(table.version());
        lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;
    }

    private Snapshot current() {
        if (System.nanoTime() - lookedAt >= LOOK_EVERY_NANOS) {
            lookedAt = System.nanoTime();
            var version = table.version();
            if (!version.equals(snapshot.version)) read(version);
        }
        return snapshot;
    }

    private void read(String version) {
        var byCode = new LinkedHashMap<String, PlaceTable.Row>();
        var below = new HashMap<String, List<String>>();
        var mergedInto = new HashMap<String, List<String>>();
        for (var row : table.all()) {
            byCode.put(row.code(), row);
            if (row.parent() != null) below.computeIfAbsent(row.parent(), _ -> new ArrayList<>()).add(row.code());
            if (row.mergedInto() != null) mergedInto.computeIfAbsent(row.mergedInto(), _ -> new ArrayList<>()).add(row.code());
        }
        var bySize = byCode.values().stream().filter(r -> r.mergedInto() == null)
            .sorted(Comparator.comparing((PlaceTable.Row r) -> r.level() == Level.ZONE ? Level.COUNTY : r.level())
                .thenComparing(PlaceTable.Row::code)).toList();
        snapshot = new Snapshot(version, byCode, below, mergedInto, bySize);
    }

    private Region region(PlaceTable.Row row) {
        var path = new ArrayList<Place>();
        for (PlaceTable.@Nullable Row at = row; at != null && path.size() < 6; at = above(at)) path.addFirst(new Place(at.code(), at.name()));
        return new Region(row.code(), row.name(), row.level(), row.parent(), path, row.members(), row.mergedInto());
    }

    /** Four places of the nation are their own parents in the source. */
    private PlaceTable.@Nullable Row above(PlaceTable.Row row) {
        return row.parent() == null || row.parent().equals(row.code()) ? null : snapshot.byCode.get(row.parent());
    }
}
