package io.liangze.sample;

import io.liangze.problem.Deadlines;
import io.liangze.problem.ProblemSource;
import io.liangze.problem.ProblemState;
import io.liangze.sample.Rows.Photo.Scene;
import io.liangze.shared.Grade;
import io.liangze.shared.Period;
import io.liangze.shared.Role;
import io.liangze.shared.Severity;
import io.liangze.subject.SubjectStatus;
import io.liangze.supervision.Frequency;
import io.liangze.supervision.Mode;
import io.liangze.supervision.TaskSort;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes up what happened in a county from the first quarter of the sample up to now. */
final class Past {

    private static final double DILIGENCE = 0.95;
    private static final double MISSED = 0.01;
    private static final double LATE = 0.03;
    private static final double OTHER_SOURCES = 0.006;
    private static final int REPEAT_DAYS = 180;
    /** Tasks are made at night; nobody comes before the morning. */
    private static final int ARRIVES = 24_000;
    private static final UnaryOperator<LocalDate> STAR_VISIT = today -> today.minusDays(12);

    private final SampleSize size;
    private final LocalDate today;
    private final Instant now;
    private final Frequency frequency;
    private final Deadlines deadlines;
    private final Sheets sheets;
    private final Made made;
    private final Story.Actors actors;
    private final Leaders leaders;
    private final double zeal;
    private final Chance chance;
    private final LocalDate picturesFrom;
    private final Rows rows = new Rows();
    private final Map<String, Rows.Problem> lastOfItem = new HashMap<>();

    Past(SampleSize size, LocalDate today, Frequency frequency, Deadlines deadlines, Sheets sheets, Made made, Story.Actors actors,
         Leaders leaders, double zeal, Chance chance) {
        this.size = size;
        this.today = today;
        this.now = today.atStartOfDay(Making.OFFICE_TIME).toInstant();
        this.frequency = frequency;
        this.deadlines = deadlines;
        this.sheets = sheets;
        this.made = made;
        this.actors = actors;
        this.leaders = leaders;
        this.zeal = zeal;
        this.chance = chance;
        this.picturesFrom = Period.of(Period.Every.QUARTER, today).previous().first();
    }

    /** The quarters that the sample tells of, the running one last. */
    static List<Period.Quarter> quarters(SampleSize size, LocalDate today) {
        var running = (Period.Quarter) Period.of(Period.Every.QUARTER, today);
        var quarters = new ArrayList<Period.Quarter>();
        Period at = running;
        for (int i = 0; i <= size.quarters(); i++, at = at.previous()) quarters.addFirst((Period.Quarter) at);
        return quarters;
    }

    Rows tell() {
        double diligence = DILIGENCE + zeal + 0.06 * (chance.part() - 0.5);
        for (var quarter : quarters(size, today)) {
            var tasks = new ArrayList<Rows.Task>(made.businesses().size());
            for (var business : made.businesses()) task(business, quarter, tasks.size()).ifPresent(tasks::add);
            rows.tasks.addAll(tasks);
            tasks.stream().filter(t -> t.cancelledWhy == null).collect(Collectors.groupingBy(t -> t.relation.official(), LinkedHashMap::new, Collectors.toList()))
                .values().forEach(own -> visits(own, quarter, diligence));
        }
        for (var business : made.businesses())
            if (business.isActive() && chance.happens(OTHER_SOURCES)) elsewhere(business);
        return rows;
    }

    /** What a business owes in a quarter: nothing before it was there, a first visit when it came, nothing after it ended. */
    private Optional<Rows.Task> task(Business b, Period.Quarter quarter, int number) {
        var relation = made.relations().get(b.id);
        if (relation == null || b.createdOn.isAfter(quarter.last()) || b.ended != null && b.ended.isBefore(quarter.first())) return Optional.empty();
        if (b.status == SubjectStatus.SEASONAL && Stream.iterate(quarter.first(), d -> !d.isAfter(quarter.last()), d -> d.plusMonths(1)).noneMatch(d -> b.season.holds(d)))
            return Optional.empty();
        boolean first = !b.createdOn.isBefore(quarter.first());
        var plan = frequency.plan(b.grade(), b.region(), b.kind, b.riskLevel, Set.copyOf(b.graded.flags()), today);
        if (plan.isEmpty()) return Optional.empty();
        var from = first ? relation.since() : quarter.first();
        var created = from.atTime(2, 10).atZone(Making.OFFICE_TIME).toInstant().plusMillis(number);
        var task = new Rows.Task(chance.id(created), b, relation, quarter, first ? frequency.firstVisit(today).due(from) : quarter.last(),
            first ? TaskSort.FIRST : TaskSort.REGULAR, first ? frequency.firstVisit(today).modes() : plan.get().modes(), created);
        if (b.ended != null && !b.ended.isAfter(quarter.last())) task.cancelledWhy = b.status.name();
        return Optional.of(task);
    }

    /** Who of an official's tasks were done when: by rounds within the period, few late, fewer never. */
    private void visits(List<Rows.Task> own, Period.Quarter quarter, double diligence) {
        var done = new ArrayList<Rows.Task>();
        boolean running = quarter.holds(today);
        int open = running ? leaders.leftOpen(own.getFirst().relation.official(), made.county()) : 0;
        for (var task : own) {
            if (task.createdAt.plusSeconds(ARRIVES).isAfter(now) || Cast.isNewcomer(task.business)) continue;
            if (leaders.isStar(task.business) && quarter.last().isAfter(STAR_VISIT.apply(today))) {
                if (quarter.holds(STAR_VISIT.apply(today))) star(task);
            } else if (running) {
                if (open > 0 && task.sort == TaskSort.REGULAR) open--;
                else if (chance.happens(task.due.isBefore(today) ? 0.9 : share(quarter) * diligence)) done.add(task);
            } else if (chance.happens(LATE)) late(task);
            else if (!chance.happens(MISSED + (DILIGENCE - diligence) * 0.05)) done.add(task);
        }
        var last = running ? yesterday(quarter) : quarter.last();
        var arrivals = Rounds.draw(done.size(), quarter.first(), last, chance);
        for (int i = 0; i < done.size(); i++) {
            var task = done.get(i);
            var from = task.createdAt.plusSeconds(ARRIVES);
            visit(task, arrivals.get(i).isBefore(from) ? from.plusSeconds(chance.below(7_200)) : arrivals.get(i));
        }
    }

    /** The part of a running quarter's tasks that is done: follows the days, and is 40 % at the least. */
    private double share(Period.Quarter quarter) {
        double passed = (double) (today.toEpochDay() - quarter.first().toEpochDay()) / (quarter.last().toEpochDay() - quarter.first().toEpochDay() + 1);
        return Math.min(0.97, Math.max(0.42, passed * 1.2));
    }

    private LocalDate yesterday(Period.Quarter quarter) {
        return today.isAfter(quarter.first()) ? today.minusDays(1) : today;
    }

    private void late(Rows.Task task) {
        var on = task.due.plusDays(chance.between(1, 40));
        if (on.isBefore(today)) visit(task, on.atTime(10, 0).atZone(Making.OFFICE_TIME).toInstant().plusSeconds(chance.below(18_000)));
    }

    /** A visit with what it finds. */
    private void visit(Rows.Task task, Instant arrival) {
        var mode = mode(task);
        var checklist = sheets.asked(task.business.kind, task.business.grade(), mode);
        var found = new HashMap<String, Findings.Found>();
        if (chance.happens(size.found()))
            for (int n = chance.happens(0.85) ? 1 : 2; n > 0; n--) {
                var one = Findings.draw(checklist, chance);
                found.putIfAbsent(one.item(), one);
            }
        visit(task, arrival, mode, found, chance.happens(0.25));
    }

    /** A visit that finds just this. @param fixes what is wrong is put right on the spot */
    Rows.Visit visit(Rows.Task task, Instant arrival, Mode mode, Map<String, Findings.Found> found, boolean fixes) {
        var b = task.business;
        var checklist = sheets.asked(b.kind, b.grade(), mode);
        var ended = arrival.plusSeconds(b.grade().compareTo(Grade.D) < 0 ? chance.between(600, 2_000) : chance.between(260, 900));
        var visit = new Rows.Visit(chance.id(ended), task, mode, arrival, ended, ended.atZone(Making.OFFICE_TIME).toLocalDate());
        task.visit = visit;
        if (task.cancelledWhy != null) task.cancelledWhy = null;
        rows.visits.add(visit);

        var photos = new HashMap<String, List<UUID>>();
        var official = task.quarter.last().isBefore(picturesFrom) ? null : leaders.account(task.relation.official());
        if (official != null) photos.put("K01", List.of(photo(Scene.SHOP_FRONT, official, visit, b)));
        var fixed = new HashSet<String>();
        for (var one : found.values()) {
            var shot = official == null ? List.<UUID>of() : List.of(photo(Scene.WRONG, official, visit, b));
            var after = official == null || !fixes ? List.<UUID>of() : List.of(photo(Scene.RIGHT, official, visit, b));
            if (official != null) photos.put(one.item(), Stream.concat(shot.stream(), after.stream()).toList());
            if (fixes) fixed.add(one.item());
            visit.problems.add(problem(visit, one, fixes, shot, official));
        }
        photos.values().forEach(visit.evidence::addAll);
        visit.answers = Sheets.answers(checklist, found, photos, fixed, chance);
        visit.companion = chance.happens(0.03) ? "{\"declined\":\"负责人外出，店员不愿签字\"}" : "{\"name\":\"" + b.principal + "\",\"post\":\"负责人\"}";
        if (chance.happens(0.2)) visit.advice = chance.among("继续保持", "加强从业人员培训", "注意保留购货票据", "勤查冰箱", "公示牌擦拭干净");
        return visit;
    }

    private UUID photo(Scene scene, Leaders.Account official, Rows.Visit visit, Business b) {
        var id = chance.id(visit.startedAt);
        rows.photos.add(new Rows.Photo(id, scene, official.id(), official.region(), visit.startedAt.plusSeconds(60), b.at, "VISIT", visit.id, b.region(), b.id));
        return id;
    }

    /** @param official whose photos they are; null without any */
    private Rows.Problem problem(Rows.Visit visit, Findings.Found found, boolean fixed, List<UUID> photos, Leaders.@Nullable Account official) {
        var task = visit.task;
        var problem = new Rows.Problem(chance.id(visit.endedAt), task.business, task.relation, ProblemSource.VISIT, found.item(), found.severity(),
            found.text(), visit.endedAt, visit.on, deadlines.first(found.severity(), visit.on));
        problem.visit = visit.id;
        problem.openedBy = official == null ? null : official.id();
        repeats(problem);
        rows.problems.add(problem);
        photos.forEach(id -> rows.photos.add(new Rows.Photo(id, Scene.WRONG, official.id(), official.region(), visit.startedAt, task.business.at, "PROBLEM", problem.id,
            task.business.region(), task.business.id)));
        var story = new Story(problem, actors, deadlines, now, chance).begins(problem.openedBy, task.relation.officialName(), Role.OFFICIAL, photos);
        if (leaders.isStar(task.business)) starStory(problem, story);
        else if (fixed) story.fixedOnSite(task.relation.officialName());
        else story.goesOn();
        return problem;
    }

    /** The visit that everybody looks at: a serious problem that came back once, and one that nobody has touched yet. */
    private void star(Rows.Task task) {
        var checklist = sheets.asked(task.business.kind, task.business.grade(), Mode.ONSITE);
        var found = new LinkedHashMap<String, Findings.Found>();
        for (var item : List.of("KC02", "K18")) Findings.first(checklist, item).ifPresent(one -> found.put(item, one));
        visit(task, STAR_VISIT.apply(today).atTime(9, 31).atZone(Making.OFFICE_TIME).toInstant(), Mode.ONSITE, found, false);
    }

    private void starStory(Rows.Problem problem, Story story) {
        if (!problem.openedOn.equals(STAR_VISIT.apply(today))) story.goesOn();
        else if (problem.severity != Severity.GENERAL) {
            var after = List.of(chance.id(problem.openedAt));
            var owner = leaders.star();
            after.forEach(id -> rows.photos.add(new Rows.Photo(id, Scene.RIGHT, owner.id(), owner.region(), problem.openedAt.plus(Duration.ofDays(11)), problem.business.at,
                "PROBLEM", problem.id, problem.business.region(), problem.business.id)));
            story.comesBack(owner.id(), after);
        }
    }

    /** The same item at the same business, found again within half a year of its end. */
    private void repeats(Rows.Problem problem) {
        var before = lastOfItem.put(problem.business.id + problem.item, problem);
        if (before != null && before.state == ProblemState.CLOSED && !before.closedOn.isBefore(problem.openedOn.minusDays(REPEAT_DAYS)) && !before.closedOn.isAfter(problem.openedOn))
            problem.repeatOf = before.id;
    }

    /** What others than the official found. */
    private void elsewhere(Business b) {
        var source = chance.among(ProblemSource.INSPECTION, ProblemSource.SAMPLING, ProblemSource.COMPLAINT, ProblemSource.OVERSIGHT, ProblemSource.SELF);
        var from = b.createdOn.isAfter(quarters(size, today).getFirst().first()) ? b.createdOn : quarters(size, today).getFirst().first();
        int days = (int) (today.toEpochDay() - from.toEpochDay());
        if (days < 2) return;
        var on = from.plusDays(chance.below(days - 1));
        var at = on.atTime(9, 0).atZone(Making.OFFICE_TIME).toInstant().plusSeconds(chance.below(28_000));
        var severity = source == ProblemSource.SELF ? Severity.GENERAL : chance.happens(0.4) ? Severity.SERIOUS : Severity.GENERAL;
        var text = switch (source) {
            case INSPECTION -> "监督检查发现：食品贮存未离墙离地";
            case SAMPLING -> "抽检不合格：菌落总数超标";
            case COMPLAINT -> "群众投诉：食品有异味";
            case OVERSIGHT -> "督查发现：日管控记录内容雷同";
            default -> "自查发现：冷藏柜温度偏高";
        };
        var problem = new Rows.Problem(chance.id(at), b, made.relations().get(b.id), source, null, severity, text, at, on, deadlines.first(severity, on));
        rows.problems.add(problem);
        var opener = switch (source) {
            case INSPECTION, SAMPLING -> actors.regulator().substring(actors.regulator().indexOf('|') + 1);
            case OVERSIGHT -> "督查组";
            case SELF -> b.principal;
            default -> actors.county();
        };
        new Story(problem, actors, deadlines, now, chance).begins(null, opener, source.opener().orElseThrow(), List.of()).goesOn();
    }

    private Mode mode(Rows.Task task) {
        double at = chance.part();
        var wanted = at < 0.86 ? Mode.ONSITE : at < 0.95 ? Mode.GATHERED : Mode.REMOTE;
        return task.modes.contains(wanted) ? wanted : Mode.ONSITE;
    }
}
