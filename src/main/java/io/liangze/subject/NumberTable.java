package io.liangze.subject;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which number belongs to which subject; see {@link SubjectKeys}. */
@Repository
class NumberTable {

    private final JdbcClient jdbc;

    NumberTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who holds these numbers. */
    Map<String, SubjectTable.Ref> holders(Collection<String> keys) {
        var holders = new HashMap<String, SubjectTable.Ref>();
        if (keys.isEmpty()) return holders;
        jdbc.sql("select k.key, k.county_code, k.subject from subject_key k where k.key = any(:keys)")
            .param("keys", keys.toArray(String[]::new))
            .query((row, _) -> holders.put(row.getString("key"),
                new SubjectTable.Ref(row.getString("county_code"), row.getObject("subject", UUID.class)))).list();
        return holders;
    }

    /**
     * Gives up the numbers that steps leave behind and claims those that they take.
     *
     * @return numbers that somebody else holds: their steps must not be taken
     */
    Set<String> claim(Collection<Step> steps) {
        var gone = new ArrayList<String>();
        var taken = new TreeMap<String, Subject>();
        for (var step : steps) {
            var before = step.before() == null ? List.<String>of() : SubjectKeys.of(step.before().particulars());
            var after = step.act() == SubjectAct.MOVED ? List.<String>of() : SubjectKeys.of(step.after().particulars());
            for (var key : before) if (!after.contains(key)) gone.add(key);
            for (var key : after) if (!before.contains(key)) taken.put(key, step.after());
        }
        if (!gone.isEmpty())
            jdbc.sql("delete from subject_key where key = any(:keys)").param("keys", gone.toArray(String[]::new)).update();
        return taken.isEmpty() ? Set.of() : refused(taken);
    }

    /** In order of the numbers, so that two who claim the same ones do not wait for each other. */
    private Set<String> refused(TreeMap<String, Subject> taken) {
        int claimed = jdbc.sql("""
                insert into subject_key (key, county_code, subject)
                select k.key, cast(k.county as char(6)), k.subject
                from unnest(cast(:keys as text[]), cast(:counties as text[]), cast(:subjects as uuid[])) as k (key, county, subject)
                on conflict (key) do nothing
                """)
            .param("keys", taken.keySet().toArray(String[]::new))
            .param("counties", taken.values().stream().map(Subject::county).toArray(String[]::new))
            .param("subjects", taken.values().stream().map(Subject::id).toArray(UUID[]::new)).update();
        if (claimed == taken.size()) return Set.of();
        var refused = new HashSet<String>();
        holders(taken.keySet()).forEach((key, holder) -> {
            var wanted = taken.get(key);
            if (wanted != null && !wanted.id().equals(holder.id())) refused.add(key);
        });
        return refused;
    }
}
