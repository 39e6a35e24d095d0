package io.liangze.subject;

import io.liangze.tally.Counted;
import io.liangze.tally.Measure;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Counts subjects in operation from the table itself. */
@Component
class SubjectCounts implements Counted {

    @Override
    public Set<Measure> measures() {
        return Set.of(Measure.SUBJECTS);
    }

    @Override
    public String facts() {
        return """
            select s.region as place, 'NOW' as period, s.family, coalesce(s.grade, '-') as grade, 'SUBJECTS' as measure,
                   case s.status when 'SEASONAL' then s.season else '' end as mark, count(*) as n
            from subject s
            where s.county_code = :county and s.status in ('ACTIVE', 'SEASONAL')
            group by 1, 2, 3, 4, 5, 6""";
    }
}
