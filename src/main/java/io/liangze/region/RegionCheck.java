package io.liangze.region;

import io.liangze.shared.Range;
import io.liangze.shared.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a load of places must keep: codes fit levels, parents exist, members of a zone do not overlap. */
final class RegionCheck {

    private final PlaceTree tree;
    private final Scope scope;

    RegionCheck(PlaceTree tree, Scope scope) {
        this.tree = tree;
        this.scope = scope;
    }

    /** What is wrong with one row. @param at its position */
    record Fault(int at, String field, String code, Object... args) {}

    /** By position; empty if all may be loaded together. */
    List<Fault> check(List<RegionRow> rows) {
        var faults = new ArrayList<Fault>();
        Map<String, RegionRow> sent = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) own(rows.get(i), i, sent, faults);
        for (int i = 0; i < rows.size(); i++) links(rows.get(i), i, sent, faults);
        return faults;
    }

    private void own(RegionRow row, int at, Map<String, RegionRow> sent, List<Fault> faults) {
        if (!isCode(row.code())) {
            faults.add(new Fault(at, "code", "region.code"));
            return;
        }
        if (sent.put(row.code(), row) != null) faults.add(new Fault(at, "code", "region.twice"));
        boolean isOther = tree.find(row.code()).filter(known -> known.level() != row.level()).isPresent();
        if (isOther || row.level() != Level.ZONE && row.level() != Level.of(row.code())) faults.add(new Fault(at, "level", "region.level"));
        if (row.name().isBlank() || row.name().length() > 100) faults.add(new Fault(at, "name", "region.name"));
        if (!scope.holds(row.code())) faults.add(new Fault(at, "code", "region.outside"));
    }

    private void links(RegionRow row, int at, Map<String, RegionRow> sent, List<Fault> faults) {
        var parent = row.parent();
        if (parent == null ? row.level() != Level.PROVINCE : !known(parent, sent)) faults.add(new Fault(at, "parent", "region.parent"));
        var successor = row.mergedInto();
        if (successor != null && (successor.equals(row.code()) || !known(successor, sent)))
            faults.add(new Fault(at, "mergedInto", "region.successor"));
        if (row.level() != Level.ZONE && !row.members().isEmpty()) faults.add(new Fault(at, "members", "region.members"));
        for (var member : row.members()) {
            if (!isCode(member) || !known(member, sent)) faults.add(new Fault(at, "members", "region.member", member));
            else if (row.members().stream().filter(RegionCheck::isCode).filter(m -> Range.of(m).holds(member)).count() > 1)
                faults.add(new Fault(at, "members", "region.overlap", member));
        }
    }

    private boolean known(String code, Map<String, RegionRow> sent) {
        return sent.containsKey(code) || tree.find(code).isPresent();
    }

    private static boolean isCode(String text) {
        return text.matches("\\d{12}");
    }
}
