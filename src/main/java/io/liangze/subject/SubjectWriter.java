package io.liangze.subject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.shared.Copy;
import io.liangze.shared.Refusal;
import io.liangze.shared.Scope;
import io.liangze.tally.Delta;
import io.liangze.tally.Tally;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one way in which subjects are written, be it one or a batch of an import: new ones by COPY, changed ones by COPY into
 * a table of the connection's own and from there by one statement; with numbers, names for the search, counts and history.
 */
@Component
class SubjectWriter {

    private final JdbcClient jdbc;
    private final Copy copy;
    private final NumberTable numbers;
    private final SubjectColumns columns;
    private final Tally tally;
    private final Followers followers;
    private final Clock clock;

    SubjectWriter(JdbcClient jdbc, Copy copy, NumberTable numbers, SubjectColumns columns, Tally tally, Followers followers, Clock clock) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.numbers = numbers;
        this.columns = columns;
        this.tally = tally;
        this.followers = followers;
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
        followers.tell(scope, all);
    }

    /**
     * Writes many; {@link Followers} are told by the caller.
     *
     * @param origin the import that opens them
     * @return ids of those that were not written, as somebody else took a number or changed the subject in between
     */
    Set<UUID> writeAll(Scope scope, List<Step> steps, @Nullable UUID origin) {
        if (steps.isEmpty()) return Set.of();
        var left = new HashSet<UUID>();
        var changes = steps.stream().filter(step -> !step.isNew()).toList();
        if (!changes.isEmpty()) update(changes, left);
        claim(steps, left);
        var written = without(left, steps);
        insert(written.stream().filter(Step::isNew).map(Step::after).toList(), origin);
        count(scope, written);
        remember(scope, written);
        return left;
    }

    private static List<Step> without(Set<UUID> left, List<Step> steps) {
        return left.isEmpty() ? steps : steps.stream().filter(step -> !left.contains(step.after().id())).toList();
    }

    private void update(List<Step> changes, Set<UUID> left) {
        jdbc.sql("""
                create temp table if not exists subject_incoming (like subject, was int, named boolean, pairs text[]) on commit delete rows
                """).update();
        jdbc.sql("delete from subject_incoming").update();
        copy.into("subject_incoming (" + SubjectColumns.INCOMING + ")",
            rows -> changes.forEach(step -> rows.add(columns.values(Objects.requireNonNull(step.before()), step.after()))));
        var done = new HashSet<>(jdbc.sql(SubjectColumns.UPDATE).query(UUID.class).list());
        for (var step : changes) {
            if (done.contains(step.after().id())) continue;
            if (step.act() == SubjectAct.MOVED) throw meanwhile();
            left.add(step.after().id());
        }
        jdbc.sql("""
                update subject_name n set region = i.region, name = i.name, pairs = i.pairs from subject_incoming i
                where i.named and n.county_code = i.county_code and n.subject = i.id and not i.id = any(:left)
                """).param("left", left.toArray(UUID[]::new)).update();
    }

    private void claim(List<Step> steps, Set<UUID> left) {
        var wanted = without(left, steps);
        var taken = numbers.claim(wanted);
        for (var step : taken.isEmpty() ? List.<Step>of() : wanted)
            if (step.act() != SubjectAct.MOVED && SubjectKeys.of(step.after().particulars()).stream().anyMatch(taken::contains)) {
                if (step.isNew() ? step.after().movedFrom() != null : steps.size() > 1) throw meanwhile();
                left.add(step.after().id());
            }
    }

    private void insert(List<Subject> opened, @Nullable UUID origin) {
        if (opened.isEmpty()) return;
        copy.into("subject (" + SubjectColumns.ALL + ")", rows -> opened.forEach(subject -> rows.add(columns.values(subject, origin))));
        copy.into("subject_name (county_code, subject, region, name, pairs)", rows -> opened.forEach(subject -> rows.add(subject.county(),
            subject.id(), subject.particulars().region(), subject.name(), NamePairs.of(subject.name()))));
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
                columns.text(step.differing(Objects.requireNonNull(step.before()))), columns.text(step.differing(step.after())))));
    }
}
