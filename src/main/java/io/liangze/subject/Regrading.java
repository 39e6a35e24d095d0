package io.liangze.subject;

import io.liangze.shared.Scope;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Grades anew what is there. Each night over all: so a version that comes into force, a lower grade whose period begins,
 * a grade by hand that runs out, a chain that grew, a school that opened and problems that were found all take effect.
 */
@Component
class Regrading {

    private static final Logger log = LoggerFactory.getLogger(Regrading.class);
    private static final int PAGE = 2_000;
    /** A little more than the rule's distance to a school gate. */
    private static final double NEAR_M = 210;

    private final SubjectTable table;
    private final AroundTable around;
    private final Grader grader;
    private final SubjectWriter writer;
    private final Followers followers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Regrading(SubjectTable table, AroundTable around, Grader grader, SubjectWriter writer, Followers followers,
              TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.around = around;
        this.grader = grader;
        this.writer = writer;
        this.followers = followers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** All subjects in operation within; in pages that commit. @return how many stand elsewhere now */
    int all(Scope scope) {
        long began = System.nanoTime();
        var operating = SubjectFilter.ALL.withStatus(List.of(SubjectStatus.ACTIVE, SubjectStatus.SEASONAL));
        var changed = new int[1];
        table.walk(scope, operating, PAGE, page -> changed[0] += transaction.execute(_ -> these(scope, page)));
        log.info("Subjects regraded changed={} tookMs={}", changed[0], (System.nanoTime() - began) / 1_000_000);
        return changed[0];
    }

    /** Head offices of these credit codes, whose stores may be more or fewer now. */
    void ofHeadOffices(Scope scope, Collection<String> codes) {
        if (!codes.isEmpty()) these(scope, table.headOffices(codes));
    }

    /** What an import brought changes where others stand: stores the grade of their head office, schools the marks around them. */
    void after(Scope scope, UUID origin) {
        ofHeadOffices(scope, table.headOfficesOf(origin));
        var schools = around.schoolsOf(origin);
        for (var county : schools.schools().keySet()) {
            var near = table.unmarked(county).stream().filter(one -> schools.nearest(county, one.at()).orElseThrow() < NEAR_M)
                .map(SubjectTable.Located::ref).toList();
            for (int i = 0; i < near.size(); i += PAGE) these(scope, table.all(near.subList(i, Math.min(i + PAGE, near.size()))));
        }
    }

    private int these(Scope scope, List<Subject> subjects) {
        if (subjects.isEmpty()) return 0;
        var near = around.of(subjects.stream().map(Subject::particulars).toList(), subjects);
        var at = clock.instant();
        var steps = subjects.stream()
            .map(subject -> Step.regrade(subject, grader.stand(subject.particulars(), subject, near), null, at))
            .filter(step -> !step.changesNothing()).toList();
        var left = writer.writeAll(Objects.requireNonNull(scope), steps, null);
        var written = steps.stream().filter(step -> !left.contains(step.after().id())).toList();
        followers.tell(scope, written);
        return written.size();
    }
}
