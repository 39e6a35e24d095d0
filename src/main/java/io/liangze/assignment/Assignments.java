package io.liangze.assignment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.official.Officials;
import io.liangze.problem.About;
import io.liangze.region.Regions;
import io.liangze.shared.Cursor;
import io.liangze.shared.Page;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.work.Work;
import io.liangze.work.Works;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who answers for whom: lists of relations, matching, relations by hand, what has nobody behind it. */
@Service
public class Assignments {

    private final AssignmentTable table;
    private final GapTable gaps;
    private final Coverages coverages;
    private final ByHandTable byHand;
    private final CoveredCounts counts;
    private final MatchingRules rules;
    private final AboutFromHere abouts;
    private final Words words;
    private final Regions regions;
    private final Officials officials;
    private final Works works;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Assignments(AssignmentTable table, GapTable gaps, Coverages coverages, ByHandTable byHand, CoveredCounts counts, MatchingRules rules, AboutFromHere abouts,
                Words words, Regions regions, Officials officials, Works works, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.gaps = gaps;
        this.coverages = coverages;
        this.byHand = byHand;
        this.counts = counts;
        this.rules = rules;
        this.abouts = abouts;
        this.words = words;
        this.regions = regions;
        this.officials = officials;
        this.works = works;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Relations by place, then id; those in force unless the filter asks for the history. */
    @Transactional(readOnly = true)
    public Page<Assignment> page(Scope scope, AssignmentFilter filter, @Nullable Cursor after, int limit) {
        var seen = regions.within(scope.as(Role.READERS), filter.region());
        return Page.read(seen, after, limit, AssignmentTable.Row::cursor, (part, from, n) -> table.list(part, filter, from, n))
            .map(words::assignment);
    }

    /** How many {@link #page} has in all. */
    @Transactional(readOnly = true)
    public long count(Scope scope, AssignmentFilter filter) {
        return table.count(regions.within(scope.as(Role.READERS), filter.region()), filter);
    }

    /**
     * Matches what is open in a place; a valid relation is never moved.
     *
     * @param region null = the account's own place
     * @return the id of the action, see {@link #matching}
     * @throws Refusal {@code region.absent} 404
     */
    @Transactional
    public UUID match(Scope scope, @Nullable String region) {
        return start(scope, region, false);
    }

    /** The same, and evens the loads by the fewest moves (M4); only on the office's wish. */
    @Transactional
    public UUID rebalance(Scope scope, @Nullable String region) {
        return start(scope, region, true);
    }

    private UUID start(Scope scope, @Nullable String region, boolean rebalance) {
        var keeper = scope.as(Role.KEEPERS);
        var place = region == null ? keeper.home() : regions.whole(keeper, region).code();
        return works.start(keeper, MatchWorker.KIND, place, new MatchWorker.Asked(place, rebalance));
    }

    /** A matching as it stands. @throws Refusal {@code work.absent} 404 */
    @Transactional(readOnly = true)
    public Work matching(Scope scope, UUID id) {
        return works.find(scope.as(Role.KEEPERS), MatchWorker.KIND, id);
    }

    /** Active subjects with nobody behind them, by place. */
    @Transactional(readOnly = true)
    public Page<Gap> gaps(Scope scope, @Nullable String region, @Nullable Cursor after, int limit) {
        var today = LocalDate.now(clock);
        return Page.read(open(scope, region), after, limit, GapTable.Row::cursor, (part, from, n) -> gaps.list(part, today, from, n)).map(words::gap);
    }

    /** How many have nobody behind them. */
    @Transactional(readOnly = true)
    public long countGaps(Scope scope, @Nullable String region) {
        var today = LocalDate.now(clock);
        return open(scope, region).parts().stream().mapToLong(part -> gaps.count(part, today)).sum();
    }

    private Scope open(Scope scope, @Nullable String region) {
        return coverages.open(regions.within(scope.as(Role.READERS), region));
    }

    /**
     * Makes an official answer for a subject by hand; later matching keeps it.
     *
     * @param reason 2 to 500 characters
     * @return the relation; the one in force if it is the same already
     * @throws Refusal {@code subject.absent} 404; {@code input.invalid} 422: {@code assignment.official},
     *                 {@code assignment.level} (M1), {@code assignment.place} (M2), {@code assignment.stake} (M9)
     */
    @Transactional
    public Assignment assign(Scope scope, @Nullable UUID subject, @Nullable UUID official, @Nullable String reason) {
        var office = scope.as(Role.OFFICE);
        if (subject == null || official == null)
            throw Refusal.invalid(subject == null ? "subject" : "official", "value.missing");
        var open = byHand.subject(office, subject).orElseThrow(() -> Refusal.absent("subject"));
        var county = open.region().substring(0, 6);
        if (open.grade() == null) throw Refusal.conflict("assignment.subject-inactive");
        var content = rules.inForce();
        table.lock(content.matchedUnder(open.grade(), open.region()));
        var before = table.inForce(county, subject);
        if (before.isPresent() && before.get().pinned() && before.get().official().equals(official))
            return words.assignment(before.get());
        var chosen = byHand.official(official).orElseThrow(() -> Refusal.invalid("official", "assignment.official"));
        new Refusal.Flaws()
            .require(reason != null && reason.strip().length() >= 2 && reason.length() <= 500, "reason", "assignment.reason")
            .require(chosen.level().equals(content.level(open.grade()).name()), "official", "assignment.level")
            .require(chosen.region().equals(content.pool(open.grade(), open.region())), "official", "assignment.place")
            .require(!byHand.hasStake(county, subject, official), "official", "assignment.stake")
            .refuse();
        var today = LocalDate.now(clock);
        before.ifPresent(b -> counts.takenBack(table.end(county, List.of(b.id()), "HAND", today.minusDays(1)), today));
        var made = new AssignmentTable.New(subject, open.region(), open.grade(), open.family(), open.season(), official,
            chosen.countyCode(), chosen.name(), chosen.post(), false, true, "HAND", office.name() + "|" + reason);
        table.insert(List.of(made), null, today);
        counts.added(List.of(made), today);
        audit.record(office, new Change("assignment.by-hand", "SUBJECT", subject, open.region(),
            before.map(b -> Map.of("official", b.official())).orElse(null), Map.of("official", official, "reason", reason)));
        events.publishEvent(new ResponsiblesChanged(List.of(county), List.of(subject)));
        return words.assignment(table.inForce(county, subject).orElseThrow());
    }

    /**
     * An official has a stake in a subject and must not answer for it (回避, M9); the office says so, or he himself.
     *
     * @throws Refusal {@code role.insufficient} 403; {@code official.absent}, {@code subject.absent} 404; 422 without a subject
     */
    @Transactional
    public void declareStake(Scope scope, UUID official, @Nullable UUID subject) {
        var declaring = scope.as(Role.OFFICIAL, Role.OFFICE, Role.SYSTEM_ADMIN);
        if (subject == null) throw Refusal.invalid("subject", "value.missing");
        var county = byHand.subject(declaring, subject).orElseThrow(() -> Refusal.absent("subject")).region().substring(0, 6);
        officials.declareStake(scope, official, county, subject);
    }

    /** What the loop of problems must know of a subject and of who answers for it; empty outside the scope. */
    @Transactional(readOnly = true)
    public Optional<About> about(Scope scope, UUID subject) {
        return abouts.about(scope.as(Role.READERS), subject);
    }

    /** Officials whom a subject could be given to by hand: of its grade's level and place, with their loads. */
    @Transactional(readOnly = true)
    public List<Choice> choices(Scope scope, UUID subject) {
        var open = byHand.subject(scope.as(Role.OFFICE), subject).orElseThrow(() -> Refusal.absent("subject"));
        if (open.grade() == null) return List.of();
        return byHand.choices(rules.inForce().pool(open.grade(), open.region()), rules.inForce().level(open.grade()).name());
    }

    /** An official and how many he answers for. */
    public record Choice(UUID id, String name, String post, int load) {}
}
