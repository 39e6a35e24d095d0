package io.liangze.official;

import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.identity.FirstCode;
import io.liangze.identity.PersonalAccounts;
import io.liangze.official.OfficialHistory.Entry;
import io.liangze.region.Regions;
import io.liangze.shared.Cursor;
import io.liangze.shared.Page;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final OfficialKeys keys;
    private final OfficialHistory history;
    private final OfficialStore store;
    private final OfficialCheck check;
    private final PersonalAccounts accounts;
    private final Regions regions;
    private final OfficialNumbers numbers;
    private final OfficialCards cards;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Officials(OfficialTable table, OfficialKeys keys, OfficialHistory history, OfficialStore store, OfficialCheck check,
              OfficialNumbers numbers, OfficialCards cards, PersonalAccounts accounts, Regions regions, Audit audit,
              ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.keys = keys;
        this.history = history;
        this.store = store;
        this.check = check;
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
        var keeper = scope.as(Role.KEEPERS);
        if (sent.id() != null) {
            var before = table.find(keeper, sent.id());
            if (before.isPresent()) return cards.masked(scope, before.get());
        }
        within(keeper, sent.region());
        var flaws = new Refusal.Flaws();
        var row = check.check(sent, flaws::add);
        flaws.refuse();

        refuseKnown(keeper, Objects.requireNonNull(row));
        var outcome = store.store(keeper, List.of(row), OfficialStore.Kept.NOTHING, row.id()).getFirst();
        if (outcome.refusal() != null)
            throw Refusal.invalid(OfficialColumns.PHONE.equals(outcome.header()) ? "phone" : "idNumber", outcome.refusal());
        var official = Objects.requireNonNull(outcome.after());
        audit.record(scope, Change.made("official.took-post", "OFFICIAL", official.id(), official.region(), Trait.values(official)));
        return cards.masked(scope, official);
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
        var keeper = scope.as(Role.KEEPERS);
        keys.lock();
        var was = inPost(keeper, id);
        var flaws = new Refusal.Flaws();
        var row = check.check(patched(was, patch), flaws::add);
        flaws.refuse();

        var after = store.changed(was, Objects.requireNonNull(row));
        refuseTaken(was, after);
        if (Trait.between(was, after).isEmpty()) return cards.masked(scope, was);
        store.replace(keeper, new Entry(OfficialAct.CHANGED, null, was, after));
        if (!was.name().equals(after.name()) || !was.phoneIndex().equals(after.phoneIndex()))
            accounts.provisionOfficials(keeper, id, List.of(store.account(after)));
        record(scope, "official.changed", was, after);
        return cards.masked(scope, after);
    }

    /**
     * Transfers to another post (调动). What he answered for in the old one ends the day before.
     *
     * @throws Refusal {@code official.absent} 404, {@code region.absent} 404 for a place outside the scope;
     *         {@code official.left} 409; {@code input.invalid} 422
     */
    @Transactional
    public Official transfer(Scope scope, UUID id, Transfer sent) {
        var keeper = scope.as(Role.KEEPERS);
        var was = table.lock(keeper, id).orElseThrow(() -> Refusal.absent("official"));
        within(keeper, sent.region());
        refuseLeft(was);
        var flaws = new Refusal.Flaws();
        check.place(sent.region(), sent.level(), flaws::add);
        flaws.require(sent.post() != null && !sent.post().isBlank(), "post", "value.missing");
        flaws.require(sent.post() == null || sent.post().length() <= 100, "post", "value.too-long", 100);
        flaws.require(sent.organisation() == null || sent.organisation().length() <= 100, "organisation", "value.too-long", 100);
        checkDate(sent.date(), was, flaws);
        flaws.refuse();

        var organisation = sent.organisation() == null || sent.organisation().isBlank() ? was.organisation() : sent.organisation().strip();
        var after = was.transferred(Objects.requireNonNull(sent.region()), Objects.requireNonNull(sent.level()), organisation,
            Objects.requireNonNull(sent.post()).strip(), Objects.requireNonNull(sent.date()));
        if (Trait.between(was, after).isEmpty()) return cards.masked(scope, was);
        store.replace(keeper, new Entry(OfficialAct.TRANSFERRED, null, was, after));
        accounts.moveOfficial(keeper, id, after.region());
        record(scope, "official.transferred", was, after);
        return cards.masked(scope, after);
    }

    /**
     * Leaves (离任): answers for nothing from that day on, and his account ends.
     *
     * @throws Refusal {@code official.absent} 404; {@code official.left} 409 unless it is the same leave again;
     *         {@code input.invalid} 422
     */
    @Transactional
    public Official leave(Scope scope, UUID id, Leaving sent) {
        var keeper = scope.as(Role.KEEPERS);
        var was = table.lock(keeper, id).orElseThrow(() -> Refusal.absent("official"));
        if (was.state() == OfficialState.LEFT && Objects.equals(was.leftOn(), sent.date())
            && Objects.equals(was.leftReason(), sent.reason())) return cards.masked(scope, was);
        refuseLeft(was);
        var flaws = new Refusal.Flaws();
        flaws.require(sent.reason() != null && !sent.reason().isBlank(), "reason", "value.missing");
        flaws.require(sent.reason() == null || sent.reason().length() <= 200, "reason", "value.too-long", 200);
        checkDate(sent.date(), was, flaws);
        flaws.refuse();

        var after = was.left(Objects.requireNonNull(sent.date()), Objects.requireNonNull(sent.reason()));
        store.replace(keeper, new Entry(OfficialAct.LEFT, sent.reason(), was, after));
        accounts.endOfficial(keeper, id);
        record(scope, "official.left", was, after);
        return cards.masked(scope, after);
    }

    /**
     * Declares that he has a stake in a subject and must not answer for it (回避); the office does, or he himself.
     *
     * @param county 6 digits, of the subject
     * @throws Refusal {@code official.absent} 404; {@code role.insufficient} 403
     */
    @Transactional
    public void declareStake(Scope scope, UUID id, String county, UUID subject) {
        var official = stored(scope, id);
        if (scope.official().filter(id::equals).isEmpty()) scope.as(Role.KEEPERS);
        if (!county.matches("\\d{6}")) throw Refusal.invalid("county", "value.unfit");
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

    private Stored inPost(Scope keeper, UUID id) {
        var official = table.lock(keeper, id).orElseThrow(() -> Refusal.absent("official"));
        refuseLeft(official);
        return official;
    }

    private static void refuseLeft(Stored official) {
        if (official.state() == OfficialState.LEFT) throw Refusal.conflict("official.left");
    }

    /** A place outside the scope is not there; an unknown one is a flaw. */
    private void within(Scope keeper, @Nullable String region) {
        if (region != null && regions.exists(keeper, region) && !keeper.holds(region)) throw Refusal.absent("region");
    }

    private void refuseKnown(Scope keeper, OfficialRow row) {
        keys.lock();
        var idNumber = row.idNumber();
        if (idNumber != null && isInPost(idNumber.value())) throw Refusal.invalid("idNumber", "official.person-known");
        if (idNumber == null && isInPost(row.phone().value())) throw Refusal.invalid("phone", "official.mobile-taken");
    }

    private boolean isInPost(String number) {
        return table.of(keys.owners(numbers.keysOf(number)).values()).stream().anyMatch(o -> o.state() == OfficialState.IN_POST);
    }

    private void refuseTaken(Stored was, Stored after) {
        var claimed = OfficialNumbers.keysOf(after).stream().filter(key -> !OfficialNumbers.keysOf(was).contains(key)).toList();
        for (var key : keys.owners(claimed).keySet())
            throw key.equals(OfficialKeys.ofMobile(after.phoneIndex()))
                ? Refusal.invalid("phone", "official.mobile-taken") : Refusal.invalid("idNumber", "official.person-known");
    }

    private void checkDate(@Nullable LocalDate date, Stored was, Refusal.Flaws flaws) {
        if (date == null) flaws.add("date", "value.missing");
        else flaws.require(!date.isAfter(LocalDate.now(clock)), "date", "official.future")
            .require(!date.isBefore(was.since()), "date", "official.before-post", was.since().toString());
    }

    private NewOfficial patched(Stored was, OfficialPatch patch) {
        return new NewOfficial(was.id(), text(patch.name(), was.name()), text(patch.idNumber(), numbers.openIdNumber(was)),
            text(patch.phone(), numbers.open(was.phone())),
            text(patch.organisation(), was.organisation()), text(patch.post(), was.post()), was.level(), was.region(),
            text(patch.field(), was.field()), patch.lead() == null ? (Boolean) was.lead() : patch.lead().orElse(false),
            text(patch.linkedCounty(), was.linkedCounty()), was.since(),
            patch.partyMember() == null ? was.partyMember() : patch.partyMember().orElse(null));
    }

    private static @Nullable String text(@Nullable Optional<String> sent, @Nullable String was) {
        return sent == null ? was : sent.orElse(null);
    }

    private void record(Scope scope, String act, Stored before, Stored after) {
        var traits = Trait.between(before, after);
        audit.record(scope, new Change(act, "OFFICIAL", after.id(), after.region(), Trait.values(traits, before), Trait.values(traits, after)));
    }
}
