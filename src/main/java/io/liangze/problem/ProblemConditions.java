package io.liangze.problem;

import io.liangze.shared.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A filter as SQL over problems {@code p}. Only what narrows is written, so that the planner sees which index fits. */
final class ProblemConditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    ProblemConditions(ProblemFilter filter, Scope who, LocalDate today) {
        oneOf("state", filter.state());
        oneOf("severity", filter.severity());
        oneOf("source", filter.source());
        oneOf("grade", filter.grade());
        oneOf("family", filter.family());
        oneOf("kind", filter.kind());
        oneOf("subject", filter.subject().toArray(UUID[]::new));
        oneOf("official", filter.official().toArray(UUID[]::new));
        if (!filter.state().isEmpty() && !filter.state().contains(ProblemState.CLOSED)) conditions.add("p.state <> 'CLOSED'");
        if (filter.overdue()) overdue(today);
        if (filter.mine()) mine(who);
        if (!filter.period().isEmpty()) opened(filter);
        if (filter.q() != null) {
            conditions.add("position(lower(:q) in lower(p.subject_name)) > 0");
            params.put("q", filter.q());
        }
    }

    String sql() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    Map<String, Object> params() {
        return params;
    }

    private void overdue(LocalDate today) {
        conditions.add("p.state <> 'CLOSED' and p.state in ('OPEN', 'RECTIFIED', 'ESCALATED') and p.due < :today");
        params.put("today", today);
    }

    private void mine(Scope who) {
        var own = new ArrayList<String>();
        own.add("p.opened_by = :account");
        params.put("account", who.account());
        who.official().ifPresent(official -> {
            own.add("p.official = :own");
            params.put("own", official);
        });
        if (!who.subjects().isEmpty()) {
            own.add("p.subject = any (:ownSubjects)");
            params.put("ownSubjects", who.subjects().toArray(UUID[]::new));
        }
        conditions.add("(" + String.join(" or ", own) + ")");
    }

    private void opened(ProblemFilter filter) {
        var spans = new ArrayList<String>();
        for (int i = 0; i < filter.period().size(); i++) {
            spans.add("p.opened_on between :first%1$d and :last%1$d".formatted(i));
            params.put("first" + i, filter.period().get(i).first());
            params.put("last" + i, filter.period().get(i).last());
        }
        conditions.add("(" + String.join(" or ", spans) + ")");
    }

    private void oneOf(String column, Collection<?> values) {
        oneOf(column, values.stream().map(v -> v instanceof Enum<?> constant ? constant.name() : v.toString()).toArray(String[]::new));
    }

    private void oneOf(String column, Object[] values) {
        if (values.length == 0) return;
        conditions.add("p.%1$s = any (:%1$s)".formatted(column));
        params.put(column, values);
    }
}
