package io.liangze.evidence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Photos and files (证据). Evidence belongs to its sender's county and is seen by him alone until a record names it; from
 * then on by whoever sees that record.
 */
@Service
public class Evidence {

    private static final UUID THE_PRODUCT = new UUID(0, 0);
    private static final String NO_COUNTY = "000000";

    private final EvidenceTable table;
    private final Examination examination;
    private final Copies copies;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Evidence(EvidenceTable table, Examination examination, Copies copies, Audit audit, Clock clock,
             TransactionTemplate transaction) {
        this.table = table;
        this.examination = examination;
        this.copies = copies;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Takes a file in. Its bytes are on disk, under their SM3, before anybody is told so.
     *
     * @return the receipt; the same one when the same id, or the same bytes from the same sender, come again
     * @throws Refusal {@code role.insufficient} 403; {@code evidence.too-large} 413; {@code evidence.type} 415;
     *     {@code input.invalid} 422: a broken picture, one of too many pixels, a time or place
     *     that is none, an id of somebody else's
     */
    public Stored store(Scope scope, Upload upload) {
        scope.as(Role.READERS);
        var before = upload.id() == null ? Optional.<Exhibit>empty() : table.find(county(scope), upload.id());
        if (before.isPresent()) return mine(scope, before.get()).stored();

        refuseUnfit(upload);
        try (var arrival = examination.receive(upload.file())) {
            var exhibit = exhibit(scope, upload, examination.examine(arrival));
            examination.keep(arrival);
            return transaction.execute(_ -> enter(scope, exhibit)).stored();
        }
    }

    /** Empty also for what is outside the scope. */
    @Transactional(readOnly = true)
    public Optional<Exhibit> find(Scope scope, UUID id) {
        var own = table.find(county(scope), id).filter(exhibit -> exhibit.sender().equals(sender(scope)));
        return own.isPresent() ? own : table.homeOfLinked(scope, id).flatMap(home -> table.find(home, id));
    }

    /**
     * The picture upright and without metadata, at most 2,048 pixels a side; a PDF as it came.
     *
     * @throws Refusal {@code evidence.absent} 404, also outside the scope
     */
    public Shown show(Scope scope, UUID id) {
        return copies.whole(found(scope, id));
    }

    /**
     * As {@link #show}, at most 320 pixels a side.
     *
     * @throws Refusal {@code evidence.absent} 404; {@code thumbnail.absent} 404 for a PDF
     */
    public Shown thumbnail(Scope scope, UUID id) {
        return copies.thumbnail(found(scope, id));
    }

    /** Those of {@code ids} that the sender may name in a new record: his own. The caller refuses the rest. */
    @Transactional(readOnly = true)
    public Set<UUID> require(Scope sender, Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : table.own(county(sender), sender(sender), ids);
    }

    /** Those of {@code ids} that the sender may name in what follows a record: his own, and what the record already names. */
    @Transactional(readOnly = true)
    public Set<UUID> require(Scope sender, Collection<UUID> ids, String kind, UUID record, String region) {
        if (ids.isEmpty()) return Set.of();
        var usable = new HashSet<>(require(sender, ids));
        usable.addAll(table.linked(region.substring(0, 6), kind, record, ids));
        return usable;
    }

    /**
     * Lets a record name the sender's evidence, so that whoever sees the record sees it; belongs to the transaction that
     * makes the record. Ids that are not his own are passed over: ask {@link #require} first. Harmless twice.
     *
     * @param kind   of the record: VISIT, PROBLEM …
     * @param region where the record's subject lies
     */
    @Transactional
    public void link(Scope sender, Collection<UUID> ids, String kind, UUID record, String region, UUID subject) {
        if (!ids.isEmpty())
            table.link(county(sender), sender(sender), List.copyOf(ids), kind, record, region, subject);
    }

    /** What the record names, in its order; empty also outside the scope. */
    @Transactional(readOnly = true)
    public List<Exhibit> ofRecord(Scope scope, String kind, UUID record) {
        return ofRecords(scope, kind, List.of(record)).getOrDefault(record, List.of());
    }

    /** What each of the records names, in its order; records without any are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Exhibit>> ofRecords(Scope scope, String kind, Collection<UUID> records) {
        if (records.isEmpty()) return Map.of();
        var links = table.links(scope, kind, records);
        var exhibits = exhibits(links);
        return links.stream().filter(link -> exhibits.containsKey(link.evidence())).collect(groupingBy(
            EvidenceTable.Link::record, LinkedHashMap::new, mapping(link -> Objects.requireNonNull(exhibits.get(link.evidence())), toList())));
    }

    private Map<UUID, Exhibit> exhibits(List<EvidenceTable.Link> links) {
        return links.stream().collect(groupingBy(EvidenceTable.Link::home, mapping(EvidenceTable.Link::evidence, toList())))
            .entrySet().stream().flatMap(county -> table.all(county.getKey(), county.getValue()).stream())
            .collect(toMap(Exhibit::id, Function.identity()));
    }

    private Exhibit enter(Scope scope, Exhibit exhibit) {
        var county = county(scope);
        if (!table.insert(county, exhibit))
            return table.findSame(county, exhibit.sender(), exhibit.sm3())
                .orElseGet(() -> mine(scope, table.find(county, exhibit.id()).orElseThrow()));
        audit.record(scope, Change.made("evidence.stored", "EVIDENCE", exhibit.id(), scope.home(), exhibit.stored()));
        return exhibit;
    }

    private Exhibit exhibit(Scope scope, Upload upload, Examination.Finding finding) {
        var id = upload.id() == null ? UuidCreator.getTimeOrderedEpoch() : upload.id();
        var takenAt = upload.takenAt() == null ? null : upload.takenAt().toInstant();
        return finding.exhibit(id, sender(scope), takenAt, upload.latitude(), upload.longitude(), clock.instant());
    }

    private Exhibit found(Scope scope, UUID id) {
        return find(scope, id).orElseThrow(() -> Refusal.absent("evidence"));
    }

    private static Exhibit mine(Scope scope, Exhibit exhibit) {
        if (exhibit.sender().equals(sender(scope))) return exhibit;
        throw Refusal.invalid("id", "evidence.id-taken");
    }

    private static void refuseUnfit(Upload upload) {
        var takenAt = upload.takenAt();
        var latitude = upload.latitude();
        var longitude = upload.longitude();
        new Refusal.Flaws()
            .require(takenAt == null || Claims.isTime(takenAt.toInstant()), "takenAt", "evidence.time")
            .require(latitude == null ? longitude == null : longitude != null && Claims.isPlace(latitude, longitude),
                "latitude", "evidence.place")
            .refuse();
    }

    private static UUID sender(Scope scope) {
        return Objects.requireNonNullElse(scope.account(), THE_PRODUCT);
    }

    private static String county(Scope scope) {
        var home = scope.home();
        return home == null ? NO_COUNTY : home.substring(0, 6);
    }
}
