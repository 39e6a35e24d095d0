package io.liangze.region;

import io.liangze.shared.Range;
import io.liangze.shared.Refusal.Flaws;
import io.liangze.shared.Scope;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What a load of places must keep: codes fit levels, parents exist, members of a zone do not overlap. */
final class RegionCheck {

    private final PlaceTree tree;
    private final Scope scope;

    RegionCheck(PlaceTree tree, Scope scope) {
        this.tree = tree;
        this.scope = scope;
    }

    void check(Collection<RegionRow> rows, Flaws flaws) {
        Map<String, RegionRow> sent = new HashMap<>();
        int i = 0;
        for (var row : rows) {
            var field = "rows[" + i++ + "].";
            if (!row.code().matches("\\d{12}")) {
                flaws.add(field + "code", "region.code");
                continue;
            }
            flaws.require(sent.put(row.code(), row) == null, field + "code", "region.twice");
            flaws.require(row.level() == Level.ZONE || row.level() == Level.of(row.code()), field + "level", "region.level");
            flaws.require(!row.name().isBlank() && row.name().length() <= 100, field + "name", "region.name");
            flaws.require(scope.holds(row.code()), field + "code", "region.outside");
        }
        i = 0;
        for (var row : rows) links(row, "rows[" + i++ + "].", sent, flaws);
    }

    private void links(RegionRow row, String field, Map<String, RegionRow> sent, Flaws flaws) {
        var parent = row.parent();
        flaws.require(parent == null ? row.level() == Level.PROVINCE : known(parent, sent), field + "parent", "region.parent");
        if (row.mergedInto() != null)
            flaws.require(known(row.mergedInto(), sent) && !row.mergedInto().equals(row.code()), field + "mergedInto", "region.successor");
        flaws.require(row.level() == Level.ZONE || row.members().isEmpty(), field + "members", "region.members");
        for (var member : row.members()) {
            flaws.require(member.matches("\\d{12}") && known(member, sent), field + "members", "region.member", member);
            if (!member.matches("\\d{12}")) return;
            flaws.require(row.members().stream().filter(m -> m.matches("\\d{12}"))
                .filter(m -> Range.of(m).holds(member)).count() == 1, field + "members", "region.overlap", member);
        }
    }

    private boolean known(String code, Map<String, RegionRow> sent) {
        return sent.containsKey(code) || tree.find(code).isPresent();
    }
}
