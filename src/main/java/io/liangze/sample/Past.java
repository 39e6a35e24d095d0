package io.liangze.sample;

import io.liangze.problem.Deadlines;
import io.liangze.problem.ProblemSource;
import io.liangze.shared.Period;
import io.liangze.shared.Severity;
import io.liangze.subject.SubjectStatus;
import io.liangze.supervision.Frequency;
import io.liangze.supervision.TaskSort;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes up what happened in a county from the first quarter of the sample up to now. */
final class Past {

    private static final double DILIGENCE = 0.95;
    private static final double MISSED = 0.01;
    private static final double LATE = 0.03;
    private static final double OTHER_SOURCES = 0.006;
    /** Tasks are made at night; nobody comes before the morning. */
    private static final int ARRIVES = 24_000;

    private final SampleSize size;
    private final LocalDate today;
    private final Instant now;
    private final Frequency frequency;
    private final Deadlines deadlines;
    private final Made made;
    private final Story.Actors actors;
    private final Leaders leaders;
    private final double zeal;
    private final Chance chance;
    private final Rows rows = new Rows();
    private final Visiting visiting;

    Past(SampleSize size, LocalDate today, Frequency frequency, Deadlines deadlines, Sheets sheets, Made made, Story.Actors actors,
         Leaders leaders, double zeal, Chance chance) {
        this.size = size;
        this.today = today;
        this.now = today.atStartOfDay(Making.OFFICE_TIME).toInstant();
        this.frequency = frequency;
        this.deadlines = deadlines;
        this.made = made;
        this.actors = actors;
        this.leaders = leaders;
        this.zeal = zeal;
        this.chance = chance;
        this.visiting = new Visiting(size, today, deadlines, sheets, actors, leaders, chance, rows);
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
            if (leaders.isStar(task.business) && quarter.last().isAfter(visiting.starDay())) {
                if (quarter.holds(visiting.starDay())) visiting.star(task);
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
            visiting.visit(task, arrivals.get(i).isBefore(from) ? from.plusSeconds(chance.below(7_200)) : arrivals.get(i));
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
        if (on.isBefore(today)) visiting.visit(task, on.atTime(10, 0).atZone(Making.OFFICE_TIME).toInstant().plusSeconds(chance.below(18_000)));
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
}
