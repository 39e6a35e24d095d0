package io.liangze.region;

import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.shared.Place;
import io.liangze.shared.Range;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The tree of places, open to every signed-in account, and the narrowing of a scope to one of them. */
@Service
public class Regions {

    private final PlaceTable table;
    private final PlaceTree tree;
    private final Audit audit;
    private final Clock clock;

    Regions(PlaceTable table, PlaceTree tree, Audit audit, Clock clock) {
        this.table = table;
        this.tree = tree;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refusal {@code region.absent} 404 */
    public Region find(Scope scope, String code) {
        return tree.find(code).orElseThrow(() -> Refusal.absent("region"));
    }

    /** The place, if there is such a one that has not ended: to check what was sent. */
    public Optional<Region> lookup(Scope scope, String code) {
        return tree.find(code).filter(r -> r.mergedInto() == null);
    }

    /** Whether there is such a place, one that has not ended. */
    public boolean exists(Scope scope, String code) {
        return tree.isLiving(code);
    }

    /** Places directly below, by code, zones last; of a zone its members. @throws Refusal {@code region.absent} 404 */
    public List<Region> children(Scope scope, String code) {
        return tree.children(find(scope, code));
    }

    /** The provinces that have been loaded. */
    public List<Region> roots(Scope scope) {
        return tree.roots();
    }

    /** The name of a place; the code itself where it is not known. */
    public String name(Scope scope, String code) {
        return tree.name(code).orElse(code);
    }

    /** The place as records name it. */
    public Place place(Scope scope, String code) {
        return new Place(code, name(scope, code));
    }

    /** What a place covers: itself, or the members of a zone, and places merged into it. @throws Refusal 404 */
    public List<Range> ranges(Scope scope, String code) {
        return tree.ranges(find(scope, code));
    }

    /**
     * The scope narrowed to a place.
     *
     * @param code null leaves it as it is
     * @throws Refusal {@code region.absent} 404 for an unknown place and for one outside the scope
     */
    public Scope within(Scope scope, @Nullable String code) {
        if (code == null || code.isEmpty()) return scope;
        var narrowed = scope.over(ranges(scope, code));
        if (narrowed.isNowhere()) throw Refusal.absent("region");
        return narrowed;
    }

    /**
     * A place all of which lies within the scope: its figures are read, and work is done on it, as a whole.
     *
     * @param code null or empty = the account's own place; of one that is everywhere, the province
     * @throws Refusal {@code region.absent} 404 for an unknown place and for one that reaches outside the scope
     */
    public Region whole(Scope scope, @Nullable String code) {
        var asked = code == null || code.isEmpty() ? scope.home() : code;
        var region = asked != null ? find(scope, asked) : roots(scope).stream().findFirst().orElseThrow(() -> Refusal.absent("region"));
        var held = scope.grants().stream().flatMap(g -> g.ranges().stream()).toList();
        if (!ranges(scope, region.code()).stream().allMatch(range -> held.stream().anyMatch(h -> h.holds(range)))) throw Refusal.absent("region");
        return region;
    }

    /**
     * The places, county or below, whose counts add up to a place's: itself; the counties of a city or province; what
     * the members of a zone add up to; and what was merged into it.
     */
    public List<String> counted(Scope scope, String code) {
        return ranges(scope, code).stream().flatMap(range -> tree.counted(range).stream()).distinct().toList();
    }

    /** The counties that a scope lies in or holds, by code; ended ones too. */
    public List<String> counties(Scope scope) {
        return scope.grants().stream().flatMap(grant -> grant.ranges().stream()).flatMap(range -> range.county() == null
            ? tree.counted(range).stream() : Stream.of(range.county() + "000000")).distinct().sorted().toList();
    }

    /** Places by part of the name, by pinyin initials or by the beginning of the code; larger places first. */
    public List<Region> search(Scope scope, String text, int limit) {
        return tree.search(text.strip().toLowerCase(Locale.ROOT), limit);
    }

    /**
     * Loads places: new ones, new names, new members, ends.
     *
     * @return what changed, by code
     * @throws Refusal {@code input.invalid} 422 naming the rows by their position; nothing is loaded then
     */
    @Transactional
    public Loaded load(Scope scope, Collection<RegionRow> rows) {
        var keeper = scope.as(Role.KEEPERS);
        var list = List.copyOf(rows);
        var flaws = new Refusal.Flaws();
        faults(keeper, list).forEach(f -> flaws.add("rows[%d].%s".formatted(f.at(), f.field()), f.code(), f.args()));
        flaws.refuse();
        var done = store(keeper, list);
        int created = (int) done.stream().filter(PlaceTable.Done::created).count();
        var loaded = new Loaded(created, done.size() - created, list.size() - done.size());
        audit.record(scope, Change.made("region.loaded", "PLACE", null, null, summary(loaded)));
        return loaded;
    }

    /** What keeps these places from being loaded together. */
    List<RegionCheck.Fault> faults(Scope keeper, List<RegionRow> rows) {
        return new RegionCheck(tree, keeper).check(rows);
    }

    /** Stores places without faults, within the caller's transaction. @return those that are new or changed */
    List<PlaceTable.Done> store(Scope keeper, List<RegionRow> rows) {
        var done = table.upsert(rows, clock.instant(), LocalDate.now(clock));
        if (TransactionSynchronizationManager.isSynchronizationActive())
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    tree.refresh();
                }
            });
        else tree.refresh();
        return done;
    }

    /** How many places a load made, changed and left as they were. */
    public record Loaded(int created, int updated, int unchanged) {}

    private static Map<String, Integer> summary(Loaded loaded) {
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("created", loaded.created());
        counts.put("updated", loaded.updated());
        counts.put("unchanged", loaded.unchanged());
        return counts;
    }
}
