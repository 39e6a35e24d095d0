package io.liangze.official;

import io.liangze.identity.OfficialAccount;
import io.liangze.identity.PersonalAccounts;
import io.liangze.official.OfficialHistory.Entry;
import io.liangze.official.OfficialKeys.Owner;
import io.liangze.official.OfficialNumbers.Numbered;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Stores persons and posts, many at once, in a handful of statements: who is known by his numbers is changed, others are new. */
@Component
class OfficialStore {

    private final OfficialTable table;
    private final OfficialKeys keys;
    private final OfficialHistory history;
    private final PersonalAccounts accounts;
    private final OfficialNumbers numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OfficialStore(OfficialTable table, OfficialKeys keys, OfficialHistory history, PersonalAccounts accounts, OfficialNumbers numbers,
                  ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.keys = keys;
        this.history = history;
        this.accounts = accounts;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What became of a row: refused, or stored as {@code after}; equal to {@code before} where nothing changes.
     *
     * @param header  column of the flaw
     * @param refusal code of the flaw
     */
    record Outcome(@Nullable Stored before, @Nullable Stored after, @Nullable String header, @Nullable String refusal) {

        static Outcome refused(String header, String refusal) {
            return new Outcome(null, null, header, refusal);
        }

        boolean isUnchanged() {
            return before != null && after != null && Trait.between(before, after).isEmpty();
        }
    }

    /** What a row leaves as it is because its file has no such column. */
    interface Kept {
        Kept NOTHING = _ -> false;

        boolean keeps(String header);
    }

    /**
     * Stores the rows, within the caller's transaction.
     *
     * @param accountsUnder batch of the new accounts' one-time codes; null = no accounts
     * @return an outcome for each, in their order
     */
    List<Outcome> store(Scope scope, List<OfficialRow> rows, Kept kept, @Nullable UUID accountsUnder) {
        keys.lock();
        var numbered = rows.stream().map(numbers::of).toList();
        var owners = new HashMap<>(keys.owners(numbered.stream().flatMap(n -> n.keys().stream()).toList()));
        var known = table.of(new HashSet<>(owners.values())).stream().collect(Collectors.toMap(Stored::id, Function.identity()));
        var outcomes = new ArrayList<Outcome>(rows.size());
        var seen = new HashSet<UUID>();
        for (var row : numbered) {
            var outcome = decided(scope, row, owners, known, kept, seen);
            if (outcome.after() != null) seen.add(outcome.after().id());
            outcomes.add(outcome);
        }
        write(scope, outcomes, accountsUnder);
        return outcomes;
    }

    /** Replaces a row by another of the same person, and tells. */
    void replace(Scope scope, Entry entry) {
        var before = Objects.requireNonNull(entry.before());
        var after = entry.after();
        var now = clock.instant();
        table.delete(List.of(before));
        table.insert(List.of(after), now);
        keys.delete(OfficialNumbers.keysOf(before));
        keys.insert(OfficialNumbers.keysOf(after).stream().collect(Collectors.toMap(Function.identity(), _ -> Owner.of(after))));
        history.add(scope, List.of(entry), now);
        events.publishEvent(new OfficialsChanged(places(List.of(before, after)), List.of(after.id())));
    }

    private Outcome decided(Scope scope, Numbered row, Map<String, Owner> owners, Map<UUID, Stored> known, Kept kept,
                            Set<UUID> seen) {
        var person = owner(row, owners, known);
        var atNumber = owners.get(row.phoneKey());
        if (atNumber != null && (person == null || !atNumber.official().equals(person.id())))
            return Outcome.refused(OfficialColumns.PHONE, "official.mobile-taken");
        if (person != null && !scope.holds(person.region()))
            return Outcome.refused(row.idKey() == null ? OfficialColumns.PHONE : OfficialColumns.ID_NUMBER, "official.elsewhere");
        if (person != null && seen.contains(person.id())) return Outcome.refused(OfficialColumns.PHONE, "official.twice");
        var after = person == null ? fresh(row) : merged(row, person, kept);
        if (person != null) OfficialNumbers.keysOf(person).forEach(owners::remove);
        OfficialNumbers.keysOf(after).forEach(key -> owners.put(key, Owner.of(after)));
        known.put(after.id(), after);
        return new Outcome(person, after, null, null);
    }

    /**
     * Whose row it is: by the ID number; by the mobile number where the row has none, or where that person had none and
     * has the same name.
     */
    private static @Nullable Stored owner(Numbered row, Map<String, Owner> owners, Map<UUID, Stored> known) {
        var byNumber = owners.get(row.phoneKey());
        if (row.idKey() == null) return byNumber == null ? null : known.get(byNumber.official());
        var byId = owners.get(row.idKey());
        if (byId != null) return known.get(byId.official());
        if (byNumber == null) return null;
        var holder = known.get(byNumber.official());
        return holder != null && holder.idIndex() == null && holder.name().equals(row.row().name()) ? holder : null;
    }

    private Stored fresh(Numbered n) {
        var row = n.row();
        return new Stored(row.id(), row.region(), row.level(), row.name(), row.organisation(), row.post(), row.field(), row.lead(),
            row.linkedCounty(), row.idNumber() == null ? null : numbers.seal(row.idNumber().value()), n.idIndex(),
            numbers.seal(row.phone().value()), n.phoneIndex(), row.phone().masked(),
            Objects.requireNonNullElseGet(row.since(), () -> LocalDate.now(clock)), row.partyMember(), OfficialState.IN_POST, null,
            null, clock.instant());
    }

    /** The person with what a checked row says of him. */
    Stored changed(Stored was, OfficialRow row) {
        return merged(numbers.of(row), was, Kept.NOTHING);
    }

    private Stored merged(Numbered n, Stored was, Kept kept) {
        var row = n.row();
        boolean sameId = n.idIndex() == null || n.idIndex().equals(was.idIndex());
        boolean samePhone = n.phoneIndex().equals(was.phoneIndex());
        return new Stored(was.id(), row.region(), row.level(), row.name(), row.organisation(), row.post(),
            kept.keeps(OfficialColumns.FIELD) ? was.field() : row.field(),
            kept.keeps(OfficialColumns.LEAD) ? was.lead() : row.lead(),
            kept.keeps(OfficialColumns.LINKED_COUNTY) ? was.linkedCounty() : row.linkedCounty(),
            sameId ? was.idNumber() : numbers.seal(Objects.requireNonNull(row.idNumber()).value()),
            sameId ? was.idIndex() : n.idIndex(),
            samePhone ? was.phone() : numbers.seal(row.phone().value()), n.phoneIndex(), row.phone().masked(),
            Objects.requireNonNullElse(row.since(), since(was, row)),
            kept.keeps(OfficialColumns.PARTY_MEMBER) ? was.partyMember() : row.partyMember(), OfficialState.IN_POST, null, null,
            was.createdAt());
    }

    /** A post that is another begins today unless the row says when. */
    private LocalDate since(Stored was, OfficialRow row) {
        boolean same = was.state() == OfficialState.IN_POST && was.region().equals(row.region()) && was.level() == row.level();
        return same ? was.since() : LocalDate.now(clock);
    }

    private void write(Scope scope, List<Outcome> outcomes, @Nullable UUID accountsUnder) {
        var now = clock.instant();
        var gone = new ArrayList<Stored>();
        var there = new ArrayList<Stored>();
        var entries = new ArrayList<Entry>();
        for (var outcome : outcomes) {
            if (outcome.after() == null || outcome.isUnchanged()) continue;
            if (outcome.before() != null) gone.add(outcome.before());
            there.add(outcome.after());
            entries.add(Entry.of(outcome.before(), outcome.after()));
        }
        if (there.isEmpty()) return;
        if (!gone.isEmpty()) table.delete(gone);
        keys.delete(gone.stream().flatMap(o -> OfficialNumbers.keysOf(o).stream()).toList());
        table.insert(there, now);
        var claimed = new HashMap<String, Owner>();
        there.forEach(o -> OfficialNumbers.keysOf(o).forEach(key -> claimed.put(key, Owner.of(o))));
        keys.insert(claimed);
        history.add(scope, entries, now);
        if (accountsUnder != null) accounts.provisionOfficials(scope, accountsUnder, entries.stream()
            .filter(Entry::changesAccount).map(e -> account(e.after())).toList());
        var places = places(entries.stream().filter(Entry::changesMatching)
            .flatMap(e -> e.before() == null ? Stream.of(e.after()) : Stream.of(e.before(), e.after()))
            .toList());
        if (!places.isEmpty()) events.publishEvent(new OfficialsChanged(places, there.stream().map(Stored::id).toList()));
    }

    OfficialAccount account(Stored official) {
        return new OfficialAccount(official.id(), official.name(), numbers.open(official.phone()), official.region());
    }

    private static List<String> places(Collection<Stored> of) {
        return List.copyOf(of.stream().map(Stored::region).collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
