package io.liangze.subject;

import io.liangze.shared.Typed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a {@link SubjectFilter} asks for, as SQL over {@code subject s}. */
@Component
class SubjectSearch {

    /** @param join of the table of names, where a part of one is asked for */
    record Where(String join, String and, Map<String, Object> params) {}

    /** At work today: needs {@code :month}. */
    private static final String ACTIVE = "(s.status = 'ACTIVE' or s.status = 'SEASONAL' and season_holds(s.season, :month))";

    private static final String BY_NAME = "join subject_name n on n.county_code = s.county_code and n.subject = s.id";

    private final JdbcClient jdbc;
    private final Clock clock;

    SubjectSearch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Where where(SubjectFilter filter) {
        var all = new ArrayList<String>();
        var params = new HashMap<String, Object>();
        anyOf(all, params, "s.grade", "grades", filter.grade());
        anyOf(all, params, "s.kind", "kinds", filter.kind());
        anyOf(all, params, "s.family", "families", filter.family());
        anyOf(all, params, "s.status", "statuses", filter.status());
        if (filter.active() != null) {
            all.add((filter.active() ? "" : "not ") + ACTIVE);
            params.put("month", LocalDate.now(clock).getMonthValue());
        }
        if (filter.covered() != null)
            all.add((filter.covered() ? "" : "not ")
                + "exists (select from responsible r where r.county_code = s.county_code and r.subject = s.id)");
        if (!filter.flag().isEmpty())
            all.add("(" + String.join(" or ", filter.flag().stream().map(flag -> flagged(flag, params)).toList()) + ")");
        var q = filter.q();
        boolean byNumber = q != null && isNumber(q);
        if (q != null) all.add(byNumber ? numbered(q, params) : named(q, params));
        return new Where(q == null || byNumber ? "" : BY_NAME, all.isEmpty() ? "" : "and " + String.join(" and ", all), params);
    }

    private static void anyOf(List<String> all, Map<String, Object> params, String column, String name, List<? extends Enum<?>> values) {
        if (values.isEmpty()) return;
        all.add("%s in (:%s)".formatted(column, name));
        params.put(name, values.stream().map(Enum::name).toList());
    }

    private String flagged(SubjectFlag flag, Map<String, Object> params) {
        var today = LocalDate.now(clock);
        return switch (flag) {
            case LICENCE_EXPIRED -> {
                params.put("today", today);
                yield "s.licence_expires < :today";
            }
            case LICENCE_EXPIRING -> {
                params.put("today", today);
                params.put("soon", today.plusDays(SubjectFlag.SOON_DAYS));
                yield "s.licence_expires between :today and :soon";
            }
            case OVERRIDE_WAITING -> """
                exists (select from grade_override g
                        where g.county_code = s.county_code and g.subject = s.id and g.state = 'WAITING')""";
            case UNGRADED -> "s.status in ('ACTIVE', 'SEASONAL') and s.grade is null";
            default -> {
                params.put("flag" + flag.ordinal(), flag.name());
                yield ":flag%d = any(s.flags)".formatted(flag.ordinal());
            }
        };
    }

    private static String numbered(String q, Map<String, Object> params) {
        params.put("number", number(q));
        return "(s.credit_code = :number or s.licence_no = :number)";
    }

    /** One character has no pair: then the names within the scope are read. */
    private static String named(String q, Map<String, Object> params) {
        var name = q.toLowerCase(Locale.ROOT);
        params.put("part", "%" + name.replaceAll("([%_\\\\])", "\\\\$1") + "%");
        var pairs = NamePairs.of(name);
        if (pairs.isEmpty()) return "lower(n.name) like :part";
        params.put("pairs", pairs.toArray(String[]::new));
        return "n.pairs @> cast(:pairs as text[]) and lower(n.name) like :part";
    }

    /** Whether somebody has exactly this number; else it is taken for a part of a name. */
    private boolean isNumber(String q) {
        if (q.chars().filter(c -> c >= '0' && c <= '9').count() < 4) return false;
        return jdbc.sql("""
                select exists (select from subject s where s.credit_code = :number)
                    or exists (select from subject s where s.licence_no = :number)
                """).param("number", number(q)).query(Boolean.class).single();
    }

    private static String number(String q) {
        return LicenceNo.flaw(q).isEmpty() ? LicenceNo.of(q).value() : Typed.plain(q).toUpperCase(Locale.ROOT);
    }
}
