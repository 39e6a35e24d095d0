package io.liangze.shared;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and over which places or which subject (范围). Every facade method takes one first and lets it write the
 * SQL condition, so that nobody reads or writes past it.
 *
 * @param account the account; null for the product itself
 * @param name    how the person or the job is called in histories
 * @param address where the request came from; null for jobs
 */
public record Scope(@Nullable UUID account, String name, @Nullable String address, List<Grant> grants) {

    private static final Scope EVERYWHERE = new Scope(null, "system", null, List.of(Grant.everywhere(Role.SYSTEM)));

    public Scope {
        grants = List.copyOf(grants);
    }

    /** The product itself, over all places. */
    public static Scope system() {
        return EVERYWHERE;
    }

    /** The product itself, over one place. */
    public static Scope system(String place) {
        return new Scope(null, "system", null, List.of(Grant.at(Role.SYSTEM, place)));
    }

    public boolean has(Role role) {
        return grants.stream().anyMatch(g -> g.role() == role);
    }

    public boolean hasAny(Collection<Role> roles) {
        return grants.stream().anyMatch(g -> roles.contains(g.role()));
    }

    @JsonIgnore
    public boolean isSystem() {
        return has(Role.SYSTEM);
    }

    /**
     * Only what the account holds in one of these roles.
     *
     * @throws Refusal {@code role.insufficient} 403 if it holds none
     */
    public Scope as(Collection<Role> roles) {
        var kept = grants.stream().filter(g -> g.role() == Role.SYSTEM || roles.contains(g.role())).toList();
        if (kept.isEmpty()) throw Refusal.forbidden("role.insufficient");
        return new Scope(account, name, address, kept);
    }

    public Scope as(Role first, Role... others) {
        return as(EnumSet.of(first, others));
    }

    /** Narrowed to {@code area}; nothing may be left, see {@link #isNowhere()}. */
    public Scope over(List<Range> area) {
        var kept = grants.stream().map(g -> g.over(area)).filter(g -> !g.ranges().isEmpty()).toList();
        return new Scope(account, name, address, kept);
    }

    @JsonIgnore
    public boolean isNowhere() {
        return grants.isEmpty();
    }

    /** Whether {@code place} lies within; for a business: where its subject lies. */
    public boolean holds(String place) {
        return grants.stream().anyMatch(g -> g.ranges().stream().anyMatch(r -> r.holds(place)));
    }

    /** The official whom the account belongs to. */
    public Optional<UUID> official() {
        return grants.stream().map(Grant::official).filter(Objects::nonNull).findFirst();
    }

    /** The subjects whom the account belongs to. */
    public Set<UUID> subjects() {
        return grants.stream().map(Grant::subject).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** The account's own place: of its first grant; null = everywhere. */
    public @Nullable String home() {
        return grants.isEmpty() ? null : grants.getFirst().region();
    }

    /** SQL true for rows of {@code t} (columns county_code, region, subject) within; parameters: {@link #params()}. */
    public String over(String t) {
        return over(t, "subject");
    }

    /** As {@link #over(String)} where the subject's id stands in another column. */
    public String over(String t, String subjectColumn) {
        if (grants.isEmpty()) return "false";
        var conditions = new ArrayList<String>();
        int i = 0;
        for (var grant : effective())
            for (var range : grant.ranges()) conditions.add(condition(t, subjectColumn, grant, range, i++));
        return "(" + String.join(" or ", conditions) + ")";
    }

    /** The values behind {@link #over(String)}. */
    public Map<String, Object> params() {
        var params = new LinkedHashMap<String, Object>();
        int i = 0;
        for (var grant : effective())
            for (var range : grant.ranges()) {
                if (grant.subject() != null) params.put("scopeSubject" + i, grant.subject());
                if (range.county() != null) params.put("scopeCounty" + i, Objects.requireNonNull(range.county()));
                params.put("scopeLow" + i, range.low());
                params.put("scopeHigh" + i, range.high());
                i++;
            }
        return params;
    }

    /**
     * One scope for each range, in order of code and without overlap. A list reads them one after the other: one OR
     * under ORDER BY would walk all rows between them.
     */
    public List<Scope> parts() {
        record Piece(Grant grant, Range range) {}
        return effective().stream()
            .flatMap(g -> g.ranges().stream().map(r -> new Piece(g, r)))
            .sorted((a, b) -> a.range.compareTo(b.range))
            .map(p -> new Scope(account, name, address, List.of(
                new Grant(p.grant.role(), p.grant.region(), List.of(p.range), p.grant.official(), p.grant.subject()))))
            .toList();
    }

    /** Of a {@linkplain #parts() part}: its range. */
    public Range range() {
        return grants.getFirst().ranges().getFirst();
    }

    /** Grants without ranges that another one already holds. */
    private List<Grant> effective() {
        var kept = new ArrayList<Grant>();
        var wide = new ArrayList<Range>();
        for (var grant : grants) {
            if (grant.subject() != null) continue;
            var ranges = new ArrayList<Range>();
            for (var range : grant.ranges())
                if (grants.stream().filter(g -> g.subject() == null).flatMap(g -> g.ranges().stream())
                        .noneMatch(r -> !r.equals(range) && r.holds(range)) && !wide.contains(range)) {
                    ranges.add(range);
                    wide.add(range);
                }
            if (!ranges.isEmpty())
                kept.add(new Grant(grant.role(), grant.region(), ranges, grant.official(), null));
        }
        for (var grant : grants)
            if (grant.subject() != null && grant.ranges().stream().noneMatch(r -> wide.stream().anyMatch(w -> w.holds(r))))
                kept.add(grant);
        return kept;
    }

    private static String condition(String t, String subjectColumn, Grant grant, Range range, int i) {
        var parts = new ArrayList<String>();
        if (range.county() != null) parts.add("%s.county_code = :scopeCounty%d".formatted(t, i));
        if (grant.subject() != null) parts.add("%s.%s = :scopeSubject%d".formatted(t, subjectColumn, i));
        parts.add("%1$s.region >= :scopeLow%2$d and %1$s.region < :scopeHigh%2$d".formatted(t, i));
        return "(" + String.join(" and ", parts) + ")";
    }

    @Override
    public String toString() {
        return "Scope[account=%s, grants=%s]".formatted(account, Arrays.toString(grants.stream()
            .map(g -> g.role() + "@" + g.region()).toArray()));
    }
}
