package io.liangze.assignment;

import io.liangze.assignment.AssignmentTable.Covered;
import io.liangze.assignment.AssignmentTable.New;
import io.liangze.assignment.AssignmentTable.Rekeyed;
import io.liangze.shared.Family;
import io.liangze.shared.Grade;
import io.liangze.shared.Scope;
import io.liangze.tally.Counted;
import io.liangze.tally.Delta;
import io.liangze.tally.Measure;
import io.liangze.tally.Tally;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps 已包保 (COVERED) by deltas, and tells how it is counted from the relations. */
@Component
class CoveredCounts implements Counted {

    private record Key(String region, String family, Grade grade, String season) {}

    private final Tally tally;

    CoveredCounts(Tally tally) {
        this.tally = tally;
    }

    void added(Collection<New> relations, LocalDate today) {
        var sums = new HashMap<Key, Long>();
        relations.forEach(r -> sums.merge(new Key(r.region(), r.family(), r.grade(), r.season()), 1L, Long::sum));
        write(sums, today);
    }

    void takenBack(Collection<Covered> relations, LocalDate today) {
        var sums = new HashMap<Key, Long>();
        relations.forEach(r -> sums.merge(new Key(r.region(), r.family(), r.grade(), r.season()), -1L, Long::sum));
        write(sums, today);
    }

    void moved(Collection<Rekeyed> relations, LocalDate today) {
        var sums = new HashMap<Key, Long>();
        relations.forEach(r -> {
            sums.merge(new Key(r.region(), r.family(), r.grade(), r.season()), -1L, Long::sum);
            sums.merge(new Key(r.newRegion(), r.newFamily(), r.grade(), r.newSeason()), 1L, Long::sum);
        });
        write(sums, today);
    }

    private void write(Map<Key, Long> sums, LocalDate today) {
        tally.add(Scope.system(), sums.entrySet().stream().map(e -> new Delta(e.getKey().region(), YearMonth.from(today),
            Family.valueOf(e.getKey().family()), e.getKey().grade(), Measure.COVERED, e.getKey().season(), e.getValue())).toList());
    }

    @Override
    public Set<Measure> measures() {
        return Set.of(Measure.COVERED);
    }

    @Override
    public String facts() {
        return """
            select s.region as place, 'NOW' as period, s.family, s.grade, 'COVERED' as measure,
                   case s.status when 'SEASONAL' then s.season else '' end as mark, count(*) as n
            from subject s
            where s.county_code = :county and s.status in ('ACTIVE', 'SEASONAL')
              and exists (select from assignment a where a.county_code = s.county_code and a.subject = s.id and a.until is null)
            group by s.region, s.family, s.grade, 6
            """;
    }
}
