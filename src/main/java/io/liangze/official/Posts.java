package io.liangze.official;

import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.identity.PersonalAccounts;
import io.liangze.official.OfficialHistory.Entry;
import io.liangze.region.Regions;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a post is taken, changed, exchanged and left: what {@link Officials} promises, within its transactions. */
@Component
class Posts {

    private final OfficialTable table;
    private final OfficialKeys keys;
    private final OfficialStore store;
    private final OfficialCheck check;
    private final PersonalAccounts accounts;
    private final Regions regions;
    private final OfficialNumbers numbers;
    private final OfficialCards cards;
    private final Audit audit;
    private final Clock clock;

    Posts(OfficialTable table, OfficialKeys keys, OfficialStore store, OfficialCheck check, PersonalAccounts accounts, Regions regions,
          OfficialNumbers numbers, OfficialCards cards, Audit audit, Clock clock) {
        this.table = table;
        this.keys = keys;
        this.store = store;
        this.check = check;
        this.accounts = accounts;
        this.regions = regions;
        this.numbers = numbers;
        this.cards = cards;
        this.audit = audit;
        this.clock = clock;
    }

    Official take(Scope scope, NewOfficial sent) {
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

    Official change(Scope scope, UUID id, OfficialPatch patch) {
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

    Official transfer(Scope scope, UUID id, Transfer sent) {
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

    Official leave(Scope scope, UUID id, Leaving sent) {
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
