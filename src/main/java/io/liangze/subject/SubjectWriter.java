package io.liangze.subject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.problem.About;
import io.liangze.problem.Problems;
import io.liangze.shared.Copy;
import io.liangze.shared.Refusal;
import io.liangze.shared.Scope;
import io.liangze.tally.Delta;
import io.liangze.tally.Tally;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way in which subjects are written, be it one or a batch of an import: rows by COPY into a table of the
 * connection's own, from there by one statement each; with numbers, names for the search, counts and history.
 */
@Component
class SubjectWriter {

    private static final List<String> FIXED = List.of("county_code", "id", "opened_by", "origin", "created_at", "moved_from");

    private static final List<String> CHANGING = List.of("region", "name", "credit_code", "licence_no", "licence_expires", "kind",
        "family", "address", "longitude", "latitude", "principal", "phone", "phone_index", "scale", "area_m2", "seats",
        "diners_per_meal", "staff", "revenue", "chain_role", "head_office", "stores", "food_category", "sales_channel", "operation",
        "risk_level", "status", "season", "grade", "grade_rule", "grade_version", "grade_text", "grade_base", "grade_adjustments",
        "grade_override", "grade_next", "flags", "closed_reason", "closed_on", "updated_at", "revision");

    private static final String COLUMNS = String.join(", ", FIXED) + ", " + String.join(", ", CHANGING);

    private static final String UPDATE = """
        update subject s set %s from subject_incoming i
        where i.was is not null and s.county_code = i.county_code and s.id = i.id and s.revision = i.was
        returning s.id""".formatted(CHANGING.stream().map(c -> c + " = i." + c).collect(Collectors.joining(", ")));

    private final JdbcClient jdbc;
    private final Copy copy;
    private final NumberTable numbers;
    private final Tally tally;
    private final Problems problems;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SubjectWriter(JdbcClient jdbc, Copy copy, NumberTable numbers, Tally tally, Problems problems, JsonMapper json,
                  ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.numbers = numbers;
        this.tally = tally;
        this.problems = problems;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes one step, all or nothing, and tells those who follow.
     *
     * @throws Refusal {@code subject.number-taken} 409
     */
    void write(Scope scope, Step... steps) {
        var all = List.of(steps);
        if (!writeAll(scope, all, null).isEmpty()) throw Refusal.conflict("subject.number-taken", 0, "");
        tell(scope, all);
    }

    /**
     * Writes many; tells nobody.
     *
     * @param origin the import that opens them
     * @return ids of those that were not written, as somebody else took a number or changed the subject in between
     */
    Set<UUID> writeAll(Scope scope, List<Step> steps, @Nullable UUID origin) {
        if (steps.isEmpty()) return Set.of();
        jdbc.sql("""
                create temp table if not exists subject_incoming (like subject, was int, named boolean, pairs text[]) on commit delete rows
                """).update();
        jdbc.sql("delete from subject_incoming").update();
        copy.into("subject_incoming (" + COLUMNS + ", was, named, pairs)", rows -> steps.forEach(step -> rows.add(values(step, origin))));

        var left = new HashSet<UUID>();
        update(steps, left);
        insert(steps, left);
        var written = left.isEmpty() ? steps : steps.stream().filter(step -> !left.contains(step.after().id())).toList();
        count(scope, written);
        remember(scope, written);
        return left;
    }

    /** Tells those who follow within this transaction, and after it. */
    void tell(Scope scope, Collection<Step> steps) {
        var concerned = steps.stream().filter(Step::concernsOthers).map(Step::after).toList();
        if (concerned.isEmpty()) return;
        problems.follow(scope, steps.stream().filter(step -> !step.isNew() && step.concernsOthers()).map(step -> about(step.after())).toList());
        events.publishEvent(new SubjectsChanged(concerned.stream().map(Subject::county).distinct().sorted().toList(),
            concerned.stream().map(Subject::id).toList()));
    }

    private static About about(Subject s) {
        var official = s.official();
        return new About(s.county(), s.id(), s.name(), s.particulars().region(), s.kind().name(), s.family(), s.grade(),
            s.particulars().principal(), official == null ? null : official.id(), official == null ? null : official.name());
    }

    private void update(List<Step> steps, Set<UUID> left) {
        var changes = steps.stream().filter(step -> !step.isNew()).toList();
        if (changes.isEmpty()) return;
        var done = new HashSet<>(jdbc.sql(UPDATE).query(UUID.class).list());
        for (var step : changes) {
            if (done.contains(step.after().id())) continue;
            if (step.act() == SubjectAct.MOVED) throw meanwhile();
            left.add(step.after().id());
        }
    }

    private void insert(List<Step> steps, Set<UUID> left) {
        var wanted = left.isEmpty() ? steps : steps.stream().filter(step -> !left.contains(step.after().id())).toList();
        var taken = numbers.claim(wanted);
        for (var step : taken.isEmpty() ? List.<Step>of() : wanted)
            if (step.act() != SubjectAct.MOVED && SubjectKeys.of(step.after().particulars()).stream().anyMatch(taken::contains)) {
                if (step.isNew() ? step.after().movedFrom() != null : steps.size() > 1) throw meanwhile();
                left.add(step.after().id());
            }
        var skipped = left.toArray(UUID[]::new);
        jdbc.sql("insert into subject (%s) select %s from subject_incoming i where i.was is null and not i.id = any(:skipped)".formatted(COLUMNS, COLUMNS))
            .param("skipped", skipped).update();
        jdbc.sql("""
                insert into subject_name (county_code, subject, region, name, pairs)
                select i.county_code, i.id, i.region, i.name, i.pairs from subject_incoming i
                where i.named and not i.id = any(:skipped)
                on conflict (county_code, subject) do update set region = excluded.region, name = excluded.name, pairs = excluded.pairs
                """).param("skipped", skipped).update();
    }

    /** What has been written of the step cannot stay: the whole transaction goes. */
    private static ConcurrencyFailureException meanwhile() {
        return new ConcurrencyFailureException("a subject or a number was changed meanwhile");
    }

    private void count(Scope scope, List<Step> steps) {
        var month = YearMonth.from(LocalDate.now(clock));
        var sums = new LinkedHashMap<Delta, Long>();
        for (var step : steps)
            for (var delta : step.deltas(month)) sums.merge(with(delta, 0), delta.n(), Long::sum);
        tally.add(scope, sums.entrySet().stream().map(sum -> with(sum.getKey(), sum.getValue())).toList());
    }

    private static Delta with(Delta delta, long n) {
        return new Delta(delta.place(), delta.month(), delta.family(), delta.grade(), delta.measure(), delta.mark(), n);
    }

    private void remember(Scope scope, List<Step> steps) {
        var changes = steps.stream().filter(step -> !step.isNew()).toList();
        if (changes.isEmpty()) return;
        var at = clock.instant();
        copy.into("subject_change (county_code, id, subject, at, actor, act, reason, before, after)", rows -> changes.forEach(step ->
            rows.add(step.after().county(), UuidCreator.getTimeOrderedEpoch(), step.after().id(), at, scope.name(), step.act(), step.reason(),
                text(step.differing(Objects.requireNonNull(step.before()))), text(step.differing(step.after())))));
    }

    /** In the order of {@link #COLUMNS}, and what steers the statements. */
    private @Nullable Object[] values(Step step, @Nullable UUID origin) {
        var s = step.after();
        var p = s.particulars();
        var values = new ArrayList<@Nullable Object>(64);
        values.add(p.county());
        values.add(s.id());
        values.add(s.openedBy());
        values.add(origin);
        values.add(s.createdAt());
        values.add(s.movedFrom());
        values.add(p.region());
        values.add(p.name());
        values.add(p.creditCode());
        values.add(p.licenceNo());
        values.add(p.licenceExpires());
        values.add(p.kind());
        values.add(s.family());
        values.add(p.address());
        values.add(p.longitude());
        values.add(p.latitude());
        values.add(p.principal());
        values.add(p.phone() == null ? null : p.phone().seal());
        values.add(p.phone() == null ? null : p.phone().index());
        values.add(p.scale());
        values.add(p.areaM2());
        values.add(p.seats());
        values.add(p.dinersPerMeal());
        values.add(p.staff());
        values.add(p.revenue());
        values.add(p.chainRole());
        values.add(p.headOffice());
        values.add(p.stores());
        values.add(p.foodCategory());
        values.add(p.salesChannel());
        values.add(p.operation());
        values.add(p.riskLevel());
        values.add(p.status());
        values.add(SubjectRow.months(p.seasonMonths()));
        addGrade(values, s);
        values.add(s.flags());
        values.add(s.closedReason());
        values.add(s.closedOn());
        values.add(s.updatedAt());
        values.add(s.revision());
        values.add(step.before() == null ? null : step.before().revision());
        boolean named = step.before() == null || !step.before().name().equals(p.name()) || !step.before().particulars().region().equals(p.region());
        values.add(named);
        values.add(named ? NamePairs.of(p.name()) : null);
        return values.toArray();
    }

    private void addGrade(List<@Nullable Object> values, Subject s) {
        var reason = s.gradeReason();
        values.add(s.grade());
        values.add(reason == null ? null : reason.rule());
        values.add(reason == null ? null : reason.version());
        values.add(reason == null ? null : reason.text());
        values.add(reason == null ? null : reason.base());
        values.add(reason == null || reason.adjustments().isEmpty() ? "[]" : text(reason.adjustments()));
        values.add(reason == null || reason.override() == null ? null : text(reason.override()));
        values.add(s.gradeNext() == null ? null : text(s.gradeNext()));
    }

    private String text(Object value) {
        return json.writeValueAsString(value);
    }
}
