package io.liangze.problem;

import io.liangze.shared.Cursor;
import io.liangze.shared.Format;
import io.liangze.shared.Page;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import io.liangze.sheet.SheetForm;
import io.liangze.sheet.SheetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All problems that a filter lists, as a table; read page by page, so its length costs no memory. */
@Component
class ProblemSheet {

    private static final int ROWS = 500;

    private static final List<String> COLUMNS = List.of("problem.id", "problem.text", "problem.subject", "problem.region",
        "problem.subject-kind", "problem.grade", "problem.severity", "problem.source", "problem.item", "problem.state",
        "problem.overdue", "problem.opened", "problem.due", "problem.closed", "problem.owner", "problem.official",
        "problem.returns", "problem.repeat");

    private final Problems problems;

    ProblemSheet(Problems problems) {
        this.problems = problems;
    }

    /** The first rows, read before anything is written: so that a refusal still can be answered. */
    Page<Problem> begin(Scope scope, ProblemFilter filter) {
        return problems.page(scope, filter, null, ROWS);
    }

    void write(Scope scope, Screen screen, ProblemFilter filter, Page<Problem> first, SheetForm form, OutputStream out)
            throws IOException {
        try (var sheet = SheetWriter.to(out, form)) {
            sheet.begin(COLUMNS.stream().map(screen::lookup).toList());
            for (@Nullable Page<Problem> page = first; page != null; page = next(scope, filter, page))
                for (var problem : page.items()) sheet.row(row(screen, problem));
        }
    }

    private @Nullable Page<Problem> next(Scope scope, ProblemFilter filter, Page<Problem> page) {
        return page.next() == null ? null : problems.page(scope, filter, Cursor.of(page.next()), ROWS);
    }

    private static Object[] row(Screen screen, Problem problem) {
        var subject = problem.subject();
        return Stream.of(problem.id(), problem.text(), subject.name(), subject.region().name(), subject.kind(),
            subject.grade() == null ? Format.NONE : screen.name(subject.grade()), screen.name(problem.severity()),
            screen.name(problem.source()), orEmpty(problem.item()), screen.name(problem.state()),
            problem.isOverdue(screen.today()) ? screen.lookup("problem.overdue") : "", problem.openedOn(), problem.due(),
            orEmpty(problem.progress().closedOn()), orEmpty(problem.owner()),
            problem.official() == null ? "" : problem.official().name(), problem.progress().returns(),
            problem.repeatOf() == null ? "" : screen.lookup("problem.repeat")).toArray();
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? "" : value;
    }
}
