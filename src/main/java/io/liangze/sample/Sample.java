package io.liangze.sample;

import io.liangze.assignment.Trial;
import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.problem.Deadlines;
import io.liangze.region.Level;
import io.liangze.region.RegionRow;
import io.liangze.region.Regions;
import io.liangze.shared.Scope;
import io.liangze.subject.Grading;
import io.liangze.supervision.Checklists;
import io.liangze.supervision.Frequency;
import io.liangze.tally.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Loads a sample: county by county, each in one transaction, two at a time; one that was interrupted goes on where it was. */
@Component
class Sample {

    private static final double SHARE_OF_A = 0.002;
    private static final int AT_A_TIME = 2;
    /** Of photos, which wait for the disk rather than the processor. */
    private static final int SENDERS = 6;

    private final Regions regions;
    private final Grading grading;
    private final Trial trial;
    private final Frequency frequency;
    private final Deadlines deadlines;
    private final Checklists checklists;
    private final Writing writing;
    private final DemoAccounts accounts;
    private final Photographer photographer;
    private final Tally tally;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    Sample(Regions regions, Grading grading, Trial trial, Frequency frequency, Deadlines deadlines, Checklists checklists, Writing writing,
           DemoAccounts accounts, Photographer photographer, Tally tally, Audit audit, JdbcClient jdbc, JsonMapper json, TransactionTemplate transaction) {
        this.regions = regions;
        this.grading = grading;
        this.trial = trial;
        this.frequency = frequency;
        this.deadlines = deadlines;
        this.checklists = checklists;
        this.writing = writing;
        this.accounts = accounts;
        this.photographer = photographer;
        this.tally = tally;
        this.audit = audit;
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = transaction;
    }

    /**
     * What to load.
     *
     * @param today  nothing in it lies later than its first moment
     * @param prefix of the accounts' user names; empty in a demonstration
     */
    record Order(SampleSize size, Stage stage, long seed, LocalDate today, String prefix) {

        Instant now() {
            return today.atStartOfDay(Making.OFFICE_TIME).toInstant();
        }
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

    /** What all counties must know of each other. @param many businesses by county */
    record Plan(Order order, List<County> counties, Map<String, Making.City> cities, Map<String, Integer> many, Making making, Made home,
                Leaders leaders) {

        Made made(County county) {
            return county.code().equals(home.county().code()) ? home
                : making.county(county, Objects.requireNonNull(cities.get(county.city())), Objects.requireNonNull(many.get(county.code())));
        }
    }

    /**
     * Makes the accounts and writes all counties that are not there yet.
     *
     * @param places all of them: provinces, cities, counties and what lies in these
     */
    List<DemoAccounts.Shown> load(Order order, List<RegionRow> places, String password, Consumer<Progress> report) {
        transaction.executeWithoutResult(_ -> regions.load(Scope.system(), places));
        var plan = plan(order, places);
        var shown = accounts(plan, password);
        cityOfficials(plan);
        counties(plan, report);
        inParallel(AT_A_TIME, Writing.TABLES, table -> jdbc.sql("analyze " + table).update());
        inParallel(AT_A_TIME, plan.counties, county -> tally.rebuild(Scope.system(), county.digits()));
        jdbc.sql("analyze tally_total").update();
        return shown;
    }

    /** The accounts once more with another password, of a sample that is there. */
    List<DemoAccounts.Shown> renew(Order order, List<RegionRow> places, String password) {
        return accounts(plan(order, places), password);
    }

    private List<DemoAccounts.Shown> accounts(Plan plan, String password) {
        var offices = Offices.of(plan.order.stage(), plan.home.county(), plan.order.seed());
        return Objects.requireNonNull(transaction.execute(_ -> accounts.make(plan.order, plan.leaders, offices, password)));
    }

    /** Makes up what goes beyond one county; writes nothing. */
    Plan plan(Order order, List<RegionRow> places) {
        var making = new Making(order.size(), order.stage(), order.seed(), order.today(), Past.quarters(order.size(), order.today()).getFirst().first(), grading, trial);
        var counties = counties(order, places);
        var many = many(order, counties);
        var important = important(order, counties, many);
        var cities = new TreeMap<String, Making.City>();
        int[] number = {counties.size()};
        counties.stream().collect(Collectors.groupingBy(County::city, TreeMap::new, Collectors.toList())).forEach((code, own) ->
            cities.put(code, making.city(code, own.getFirst().cityName(), number[0]++, own, county -> important.get(county.code()))));
        var home = counties.stream().filter(c -> c.code().equals(order.stage().county())).findFirst().orElseThrow();
        var city = Objects.requireNonNull(cities.get(home.city()));
        var made = making.county(home, city, many.get(home.code()));
        return new Plan(order, counties, cities, many, making, made, Leaders.of(order.stage(), city, made));
    }

    private List<County> counties(Order order, List<RegionRow> places) {
        var byCode = places.stream().collect(Collectors.toMap(RegionRow::code, Function.identity(), (a, _) -> a));
        var below = places.stream().filter(p -> p.level() == Level.TOWNSHIP || p.level() == Level.VILLAGE)
            .collect(Collectors.groupingBy(p -> p.code().substring(0, 6)));
        var lands = new HashMap<String, Land>();
        places.stream().filter(p -> p.level() == Level.CITY).forEach(city -> lands.putAll(Land.ofCity(json, city.code())));
        var codes = places.stream().filter(p -> p.level() == Level.COUNTY).map(RegionRow::code).sorted().toList();
        var counties = new ArrayList<County>();
        for (var code : codes)
            counties.add(County.of(code, counties.size(), byCode, below.getOrDefault(code.substring(0, 6), List.of()), lands.get(code.substring(0, 6)), order.seed()));
        return counties;
    }

    /** How many businesses each county has: by the weight of its villages, and exact in all. */
    private static Map<String, Integer> many(Order order, List<County> counties) {
        double sum = counties.stream().mapToDouble(c -> weight(order, c)).sum();
        var many = new LinkedHashMap<String, Integer>();
        double upTo = 0;
        long given = 0;
        for (var county : counties) {
            upTo += weight(order, county);
            long all = Math.round(upTo / sum * order.size().subjects());
            many.put(county.code(), (int) (all - given));
            given = all;
        }
        return many;
    }

    private static double weight(Order order, County county) {
        return county.villages().sum() * (county.code().equals(order.stage().county()) ? order.size().home() : 1);
    }

    private static Map<String, Integer> important(Order order, List<County> counties, Map<String, Integer> many) {
        var important = new HashMap<String, Integer>();
        double upTo = 0;
        for (var county : counties) {
            double before = upTo;
            upTo += many.get(county.code()) * SHARE_OF_A;
            int share = (int) (Math.floor(upTo) - Math.floor(before));
            important.put(county.code(), county.code().equals(order.stage().county()) ? Math.max(2, share) : share);
        }
        return important;
    }

    private void cityOfficials(Plan plan) {
        var cadres = plan.cities.values().stream().flatMap(city -> city.cadres().stream()).toList();
        transaction.executeWithoutResult(_ -> {
            if (jdbc.sql("select exists (select from official where county_code = :city and id = :id)")
                .param("city", cadres.getFirst().county()).param("id", cadres.getFirst().id()).query(Boolean.class).single()) return;
            writing.officials(cadres, plan.order.now());
        });
    }

    private void counties(Plan plan, Consumer<Progress> report) {
        var there = jdbc.sql("select distinct county_code from generation").query(String.class).set();
        var open = plan.counties.stream().filter(c -> !there.contains(c.digits()))
            .sorted(Comparator.comparing((County c) -> plan.many.get(c.code())).reversed()).toList();
        var sheets = new Sheets(checklists, plan.order.today());
        var progress = new AtomicReference<>(new Progress(plan.counties.size() - open.size(), plan.counties.size(), 0, 0, 0, 0));
        inParallel(AT_A_TIME, open, county -> {
            var told = tell(plan, county, sheets);
            write(plan.order, told, sheets.version());
            report.accept(progress.updateAndGet(before -> before.plus(told)));
        });
    }

    /** Makes up one county; writes nothing. */
    Told tell(Plan plan, County county, Sheets sheets) {
        var order = plan.order;
        var made = plan.made(county);
        return new Told(made, new Past(order.size(), order.today(), frequency, deadlines, sheets, made, Offices.actors(county, order.seed()),
            plan.leaders, zeal(order, county), Chance.of(order.seed(), "past " + county.code())).tell());
    }

    /** By how much the counties of a city do better or worse than usual. */
    private static double zeal(Order order, County county) {
        return 0.16 * (Chance.of(order.seed(), "zeal " + county.city()).part() - 0.5);
    }

    /** Photos before the rows that name them: of a county that is there nothing is missing. */
    private void write(Order order, Told told, String checklist) {
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
