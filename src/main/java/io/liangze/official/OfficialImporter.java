package io.liangze.official;

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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of officials (干部名单). Whoever is new in it has an account afterwards. */
@Component
class OfficialImporter implements Importer<OfficialRow> {

    private static final Map<String, String> HEADERS = Map.ofEntries(
        Map.entry("name", OfficialColumns.NAME), Map.entry("idNumber", OfficialColumns.ID_NUMBER),
        Map.entry("phone", OfficialColumns.PHONE), Map.entry("organisation", OfficialColumns.ORGANISATION),
        Map.entry("post", OfficialColumns.POST), Map.entry("level", OfficialColumns.LEVEL),
        Map.entry("region", OfficialColumns.REGION), Map.entry("field", OfficialColumns.FIELD),
        Map.entry("linkedCounty", OfficialColumns.LINKED_COUNTY), Map.entry("from", OfficialColumns.FROM));

    private static final Set<String> REMATCHED = Set.of(OfficialColumns.REGION, OfficialColumns.LEVEL, OfficialColumns.LEAD,
        OfficialColumns.LINKED_COUNTY);

    private final OfficialCheck check;
    private final OfficialStore store;

    OfficialImporter(OfficialCheck check, OfficialStore store) {
        this.check = check;
        this.store = store;
    }

    @Override
    public String kind() {
        return "officials";
    }

    @Override
    public Set<Role> roles() {
        return Role.KEEPERS;
    }

    @Override
    public List<Column> columns() {
        return OfficialColumns.ALL;
    }

    @Override
    public Optional<String> followUp() {
        return Optional.of("/officials/codes/{0}");
    }

    @Override
    public @Nullable OfficialRow read(Import of, Cells cells) {
        var level = cells.read(OfficialColumns.LEVEL, OfficialColumns::level, "official.level");
        var lead = cells.yesNo(OfficialColumns.LEAD);
        var partyMember = cells.yesNo(OfficialColumns.PARTY_MEMBER);
        var from = cells.date(OfficialColumns.FROM);
        var levelRead = level.isPresent() || cells.text(OfficialColumns.LEVEL).isEmpty();
        return check.check(new NewOfficial(null, cells.text(OfficialColumns.NAME), cells.text(OfficialColumns.ID_NUMBER),
            cells.text(OfficialColumns.PHONE), cells.text(OfficialColumns.ORGANISATION), cells.text(OfficialColumns.POST),
            level.orElse(null), Typed.plain(cells.text(OfficialColumns.REGION)), cells.text(OfficialColumns.FIELD),
            lead.orElse(false), Typed.plain(cells.text(OfficialColumns.LINKED_COUNTY)), from.orElse(null), partyMember.orElse(null)),
            (field, code, args) -> {
                if (levelRead || !field.equals("level")) cells.flaw(Objects.requireNonNull(HEADERS.get(field)), code, args);
            });
    }

    @Override
    public List<String> keys(OfficialRow row) {
        var phone = "M" + row.phone().value();
        return row.idNumber() == null ? List.of(phone) : List.of(phone, "I" + row.idNumber().value());
    }

    @Override
    public void store(Scope scope, Import of, Batch<OfficialRow> batch) {
        var mine = new ArrayList<Line<OfficialRow>>();
        for (var line : batch.lines()) {
            if (scope.holds(line.value().region())) mine.add(line);
            else batch.reject(line, OfficialColumns.REGION, "region.outside");
        }
        var outcomes = store.store(scope, mine.stream().map(Line::value).toList(), header -> !of.has(header), of.id());
        for (int i = 0; i < mine.size(); i++) tell(batch, mine.get(i), outcomes.get(i));
    }

    private static void tell(Batch<OfficialRow> batch, Line<OfficialRow> line, OfficialStore.Outcome outcome) {
        var before = outcome.before();
        var after = outcome.after();
        if (outcome.refusal() != null || after == null)
            batch.reject(line, outcome.header(), Objects.requireNonNull(outcome.refusal()));
        else if (before == null) batch.created(line, after.id(), after.name());
        else if (outcome.isUnchanged()) batch.unchanged(line);
        else {
            var differences = Trait.between(before, after).stream().map(trait -> new Difference(trait.header(),
                OfficialColumns.written(trait.shown().apply(before)),
                OfficialColumns.written(trait.shown().apply(after)))).toList();
            if (differences.stream().anyMatch(d -> REMATCHED.contains(d.column())))
                batch.updated(line, after.id(), after.name(), differences, "official.rematch");
            else batch.updated(line, after.id(), after.name(), differences);
        }
    }
}
