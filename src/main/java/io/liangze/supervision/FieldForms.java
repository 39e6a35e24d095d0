package io.liangze.supervision;

import io.liangze.problem.Problems;
import io.liangze.shared.Period;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens a task's form to the official who owes the visit. */
@Component
class FieldForms {

    private final Supervision supervision;
    private final Problems problems;
    private final Clock clock;

    FieldForms(Supervision supervision, Problems problems, Clock clock) {
        this.supervision = supervision;
        this.problems = problems;
        this.clock = clock;
    }

    /**
     * The form as its visit may be made now.
     *
     * @throws Refusal {@code role.insufficient} 403; {@code task.absent} 404; {@code task.visited-before}, {@code task.closed},
     *                 {@code task.not-begun} 409; {@code task.not-yours} 403
     */
    FieldForm open(Scope scope, UUID task) {
        var officials = scope.as(Role.OFFICIAL);
        var detail = supervision.task(officials, task);
        var today = LocalDate.now(clock);
        var period = Period.of(detail.head().period());
        if (detail.head().status() == TaskStatus.DONE) throw Refusal.conflict("task.visited-before");
        if (!detail.head().status().isOpen() || today.isAfter(period.next().last())) throw Refusal.conflict("task.closed");
        if (today.isBefore(period.first())) throw Refusal.conflict("task.not-begun");
        if (!isOwed(detail.head(), officials)) throw Refusal.forbidden("task.not-yours");
        return FieldForm.of(detail, problems.deadlines(officials));
    }

    /** Whether the account's visit would be taken: what the button asks, too. */
    boolean isOpenTo(Scope scope, TaskDetail.Head task) {
        var today = LocalDate.now(clock);
        var period = Period.of(task.period());
        return scope.has(Role.OFFICIAL) && task.status().isOpen() && isOwed(task, scope)
            && !today.isBefore(period.first()) && !today.isAfter(period.next().last());
    }

    private static boolean isOwed(TaskDetail.Head task, Scope scope) {
        return task.official() != null && scope.official().filter(task.official().id()::equals).isPresent();
    }
}
