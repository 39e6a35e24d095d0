package io.liangze.subject;

import io.liangze.shared.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what lies around subjects: stores of their chains, schools near them, problems found at them. */
@Repository
class AroundTable {

    private static final String SCHOOLS = """
        select s.county_code, s.longitude, s.latitude from subject s
        where s.kind in ('N1', 'N2', 'N3') and s.longitude is not null and s.latitude is not null and s.status in ('ACTIVE', 'SEASONAL')""";

    private final JdbcClient jdbc;
    private final Clock clock;

    AroundTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param particulars of all subjects that will be graded
     * @param known       those of them that are there already
     */
    Around of(Collection<Particulars> particulars, Collection<Subject> known) {
        return new Around(stores(particulars), schools(particulars), known.isEmpty() ? Map.of() : history(known));
    }

    private Map<String, Integer> stores(Collection<Particulars> particulars) {
        var codes = particulars.stream().filter(p -> p.stores() == null && p.creditCode() != null && Around.isHeadOffice(p))
            .map(p -> Objects.requireNonNull(p.creditCode()).value()).distinct().toArray(String[]::new);
        if (codes.length == 0) return Map.of();
        var stores = new HashMap<String, Integer>();
        jdbc.sql("""
                select s.head_office, count(*) as stores from subject s
                where s.head_office = any(:codes) and s.chain_role = 'STORE' and s.status in ('ACTIVE', 'SEASONAL', 'SUSPENDED')
                group by s.head_office
                """).param("codes", codes)
            .query((row, _) -> stores.put(row.getString("head_office"), row.getInt("stores"))).list();
        return stores;
    }

    /** The schools that an import brought. */
    Around schoolsOf(UUID origin) {
        var schools = new HashMap<String, Set<Around.Point>>();
        jdbc.sql(SCHOOLS + " and s.origin = :origin").param("origin", origin).query((row, _) -> add(schools, row)).list();
        return new Around(Map.of(), listed(schools), Map.of());
    }

    /** Those that are there, and those that come together with whom they draw. */
    private Map<String, List<Around.Point>> schools(Collection<Particulars> particulars) {
        var counties = particulars.stream().filter(p -> p.longitude() != null && Around.NEAR_CAMPUS.contains(p.kind()))
            .map(Particulars::county).collect(Collectors.toSet());
        if (counties.isEmpty()) return Map.of();
        var schools = new HashMap<String, Set<Around.Point>>();
        jdbc.sql(SCHOOLS + " and s.county_code = any(cast(:counties as char(6)[]))").param("counties", counties.toArray(String[]::new))
            .query((row, _) -> add(schools, row)).list();
        for (var p : particulars) Around.campus(p).ifPresent(at -> add(schools, p.county(), at));
        return listed(schools);
    }

    private static boolean add(Map<String, Set<Around.Point>> schools, ResultSet row) throws SQLException {
        return add(schools, row.getString("county_code"), new Around.Point(row.getDouble("longitude"), row.getDouble("latitude")));
    }

    private static boolean add(Map<String, Set<Around.Point>> schools, String county, Around.Point at) {
        return schools.computeIfAbsent(county, _ -> new HashSet<>()).add(at);
    }

    private static Map<String, List<Around.Point>> listed(Map<String, Set<Around.Point>> schools) {
        return schools.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, county -> List.copyOf(county.getValue())));
    }

    /** Serious problems of the last two ended quarters, and failed samplings of twelve months. */
    private Map<UUID, GradingFacts.History> history(Collection<Subject> known) {
        var today = LocalDate.now(clock);
        var last = Period.of(Period.Every.QUARTER, today).previous();
        var history = new HashMap<UUID, GradingFacts.History>();
        jdbc.sql("""
                select p.subject,
                       count(*) filter (where p.severity <> 'GENERAL' and p.opened_on between :lastFirst and :lastLast) as serious_last,
                       count(*) filter (where p.severity <> 'GENERAL' and p.opened_on between :beforeFirst and :beforeLast) as serious_before,
                       count(*) filter (where p.source = 'SAMPLING' and p.opened_on > :yearAgo) as samplings
                from problem p
                where p.county_code = any(cast(:counties as char(6)[])) and p.subject = any(:subjects) and p.state <> 'CANCELLED'
                  and p.opened_on >= least(:beforeFirst, :yearAgo)
                group by p.subject
                """)
            .param("counties", known.stream().map(Subject::county).distinct().toArray(String[]::new))
            .param("subjects", known.stream().map(Subject::id).toArray(UUID[]::new))
            .param("lastFirst", last.first()).param("lastLast", last.last())
            .param("beforeFirst", last.previous().first()).param("beforeLast", last.previous().last())
            .param("yearAgo", today.minusMonths(12))
            .query((row, _) -> history.put(row.getObject("subject", UUID.class), new GradingFacts.History(0, 0,
                row.getInt("samplings"), row.getInt("serious_last"), row.getInt("serious_before")))).list();
        return history;
    }
}
