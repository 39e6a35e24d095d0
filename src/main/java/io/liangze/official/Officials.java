package io.liangze.official;

import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.identity.FirstCode;
import io.liangze.identity.PersonalAccounts;
import io.liangze.region.Regions;
import io.liangze.shared.Cursor;
import io.liangze.shared.Page;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Responsible officials (包保干部): who they are, who takes a post, is transferred, leaves. */
@Service
public class Officials {

    /** Who sees officials: all who work in offices. */
    public static final Set<Role> READERS =
        EnumSet.of(Role.SYSTEM_ADMIN, Role.OFFICE, Role.LEADER, Role.OFFICIAL, Role.REGULATOR, Role.INSPECTOR);

    private static final int BATCH = 5_000;

    private final OfficialTable table;
    private final OfficialHistory history;
    private final OfficialStore store;
    private final Posts posts;
    private final PersonalAccounts accounts;
    private final Regions regions;
    private final OfficialNumbers numbers;
    private final OfficialCards cards;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Officials(OfficialTable table, OfficialHistory history, OfficialStore store, Posts posts,
              OfficialNumbers numbers, OfficialCards cards, PersonalAccounts accounts, Regions regions, Audit audit,
              ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.history = history;
        this.store = store;
        this.posts = posts;
        this.accounts = accounts;
        this.regions = regions;
        this.numbers = numbers;
        this.cards = cards;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** With masked numbers. @throws Refusal {@code official.absent} 404 */
    @Transactional(readOnly = true)
    public Official find(Scope scope, UUID id) {
        return cards.masked(scope, stored(scope, id));
    }

    /**
     * As {@link #find}; the numbers in clear for the office of the place and for the person himself, which is recorded.
     *
     * @throws Refusal {@code official.absent} 404
     */
    @Transactional
    public Official reveal(Scope scope, UUID id) {
        var official = stored(scope, id);
        if (!OfficialCards.mayOpen(scope, official)) return cards.masked(scope, official);
        audit.record(scope, Change.made("official.numbers-read", "OFFICIAL", id, official.region(), Map.of()));
        return cards.open(scope, official);
    }

    /** Whether {@link #reveal} would show the numbers. @throws Refusal {@code official.absent} 404 */
    @Transactional(readOnly = true)
    public boolean mayReveal(Scope scope, UUID id) {
        return OfficialCards.mayOpen(scope, stored(scope, id));
    }

    /** By place, then id; with masked numbers. @throws Refusal {@code region.absent} 404 */
    @Transactional(readOnly = true)
    public Page<Official> page(Scope scope, OfficialFilter filter, @Nullable Cursor after, int limit) {
        var within = regions.within(scope.as(READERS), filter.region());
        var wanted = numbers.wanted(filter);
        return Page.read(within, after, limit, (Stored o) -> new Cursor(o.region(), o.id()),
            (part, from, rows) -> table.list(part, wanted, from, rows)).map(o -> cards.masked(scope, o));
    }

    /** How many {@link #page} has in all. */
    @Transactional(readOnly = true)
    public long count(Scope scope, OfficialFilter filter) {
        return table.count(regions.within(scope.as(READERS), filter.region()), numbers.wanted(filter));
    }

    /**
     * Somebody takes a post. A person who had left and is known by his numbers is the same person again. His account's
     * one-time code waits for the sender: {@link #firstCodes}.
     *
     * @throws Refusal {@code role.insufficient} 403; {@code region.absent} 404 for a place outside the scope;
     *         {@code input.invalid} 422, also where the ID number or the mobile number is another official's
     */
    @Transactional
    public Official takePost(Scope scope, NewOfficial sent) {
        return posts.take(scope, sent);
    }

    /** The one-time code of the account that {@link #takePost} or an import made, for its sender, for ten minutes. */
    @Transactional
    public List<FirstCode> firstCodes(Scope scope, UUID batch) {
        return accounts.firstCodes(scope, batch);
    }

    /**
     * Changes what is no transfer.
     *
     * @throws Refusal {@code official.absent} 404; {@code official.left} 409; {@code input.invalid} 422
     */
    @Transactional
    public Official change(Scope scope, UUID id, OfficialPatch patch) {
        return posts.change(scope, id, patch);
    }

    /**
     * Transfers to another post (调动). What he answered for in the old one ends the day before.
     *
     * @throws Refusal {@code official.absent} 404, {@code region.absent} 404 for a place outside the scope;
     *         {@code official.left} 409; {@code input.invalid} 422
     */
    @Transactional
    public Official transfer(Scope scope, UUID id, Transfer sent) {
        return posts.transfer(scope, id, sent);
    }

    /**
     * Leaves (离任): answers for nothing from that day on, and his account ends.
     *
     * @throws Refusal {@code official.absent} 404; {@code official.left} 409 unless it is the same leave again;
     *         {@code input.invalid} 422
     */
    @Transactional
    public Official leave(Scope scope, UUID id, Leaving sent) {
        return posts.leave(scope, id, sent);
    }

    /**
     * Declares that he has a stake in a subject and must not answer for it (回避); the office does, or he himself. The
     * caller has made sure that the subject is there, in the scope.
     *
     * @param county 6 digits, of the subject
     * @throws Refusal {@code role.insufficient} 403; {@code official.absent} 404
     */
    @Transactional
    public void declareStake(Scope scope, UUID id, String county, UUID subject) {
        scope.as(Role.OFFICIAL, Role.OFFICE, Role.SYSTEM_ADMIN);
        var official = stored(scope, id);
        if (scope.official().filter(id::equals).isEmpty()) scope.as(Role.KEEPERS);
        if (!table.declareStake(county, subject, id, clock.instant())) return;
        audit.record(scope, Change.made("official.stake-declared", "OFFICIAL", id, official.region(), Map.of("subject", subject)));
        events.publishEvent(new OfficialsChanged(List.of(official.region()), List.of(id)));
    }

    /** What has become of him, newest first. @throws Refusal {@code official.absent} 404 */
    @Transactional(readOnly = true)
    public List<OfficialChange> history(Scope scope, UUID id) {
        stored(scope, id);
        return history.of(id);
    }

    /**
     * Many at once, without accounts: for the sample and for other systems of ours. Rows have been checked.
     *
     * @return how many are new
     * @throws IllegalArgumentException if a number belongs to two persons
     */
    public int load(Scope scope, Stream<OfficialRow> rows) {
        var keeper = scope.as(Role.KEEPERS);
        return rows.gather(Gatherers.windowFixed(BATCH)).mapToInt(batch -> load(keeper, batch)).sum();
    }

    private int load(Scope keeper, List<OfficialRow> rows) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var outcomes = store.store(keeper, rows, OfficialStore.Kept.NOTHING, null);
            outcomes.stream().filter(o -> o.refusal() != null).findFirst().ifPresent(o -> {
                throw new IllegalArgumentException(o.refusal());
            });
            int created = (int) outcomes.stream().filter(o -> o.before() == null).count();
            audit.record(keeper, Change.made("official.loaded", "OFFICIAL", null, keeper.home(), Map.of("rows", rows.size(), "created", created)));
            return created;
        }));
    }

    private Stored stored(Scope scope, UUID id) {
        return table.find(scope.as(READERS), id).orElseThrow(() -> Refusal.absent("official"));
    }
}
