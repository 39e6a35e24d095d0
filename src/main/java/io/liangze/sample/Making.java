package io.liangze.sample;

import io.liangze.assignment.Trial;
import io.liangze.sample.Made.Relation;
import io.liangze.shared.Grade;
import io.liangze.subject.Grading;
import io.liangze.subject.Kind;
import io.liangze.subject.Season;
import io.liangze.subject.SubjectStatus;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes up the businesses and officials of counties, and matches them as the product would. */
final class Making {

    static final ZoneId OFFICE_TIME = ZoneId.of("Asia/Shanghai");
    private static final Set<Kind> SCHOOLS = EnumSet.of(Kind.N1, Kind.N2, Kind.N3);
    private static final Set<Kind> NEAR_SCHOOLS = EnumSet.of(Kind.C5, Kind.C6, Kind.C8, Kind.C9, Kind.S8);
    private static final List<Season> SEASONS = List.of(Season.of("3-10"), Season.of("5-9"), Season.of("10-2"), Season.of("4-11"));
    private static final List<String> ENDS = List.of("经营者申请注销", "合同到期不再经营", "房屋拆迁", "登记证到期未延续");

    private final SampleSize size;
    private final Stage stage;
    private final long seed;
    private final LocalDate today;
    private final LocalDate pastFrom;
    private final Grading grading;
    private final Trial trial;

    /** @param pastFrom the first day of the first quarter that has tasks */
    Making(SampleSize size, Stage stage, long seed, LocalDate today, LocalDate pastFrom, Grading grading, Trial trial) {
        this.size = size;
        this.stage = stage;
        this.seed = seed;
        this.today = today;
        this.pastFrom = pastFrom;
        this.grading = grading;
        this.trial = trial;
    }

    /** A city's officials, and who of them answers for which of its grade A businesses. */
    record City(String code, List<Cadre> cadres, Map<String, List<Business>> important, Map<UUID, Relation> relations) {}

    /** @param number among all places, see {@link Cadres} @param important how many grade A businesses a county has */
    City city(String code, String name, int number, List<County> counties, Function<County, Integer> important) {
        var cadres = new Cadres(size, stage, today, Chance.of(seed, "officials " + code), number).ofCity(code, name, counties.stream().map(County::code).toList());
        var businesses = new HashMap<String, List<Business>>();
        for (var county : counties) {
            var chance = Chance.of(seed, "important " + county.code());
            var papers = new Papers(county.digits(), today, 5_000);
            var made = new ArrayList<Business>();
            for (int i = 0; i < important.apply(county); i++) made.add(business(Grade.A, county, papers, chance));
            made.forEach(b -> grade(b, List.of()));
            businesses.put(county.code(), made);
        }
        var all = businesses.values().stream().flatMap(List::stream).filter(b -> b.grade() == Grade.A).toList();
        var relations = new HashMap<UUID, Relation>();
        match(Grade.A, cadres, all, relations);
        return new City(code, cadres, businesses, relations);
    }

    Made county(County county, City city, int many) {
        var officials = new Cadres(size, stage, today, Chance.of(seed, "officials " + county.code()), county.number());
        var cadres = new ArrayList<>(officials.ofCounty(county));
        county.townships().forEach(township -> cadres.addAll(officials.ofTownship(township)));
        county.villages().items().forEach(village -> cadres.addAll(officials.ofVillage(village)));

        var businesses = businesses(county, city.important().get(county.code()), many);
        var relations = new HashMap<UUID, Relation>();
        businesses.stream().map(b -> b.id).filter(city.relations()::containsKey).forEach(id -> relations.put(id, city.relations().get(id)));
        match(county, cadres, city, businesses, relations);
        businesses.sort(Comparator.comparing(Business::region).thenComparing(b -> b.id));
        return new Made(county, cadres, businesses, relations);
    }

    private List<Business> businesses(County county, List<Business> important, int many) {
        var chance = Chance.of(seed, "businesses " + county.code());
        var papers = new Papers(county.digits(), today, 0);
        var made = new ArrayList<>(important);
        for (var business : Cast.businesses(county, chance)) made.add(finished(business, county, papers, chance, true));
        if (county.code().equals(stage.county())) {
            var village = county.villages().items().stream().filter(v -> v.code().equals(stage.village())).findFirst().orElseThrow();
            for (int i = 0; i < Stage.NEIGHBOURS; i++) made.add(finished(Mix.draw(Grade.D, village, chance), county, papers, chance, false));
        }
        while (made.size() < many) {
            double at = chance.part();
            made.add(business(at < 0.0205 ? Grade.B : at < 0.2 ? Grade.C : Grade.D, county, papers, chance));
        }
        var schools = made.stream().filter(b -> SCHOOLS.contains(b.kind) && b.isActive()).toList();
        for (var b : made) if (NEAR_SCHOOLS.contains(b.kind) && chance.happens(0.03)) besideSchool(b, schools, chance);
        made.forEach(b -> grade(b, schools));
        return made;
    }

    private Business business(Grade grade, County county, Papers papers, Chance chance) {
        return finished(Mix.draw(grade, county.villages().draw(chance), chance), county, papers, chance, false);
    }

    private Business finished(Business b, County county, Papers papers, Chance chance, boolean cast) {
        var surname = Persons.surname(chance);
        if (!cast) {
            b.name = Titles.of(b, county, surname, chance);
            b.principal = Persons.name(chance);
            if (Titles.isPersonal(b.kind) && b.name.startsWith(surname)) b.principal = surname + b.principal.substring(b.principal.length() - 1);
        }
        b.address = Titles.address(b, county, chance);
        b.at = county.land().near(b.village.at(), b.village.isCommunity() ? 450 : 900, chance);
        b.phone = Numbers.mobile(500_000_000L + county.number() * 1_000_000L + chance.below(1_000_000));
        var given = b.creditCode;
        papers.issue(b, today, chance);
        if (given != null) b.creditCode = given;
        born(b, cast, chance);
        if (!cast) fate(b, chance);
        return b;
    }

    /** Most were there before the sample's past began, few came since. */
    private void born(Business b, boolean cast, Chance chance) {
        int age = Cast.isNewcomer(b) ? 38 : cast || chance.happens(0.955)
            ? (int) (today.toEpochDay() - pastFrom.toEpochDay()) + chance.between(20, 700) : chance.between(6, (int) (today.toEpochDay() - pastFrom.toEpochDay()));
        b.createdOn = today.minusDays(age);
        b.createdAt = b.createdOn.atTime(9, 0).atZone(OFFICE_TIME).toInstant().plusMillis(chance.below(28_000_000));
        b.id = chance.id(b.createdAt);
    }

    private void fate(Business b, Chance chance) {
        double at = chance.part();
        if (at < 0.022) ended(b, SubjectStatus.CLOSED, chance.of(ENDS), 200, chance);
        else if (at < 0.035) ended(b, SubjectStatus.SUSPENDED, "停业装修", 110, chance);
        else if (at < 0.038) ended(b, SubjectStatus.UNTRACED, "两次上门未见经营", 150, chance);
        else if (at < 0.050) {
            b.status = SubjectStatus.SEASONAL;
            b.season = chance.of(SEASONS);
        }
    }

    private void ended(Business b, SubjectStatus status, String why, int days, Chance chance) {
        int age = (int) (today.toEpochDay() - b.createdOn.toEpochDay());
        if (age < 30) return;
        b.status = status;
        b.ended = today.minusDays(chance.between(1, Math.min(days, age - 20)));
        b.endedWhy = why;
    }

    private static void besideSchool(Business b, List<Business> schools, Chance chance) {
        var near = schools.stream().filter(s -> s.village.township().code().equals(b.village.township().code())).toList();
        if (!near.isEmpty()) b.at = chance.of(near).at.moved(chance.between(20, 120), chance.between(20, 120));
    }

    private void grade(Business b, List<Business> schools) {
        if (NEAR_SCHOOLS.contains(b.kind))
            b.schoolGateM = schools.isEmpty() ? null : nearest(b.at, schools);
        b.graded = grading.grade(b.facts(), today);
    }

    private static double nearest(Land.Point at, List<Business> schools) {
        double nearest = Double.MAX_VALUE;
        for (var school : schools) nearest = Math.min(nearest, school.at.metresTo(at));
        return nearest;
    }

    /** Grades B to D in their own pools; where nobody holds a post, the lead official of the place acts. */
    private void match(County county, List<Cadre> cadres, City city, List<Business> businesses, Map<UUID, Relation> relations) {
        var open = businesses.stream().filter(b -> !relations.containsKey(b.id)).toList();
        var byPool = open.stream().collect(Collectors.groupingBy(b -> b.grade() + trial.pool(b.grade(), b.region())));
        var all = new ArrayList<>(cadres);
        all.addAll(city.cadres());
        var inPost = all.stream().collect(Collectors.groupingBy(c -> c.level() + c.region()));
        byPool.values().forEach(pool -> {
            var grade = pool.getFirst().grade();
            var place = trial.pool(grade, pool.getFirst().region());
            var there = inPost.getOrDefault(trial.level(grade) + place, List.of());
            if (!there.isEmpty()) match(grade, there, pool, relations);
            else pool.forEach(b -> lead(b, cadres).ifPresent(lead -> relations.put(b.id, relation(b, lead, true, "M11", place))));
        });
    }

    private void match(Grade grade, List<Cadre> there, List<Business> subjects, Map<UUID, Relation> relations) {
        if (subjects.isEmpty()) return;
        var byId = subjects.stream().collect(Collectors.toMap(b -> b.id, Function.identity()));
        var cadres = there.stream().collect(Collectors.toMap(Cadre::id, Function.identity()));
        trial.match(grade, there.stream().map(c -> new Trial.Official(c.id(), c.county(), c.name(), c.post(), c.field(), c.linkedCounty())).toList(),
                subjects.stream().map(b -> new Trial.Open(b.id, b.region(), b.kind)).toList())
            .forEach(pair -> {
                var cadre = cadres.get(pair.official().id());
                relations.put(pair.subject(), relation(byId.get(pair.subject()), cadre, false, pair.rule(), pair.why()));
            });
    }

    private static Optional<Cadre> lead(Business b, List<Cadre> cadres) {
        return cadres.stream().filter(c -> c.lead() && b.region().startsWith(c.region().substring(0, 9))).findFirst();
    }

    private Relation relation(Business b, Cadre cadre, boolean acting, String rule, String why) {
        var since = b.createdOn.isBefore(pastFrom.minusDays(20)) ? pastFrom.minusDays(20) : b.createdOn.plusDays(5).isAfter(today) ? today : b.createdOn.plusDays(5);
        return new Relation(cadre.id(), cadre.county(), cadre.name(), cadre.post(), acting, rule, why, since);
    }
}
