package io.liangze.problem;

import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes one step with one problem: find, refuse, change, tell. */
@Component
class Acting {

    private final ProblemTable table;
    private final Journal journal;
    private final Competence competence;
    private final StepCheck check;
    private final Deadlines deadlines;
    private final Clock clock;

    Acting(ProblemTable table, Journal journal, Competence competence, StepCheck check, Deadlines deadlines, Clock clock) {
        this.table = table;
        this.journal = journal;
        this.competence = competence;
        this.check = check;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    Problem take(Scope scope, UUID id, Step step) {
        var act = step.act();
        scope.as(Competence.roles(act));
        var visible = table.find(scope.as(Role.READERS), id).orElseThrow(() -> Refusal.absent("problem"));
        var problem = table.lock(visible);
        problem.progress().after(act);
        var role = competence.require(scope, problem, act);
        var today = LocalDate.now(clock);
        check.require(scope, problem, step, today);

        var now = clock.instant();
        var next = problem.with(next(problem.progress(), step, scope.account(), role, now, today));
        move(scope, problem, next, Journal.event(now, scope, role, act, next.state(), blankToNull(step.words()), step.evidence(),
            details(problem, next, step)));
        return act == Act.RETURN && deadlines.escalates(next.progress().returns(), today) ? escalated(next, now) : next;
    }

    /** So many returns: the level above takes it up. */
    private Problem escalated(Problem problem, Instant now) {
        var system = Scope.system();
        var raised = problem.with(problem.progress().raised());
        move(system, problem, raised, Journal.event(now, system, Role.SYSTEM, Act.ESCALATE, raised.state(), null,
            List.of(), Map.of("returns", Integer.toString(problem.progress().returns()))));
        return raised;
    }

    private void move(Scope scope, Problem before, Problem after, ProblemEvent event) {
        if (!table.move(before, after.progress()))
            throw Refusal.conflict("problem.not-now").with("allowed", before.progress().allowed());
        journal.moved(scope, before, after, event);
    }

    private Progress next(Progress progress, Step step, @Nullable UUID account, Role role, Instant now, LocalDate today) {
        return switch (step) {
            case Step.Rectify _ -> progress.rectified(account, role);
            case Step.Accept _ -> progress.accepted(now, today);
            case Step.Return(_, var due) -> progress.returned(due != null ? due : deadlines.afterReturn(progress.due(), today));
            case Step.Extend(var due, _) -> progress.extended(Objects.requireNonNull(due));
            case Step.Escalate _ -> progress.raised();
            case Step.Refer(var to, _) -> progress.referred(Objects.requireNonNull(to).strip());
            case Step.SignFor _ -> progress.signedFor(now);
            case Step.Conclude(var result, var number, _) -> result == EnforcementResult.NOT_ACCEPTED
                ? progress.handedBack(deadlines.afterHandingBack(progress.due(), today))
                : progress.concluded(Objects.requireNonNull(result), Objects.requireNonNull(number).strip(), now, today);
            case Step.Cancel(_, var twin) -> progress.cancelled(twin);
            case Step.Remark _ -> progress;
        };
    }

    private static Map<String, String> details(Problem before, Problem after, Step step) {
        var details = new LinkedHashMap<String, String>();
        if (!after.due().equals(before.due())) details.put("due", after.due().toString());
        switch (step) {
            case Step.Refer(var to, _) -> details.put("to", Objects.requireNonNull(to).strip());
            case Step.Conclude(var result, var number, _) -> {
                details.put("result", Objects.requireNonNull(result).name());
                if (number != null && !number.isBlank()) details.put("number", number.strip());
            }
            case Step.Cancel(_, var twin) when twin != null -> details.put("twin", twin.toString());
            case Step.Rectify _, Step.Accept _, Step.Return _, Step.Extend _, Step.Escalate _, Step.SignFor _, Step.Cancel _,
                 Step.Remark _ -> { }
        }
        return details;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
