package io.liangze.sample;

import io.liangze.problem.Deadlines;
import io.liangze.problem.ProblemSource;
import io.liangze.problem.ProblemState;
import io.liangze.sample.Rows.Photo.Scene;
import io.liangze.shared.Grade;
import io.liangze.shared.Period;
import io.liangze.shared.Role;
import io.liangze.shared.Severity;
import io.liangze.supervision.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes up visits, each with what it finds: answers, photos, problems, and what became of these. */
final class Visiting {

    private static final int REPEAT_DAYS = 180;
    private static final int STAR_DAYS = 12;

    private final SampleSize size;
    private final LocalDate today;
    private final Instant now;
    private final Deadlines deadlines;
    private final Sheets sheets;
    private final Story.Actors actors;
    private final Leaders leaders;
    private final Chance chance;
    private final LocalDate picturesFrom;
    private final Rows rows;
    private final Map<String, Rows.Problem> lastOfItem = new HashMap<>();

    /** @param rows where all is written */
    Visiting(SampleSize size, LocalDate today, Deadlines deadlines, Sheets sheets, Story.Actors actors, Leaders leaders, Chance chance, Rows rows) {
        this.size = size;
        this.today = today;
        this.now = today.atStartOfDay(Making.OFFICE_TIME).toInstant();
        this.deadlines = deadlines;
        this.sheets = sheets;
        this.actors = actors;
        this.leaders = leaders;
        this.chance = chance;
        this.picturesFrom = Period.of(Period.Every.QUARTER, today).previous().first();
        this.rows = rows;
    }

    /** Of the visit that everybody looks at. */
    LocalDate starDay() {
        return today.minusDays(STAR_DAYS);
    }

    /** A visit with what it finds. */
    void visit(Rows.Task task, Instant arrival) {
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

    /** @param fixes what is wrong is put right on the spot */
    private void visit(Rows.Task task, Instant arrival, Mode mode, Map<String, Findings.Found> found, boolean fixes) {
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
    void star(Rows.Task task) {
        var checklist = sheets.asked(task.business.kind, task.business.grade(), Mode.ONSITE);
        var found = new LinkedHashMap<String, Findings.Found>();
        for (var item : List.of("KC02", "K18")) Findings.first(checklist, item).ifPresent(one -> found.put(item, one));
        visit(task, starDay().atTime(9, 31).atZone(Making.OFFICE_TIME).toInstant(), Mode.ONSITE, found, false);
    }

    private void starStory(Rows.Problem problem, Story story) {
        if (!problem.openedOn.equals(starDay())) story.goesOn();
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

    private Mode mode(Rows.Task task) {
        double at = chance.part();
        var wanted = at < 0.86 ? Mode.ONSITE : at < 0.95 ? Mode.GATHERED : Mode.REMOTE;
        return task.modes.contains(wanted) ? wanted : Mode.ONSITE;
    }
}
