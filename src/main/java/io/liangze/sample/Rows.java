package io.liangze.sample;

import io.liangze.problem.Act;
import io.liangze.problem.EnforcementResult;
import io.liangze.problem.ProblemSource;
import io.liangze.problem.ProblemState;
import io.liangze.shared.Period;
import io.liangze.shared.Role;
import io.liangze.shared.Severity;
import io.liangze.supervision.Mode;
import io.liangze.supervision.TaskSort;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The past of a county, as rows: what was owed, what was seen, what was wrong and what became of it. */
final class Rows {

    final List<Task> tasks = new ArrayList<>();
    final List<Visit> visits = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    final List<Photo> photos = new ArrayList<>();

    static final class Task {
        final UUID id;
        final Business business;
        final Made.Relation relation;
        final Period.Quarter quarter;
        final LocalDate due;
        final TaskSort sort;
        final List<Mode> modes;
        final Instant createdAt;
        @Nullable Visit visit;
        @Nullable String cancelledWhy;

        Task(UUID id, Business business, Made.Relation relation, Period.Quarter quarter, LocalDate due, TaskSort sort, List<Mode> modes,
             Instant createdAt) {
            this.id = id;
            this.business = business;
            this.relation = relation;
            this.quarter = quarter;
            this.due = due;
            this.sort = sort;
            this.modes = modes;
            this.createdAt = createdAt;
        }

        String state() {
            return visit != null ? "DONE" : cancelledWhy != null ? "CANCELLED" : "OPEN";
        }
    }

    static final class Visit {
        final UUID id;
        final Task task;
        final Mode mode;
        final Instant startedAt;
        final Instant endedAt;
        final LocalDate on;
        final List<Problem> problems = new ArrayList<>();
        final List<UUID> evidence = new ArrayList<>();
        String answers = "[]";
        String companion = "{}";
        @Nullable String advice;

        Visit(UUID id, Task task, Mode mode, Instant startedAt, Instant endedAt, LocalDate on) {
            this.id = id;
            this.task = task;
            this.mode = mode;
            this.startedAt = startedAt;
            this.endedAt = endedAt;
            this.on = on;
        }
    }

    static final class Problem {
        final UUID id;
        final Business business;
        final Made.@Nullable Relation relation;
        final ProblemSource source;
        final @Nullable String item;
        final Severity severity;
        final String text;
        final Instant openedAt;
        final LocalDate openedOn;
        final List<Event> events = new ArrayList<>();
        ProblemState state = ProblemState.OPEN;
        LocalDate due;
        @Nullable UUID visit;
        @Nullable UUID repeatOf;
        @Nullable UUID openedBy;
        @Nullable UUID rectifiedBy;
        @Nullable Role rectifiedAs;
        int returns;
        boolean extended;
        boolean escalated;
        @Nullable String referredTo;
        @Nullable Instant signedForAt;
        @Nullable EnforcementResult result;
        @Nullable String resultNumber;
        @Nullable Instant closedAt;
        @Nullable LocalDate closedOn;

        Problem(UUID id, Business business, Made.@Nullable Relation relation, ProblemSource source, @Nullable String item, Severity severity,
                String text, Instant openedAt, LocalDate openedOn, LocalDate due) {
            this.id = id;
            this.business = business;
            this.relation = relation;
            this.source = source;
            this.item = item;
            this.severity = severity;
            this.text = text;
            this.openedAt = openedAt;
            this.openedOn = openedOn;
            this.due = due;
        }
    }

    record Event(UUID id, Instant at, @Nullable UUID account, String actor, Role role, Act act, ProblemState state, @Nullable String text,
                 List<UUID> evidence, String details) {}

    /** A picture to be drawn: what it shows, and what names it. @param kind VISIT or PROBLEM */
    record Photo(UUID id, Scene scene, UUID account, String accountRegion, Instant at, Land.Point where, String kind, UUID record,
                 String region, UUID subject) {
        enum Scene { SHOP_FRONT, WRONG, RIGHT }
    }
}
