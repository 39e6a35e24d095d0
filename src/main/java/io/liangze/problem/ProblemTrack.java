package io.liangze.problem;

import io.liangze.problem.ProblemView.Mark;
import io.liangze.shared.Screen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of a problem in marks (办理进度): what was done, what is being done, what is to come. */
record ProblemTrack(Screen screen) {

    /** More marks than a line holds: the first and the last ones stay. */
    private static final int MOST = 6;

    List<Mark> of(Problem problem, List<ProblemEvent> events) {
        var marks = new ArrayList<Mark>();
        int returns = 0;
        boolean rectified = false;
        for (var event : events) {
            if (event.act() == Act.RETURN) returns++;
            var mark = past(event, returns, rectified);
            if (mark != null) marks.add(mark);
            rectified |= event.act() == Act.RECTIFY;
        }
        while (marks.size() > MOST) marks.remove(1);
        marks.addAll(toCome(problem.state()));
        return marks;
    }

    private @Nullable Mark past(ProblemEvent event, int returns, boolean again) {
        return switch (event.act()) {
            case OPEN -> mark(event, "problem.track.found", "done");
            case FIX_ON_SITE -> mark(event, "problem.track.fixed", "done");
            case RECTIFY -> mark(event, again ? "problem.track.again" : "problem.track.rectified", "done");
            case RETURN -> new Mark(screen.words("problem.track.returned", returns), day(event), "back");
            case EXTEND -> mark(event, "problem.track.extended", "done");
            case ESCALATE -> mark(event, "problem.track.escalated", "back");
            case REFER -> mark(event, "problem.track.referred", "done");
            case NOT_ACCEPTED -> mark(event, "problem.track.handed-back", "back");
            case ACCEPT -> mark(event, "problem.track.closed", "done");
            case ENFORCEMENT_RESULT -> mark(event, "problem.track.concluded", "done");
            case CANCEL -> mark(event, "problem.track.cancelled", "back");
            case SIGN_FOR, REMARK -> null;
        };
    }

    private List<Mark> toCome(ProblemState state) {
        return switch (state) {
            case OPEN, ESCALATED -> List.of(now("problem.track.waiting"), later("problem.track.recheck"), later("problem.track.closed"));
            case RECTIFIED -> List.of(now("problem.track.recheck"), later("problem.track.closed"));
            case REFERRED -> List.of(now("problem.track.enforcement"), later("problem.track.closed"));
            case CLOSED, CANCELLED -> List.of();
        };
    }

    private Mark mark(ProblemEvent event, String key, String look) {
        return new Mark(screen.lookup(key), day(event), look);
    }

    private Mark now(String key) {
        return new Mark(screen.lookup(key), screen.today(), "now");
    }

    private Mark later(String key) {
        return new Mark(screen.lookup(key), null, "");
    }

    private LocalDate day(ProblemEvent event) {
        return LocalDate.ofInstant(event.at(), screen.format().zone());
    }
}
