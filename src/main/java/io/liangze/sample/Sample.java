package io.liangze.sample;

import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.problem.Deadlines;
import io.liangze.region.RegionRow;
import io.liangze.region.Regions;
import io.liangze.shared.Scope;
import io.liangze.supervision.Checklists;
import io.liangze.supervision.Frequency;
import io.liangze.tally.Tally;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads a sample: county by county, each in one transaction, two at a time; one that was interrupted goes on where it was. */
@Component
class Sample {

    private static final int AT_A_TIME = 2;
    /** Of photos, which wait for the disk rather than the processor. */
    private static final int SENDERS = 6;

    private final Regions regions;
    private final Planning planning;
    private final Frequency frequency;
    private final Deadlines deadlines;
    private final Checklists checklists;
    private final Writing writing;
    private final DemoAccounts accounts;
    private final Photographer photographer;
    private final Tally tally;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Sample(Regions regions, Planning planning, Frequency frequency, Deadlines deadlines, Checklists checklists, Writing writing,
           DemoAccounts accounts, Photographer photographer, Tally tally, Audit audit, JdbcClient jdbc, TransactionTemplate transaction) {
        this.regions = regions;
        this.planning = planning;
        this.frequency = frequency;
        this.deadlines = deadlines;
        this.checklists = checklists;
        this.writing = writing;
        this.accounts = accounts;
        this.photographer = photographer;
        this.tally = tally;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** How far it has come. */
    record Progress(int counties, int of, long officials, long subjects, long visits, long problems) {
        Progress plus(Told county) {
            return new Progress(counties + 1, of, officials + county.made.cadres().size(), subjects + county.made.businesses().size(),
                visits + county.past.visits.size(), problems + county.past.problems.size());
        }
    }

    /** A county as it is and as it was. */
    record Told(Made made, Rows past) {}

    /**
     * Makes the accounts and writes all counties that are not there yet.
     *
     * @param places all of them: provinces, cities, counties and what lies in these
     */
    List<DemoAccounts.Shown> load(SampleOrder order, List<RegionRow> places, String password, Consumer<Progress> report) {
        transaction.executeWithoutResult(_ -> regions.load(Scope.system(), places));
        var plan = planning.plan(order, places);
        var shown = accounts(plan, password);
        cityOfficials(plan);
        counties(plan, report);
        inParallel(AT_A_TIME, Writing.TABLES, table -> jdbc.sql("analyze " + table).update());
        inParallel(AT_A_TIME, plan.counties(), county -> tally.rebuild(Scope.system(), county.digits()));
        jdbc.sql("analyze tally_total").update();
        return shown;
    }

    /** The accounts once more with another password, of a sample that is there. */
    List<DemoAccounts.Shown> renew(SampleOrder order, List<RegionRow> places, String password) {
        return accounts(planning.plan(order, places), password);
    }

    private List<DemoAccounts.Shown> accounts(Plan plan, String password) {
        var offices = Offices.of(plan.order().stage(), plan.home().county(), plan.order().seed());
        return Objects.requireNonNull(transaction.execute(_ -> accounts.make(plan.order(), plan.leaders(), offices, password)));
    }

    private void cityOfficials(Plan plan) {
        var cadres = plan.cities().values().stream().flatMap(city -> city.cadres().stream()).toList();
        transaction.executeWithoutResult(_ -> {
            if (jdbc.sql("select exists (select from official where county_code = :city and id = :id)")
                .param("city", cadres.getFirst().county()).param("id", cadres.getFirst().id()).query(Boolean.class).single()) return;
            writing.officials(cadres, plan.order().now());
        });
    }

    private void counties(Plan plan, Consumer<Progress> report) {
        var there = jdbc.sql("select distinct county_code from generation").query(String.class).set();
        var open = plan.counties().stream().filter(c -> !there.contains(c.digits()))
            .sorted(Comparator.comparing((County c) -> plan.many().get(c.code())).reversed()).toList();
        var sheets = new Sheets(checklists, plan.order().today());
        var progress = new AtomicReference<>(new Progress(plan.counties().size() - open.size(), plan.counties().size(), 0, 0, 0, 0));
        inParallel(AT_A_TIME, open, county -> {
            var told = tell(plan, county, sheets);
            write(plan.order(), told, sheets.version());
            report.accept(progress.updateAndGet(before -> before.plus(told)));
        });
    }

    /** Makes up one county; writes nothing. */
    Told tell(Plan plan, County county, Sheets sheets) {
        var order = plan.order();
        var made = plan.made(county);
        return new Told(made, new Past(order.size(), order.today(), frequency, deadlines, sheets, made, Offices.actors(county, order.seed()),
            plan.leaders(), zeal(order, county), Chance.of(order.seed(), "past " + county.code())).tell());
    }

    /** By how much the counties of a city do better or worse than usual. */
    private static double zeal(SampleOrder order, County county) {
        return 0.16 * (Chance.of(order.seed(), "zeal " + county.city()).part() - 0.5);
    }

    /** Photos before the rows that name them: of a county that is there nothing is missing. */
    private void write(SampleOrder order, Told told, String checklist) {
        var made = told.made;
        var past = told.past;
        inParallel(SENDERS, past.photos, photographer::store);
        transaction.executeWithoutResult(_ -> {
            writing.officials(made.cadres(), order.now());
            writing.subjects(made, order.now());
            writing.relations(made);
            writing.past(made, past, checklist, Past.quarters(order.size(), order.today()));
            audit.record(Scope.system(), Change.made("sample.loaded", "SAMPLE", null, made.county().code(), Map.of("officials", made.cadres().size(),
                "subjects", made.businesses().size(), "tasks", past.tasks.size(), "visits", past.visits.size(), "problems", past.problems.size())));
        });
    }

    private static <T> void inParallel(int threads, Collection<T> items, Consumer<T> work) {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (var done : items.stream().map(item -> pool.submit(() -> work.accept(item))).toList()) done.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("the sample could not be loaded", e);
        }
    }
}
