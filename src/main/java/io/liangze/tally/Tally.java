package io.liangze.tally;

import io.liangze.shared.Family;
import io.liangze.shared.Period;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps counts by place and period, so that a figure costs a few index reads and is exact at each moment. */
@Service
public class Tally {

    /** The period of a stock: what is there now. */
    public static final String NOW = "NOW";

    private final TallyTable table;
    private final ObjectProvider<Counted> counted;

    /** @param counted asked for at the first check: modules that count also write deltas here */
    Tally(TallyTable table, ObjectProvider<Counted> counted) {
        this.table = table;
        this.counted = counted;
    }

    /** Adds changes; belongs to the transaction of the fact. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Scope scope, Collection<Delta> deltas) {
        table.add(deltas);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Scope scope, Delta... deltas) {
        table.add(List.of(deltas));
    }

    /**
     * Adds the changes of many facts by one statement.
     *
     * @param select yields {@code county_code, place, period, family, grade, measure, mark, n}; a stock twice: with
     *               period {@link #NOW} and with the month of the change
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addFrom(Scope scope, String select, Map<String, ?> params) {
        table.addFrom(select, params);
    }

    /**
     * Reads the counts of several places over a period, exact at this moment.
     *
     * @param places what is asked for, each with the places (county or below) whose sum it is
     * @param period months or longer; a stock is read as it was at its end, or now if it runs
     * @param today  tells whether the period runs, and which due dates have passed
     */
    @Transactional(readOnly = true)
    public List<Count> read(Scope scope, Map<String, List<String>> places, Period period, @Nullable Family family,
                            LocalDate today) {
        return Objects.requireNonNull(read(scope, places, List.of(period), family, today).get(period));
    }

    /** The same over several periods at once. */
    @Transactional(readOnly = true)
    public <P extends Period> Map<P, List<Count>> read(Scope scope, Map<String, List<String>> places, List<P> periods,
                                                       @Nullable Family family, LocalDate today) {
        scope.as(Role.FIGURE_READERS);
        var months = periods.stream().map(period -> Months.of(period, YearMonth.from(today))).toList();
        var cells = new Cells(places);
        var kept = table.read(cells, Months.read(months), family, today);
        var counts = new HashMap<P, List<Count>>();
        for (int i = 0; i < periods.size(); i++) counts.put(periods.get(i), counts(cells, months.get(i), kept));
        return counts;
    }

    private static List<Count> counts(Cells cells, Months months, List<Kept> kept) {
        var counts = new ArrayList<Count>();
        for (var k : kept) {
            int sign = months.sign(k);
            if (sign != 0) for (var asker : cells.askers(k.cell())) counts.add(new Count(asker, k.grade(), k.measure(), k.mark(), sign * k.n()));
        }
        return counts;
    }

    /** Folds deltas into totals; one folder at a time. @return how many deltas were folded, -1 if another folds */
    @Transactional
    public int fold(Scope scope) {
        return table.fold();
    }

    /** Recounts a county from the facts. @return where totals and facts differ; empty if all is well */
    @Transactional(readOnly = true)
    public List<Difference> check(Scope scope, String county) {
        return counted.stream().flatMap(c -> table.differences(c, county).stream()).toList();
    }

    /** Replaces the totals of a county by what the facts say: after a load of many facts at once. */
    @Transactional
    public void rebuild(Scope scope, String county) {
        table.lock(county);
        counted.forEach(c -> table.rebuild(c, county));
    }
}
