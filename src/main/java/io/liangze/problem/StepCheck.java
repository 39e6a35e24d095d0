package io.liangze.problem;

import io.liangze.evidence.Evidence;
import io.liangze.shared.Refusal;
import io.liangze.shared.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether what an act brings is fit. */
@Component
class StepCheck {

    private static final int TEXT = 2_000;
    private static final int NAME = 200;

    private final ProblemTable table;
    private final Deadlines deadlines;
    private final Evidence evidence;

    StepCheck(ProblemTable table, Deadlines deadlines, Evidence evidence) {
        this.table = table;
        this.deadlines = deadlines;
        this.evidence = evidence;
    }

    /** @throws Refusal {@code input.invalid} 422 */
    void require(Scope scope, Problem problem, Step step, LocalDate today) {
        var flaws = new Refusal.Flaws();
        switch (step) {
            case Step.Rectify rectify -> {
                text(flaws, "text", rectify.text(), false);
                flaws.require(!rectify.evidence().isEmpty(), "evidence", "problem.proof-missing");
            }
            case Step.Accept accept -> text(flaws, "text", accept.text(), false);
            case Step.Return back -> {
                text(flaws, "text", back.text(), true);
                flaws.require(back.due() == null || back.due().isAfter(today), "due", "problem.due-past");
            }
            case Step.Extend extend -> {
                text(flaws, "reason", extend.reason(), true);
                extension(flaws, problem, extend.due(), today);
            }
            case Step.Escalate escalate -> text(flaws, "reason", escalate.reason(), true);
            case Step.Refer refer -> {
                name(flaws, "to", refer.to(), true);
                text(flaws, "reason", refer.reason(), true);
            }
            case Step.SignFor _ -> { }
            case Step.Conclude conclude -> conclusion(flaws, conclude);
            case Step.Cancel cancel -> {
                text(flaws, "reason", cancel.reason(), true);
                flaws.require(isTwin(scope, problem, cancel), "twin", "problem.twin-unfit");
            }
            case Step.Remark remark -> text(flaws, "text", remark.text(), true);
        }
        evidence(flaws, scope, step.evidence());
        flaws.refuse();
    }

    /** Only what the account uploaded itself. */
    void evidence(Refusal.Flaws flaws, Scope scope, List<UUID> ids) {
        var own = evidence.require(scope, ids);
        for (int i = 0; i < ids.size(); i++) flaws.require(own.contains(ids.get(i)), "evidence[" + i + "]", "problem.evidence-not-yours");
    }

    private void extension(Refusal.Flaws flaws, Problem problem, @Nullable LocalDate due, LocalDate today) {
        if (due == null) {
            flaws.add("due", "value.missing");
            return;
        }
        var latest = deadlines.latestExtension(problem.due(), today);
        flaws.require(due.isAfter(today), "due", "problem.due-past")
            .require(due.isAfter(problem.due()), "due", "problem.due-not-later", problem.due().toString())
            .require(!due.isAfter(latest), "due", "problem.due-too-late", latest.toString());
    }

    private static void conclusion(Refusal.Flaws flaws, Step.Conclude conclude) {
        if (conclude.result() == null) flaws.add("result", "value.missing");
        boolean taken = conclude.result() != EnforcementResult.NOT_ACCEPTED;
        name(flaws, "number", conclude.number(), taken);
        text(flaws, "text", conclude.text(), !taken);
    }

    /** Another problem of the same subject that this account sees. */
    private boolean isTwin(Scope scope, Problem problem, Step.Cancel cancel) {
        return cancel.twin() == null || !cancel.twin().equals(problem.id())
            && table.find(scope, cancel.twin()).filter(t -> t.subject().id().equals(problem.subject().id())).isPresent();
    }

    static void text(Refusal.Flaws flaws, String field, @Nullable String value, boolean needed) {
        length(flaws, field, value, needed, TEXT);
    }

    static void name(Refusal.Flaws flaws, String field, @Nullable String value, boolean needed) {
        length(flaws, field, value, needed, NAME);
    }

    private static void length(Refusal.Flaws flaws, String field, @Nullable String value, boolean needed, int most) {
        if (value == null || value.isBlank()) flaws.require(!needed, field, "value.missing");
        else flaws.require(value.length() <= most, field, "value.too-long", most);
    }
}
