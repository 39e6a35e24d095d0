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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
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
     * @param today the last day that it tells of; nothing in it lies later
     */
    record Order(SampleSize size, Stage stage, long seed, LocalDate today) {}

    /** How far it has come. */
    record Progress(int counties, int of, long officials, long subjects, long visits, long problems) {
        Progress plus(Made made, Rows past) {
            return new Progress(counties + 1, of, officials + made.cadres().size(), subjects + made.businesses().size(),
                visits + past.visits.size(), problems + past.problems.size());
        }
    }

    /** Everything of an order that has its places in memory. */
    private record Plan(Order order, List<County> counties, Map<String, Making.City> cities, Map<String, Integer> many, Making making, Made home, Leaders leaders) {}

    /**
     * Makes the accounts and writes all counties that are not there yet.
     *
     * @param places all of them: provinces, cities, counties and what lies in these
     */
    List<DemoAccounts.Shown> load(Order order, List<RegionRow> places, String password, Consumer<Progress> told) {
        transaction.executeWithoutResult(_ -> regions.load(Scope.system(), places));
        var plan = plan(order, places);
        var shown = accounts(plan, password);
        cityOfficials(plan);
        counties(plan, told);
        Writing.tables().forEach(table -> jdbc.sql("analyze " + table).update());
        return shown;
    }

    /** The accounts once more with another password, of a sample that is there. */
    List<DemoAccounts.Shown> renew(Order order, List<RegionRow> places, String password) {
        return accounts(plan(order, places), password);
    }

    private List<DemoAccounts.Shown> accounts(Plan plan, String password) {
        var offices = Offices.of(plan.order.stage(), plan.home.county(), plan.order.seed());
        return Objects.requireNonNull(transaction.execute(_ -> accounts.make(plan.order.stage(), plan.leaders, offices, password)));
    }

    private Plan plan(Order order, List<RegionRow> places) {
        var making = new Making(order.size(), order.stage(), order.seed(), order.today(), Past.quarters(order.size(), order.today()).getFirst().first(), grading, trial);
        var counties = counties(order, places);
        var many = many(order, counties);
        var important = important(order, counties, many);
        var cities = new TreeMap<String, Making.City>();
        int[] number = {counties.size()};
        counties.stream().collect(Collectors.groupingBy(County::city, TreeMap::new, Collectors.toList())).forEach((code, own) ->
            cities.put(code, making.city(code, own.getFirst().cityName(), number[0]++, own, important::get)));
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

    private static Map<County, Integer> important(Order order, List<County> counties, Map<String, Integer> many) {
        var important = new HashMap<County, Integer>();
        double upTo = 0;
        for (var county : counties) {
            double before = upTo;
            upTo += many.get(county.code()) * SHARE_OF_A;
            int share = (int) (Math.floor(upTo) - Math.floor(before));
            important.put(county, county.code().equals(order.stage().county()) ? Math.max(2, share) : share);
        }
        return important;
    }

    private void cityOfficials(Plan plan) {
        transaction.executeWithoutResult(_ -> {
            if (jdbc.sql("select exists (select from official where level = 'CITY' and county_code = :city)")
                .param("city", plan.order.stage().city().substring(0, 6)).query(Boolean.class).single()) return;
            writing.officials(plan.cities.values().stream().flatMap(city -> city.cadres().stream()).toList(), now(plan.order));
        });
    }

    private void counties(Plan plan, Consumer<Progress> told) {
        var there = jdbc.sql("select distinct county_code from generation").query(String.class).set();
        var open = plan.counties.stream().filter(c -> !there.contains(c.digits()))
            .sorted(Comparator.comparing((County c) -> plan.many.get(c.code())).reversed()).toList();
        var sheets = new Sheets(checklists, plan.order.today());
        var progress = new Progress(plan.counties.size() - open.size(), plan.counties.size(), 0, 0, 0, 0);
        try (var two = Executors.newFixedThreadPool(AT_A_TIME)) {
            record Done(Made made, Rows past) {}
            var completion = new ExecutorCompletionService<Done>(two);
            for (var county : open) completion.submit(() -> {
                var made = county.code().equals(plan.home.county().code()) ? plan.home
                    : plan.making.county(county, Objects.requireNonNull(plan.cities.get(county.city())), plan.many.get(county.code()));
                return new Done(made, write(plan, made, sheets));
            });
            for (int i = 0; i < open.size(); i++) {
                var done = completion.take().get();
                progress = progress.plus(done.made(), done.past());
                told.accept(progress);
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("the sample could not be loaded", e);
        }
    }

    private Rows write(Plan plan, Made made, Sheets sheets) {
        var order = plan.order;
        var county = made.county();
        var past = new Past(order.size(), order.today(), frequency, deadlines, sheets, made, Offices.actors(county, order.seed()), plan.leaders,
            Chance.of(order.seed(), "past " + county.code())).tell();
        photographer.store(past.photos);
        transaction.executeWithoutResult(_ -> {
            writing.officials(made.cadres(), now(order));
            writing.subjects(made, now(order));
            writing.relations(made);
            writing.past(made, past, sheets.version(), Past.quarters(order.size(), order.today()), order.today());
            audit.record(Scope.system(), Change.made("sample.loaded", "SAMPLE", null, county.code(), Map.of("officials", made.cadres().size(),
                "subjects", made.businesses().size(), "tasks", past.tasks.size(), "visits", past.visits.size(), "problems", past.problems.size())));
        });
        tally.rebuild(Scope.system(), county.digits());
        return past;
    }

    private static Instant now(Order order) {
        return order.today().atStartOfDay(Making.OFFICE_TIME).toInstant();
    }
}
