package io.liangze.supervision;

import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.region.Regions;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import io.liangze.sheet.SheetForm;
import io.liangze.sheet.SheetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of tasks as a table to take away: thirty columns in the words of the screen, written as they are read. */
@Component
class TaskExport {

    private static final List<String> COLUMNS = List.of("id", "period", "sort", "status", "due", "grade", "family", "kind", "subject",
        "credit-code", "licence-no", "region", "city", "county", "township", "village", "address", "principal", "official", "post", "modes",
        "done-on", "late", "mode", "started-at", "ended-at", "minutes", "conclusion", "problems", "open");

    private final TaskSheetTable table;
    private final Regions regions;
    private final Audit audit;

    TaskExport(TaskSheetTable table, Regions regions, Audit audit) {
        this.table = table;
        this.regions = regions;
        this.audit = audit;
    }

    /** What is written once the answer has begun. */
    interface Rows {
        void write(OutputStream out, SheetForm form) throws IOException;
    }

    /**
     * Checks and logs; the rows follow.
     *
     * @throws io.liangze.shared.Refusal {@code role.insufficient} 403, {@code region.absent} 404
     */
    @Transactional
    public Rows begin(Scope scope, Screen screen, TaskFilter filter) {
        var within = regions.within(scope.as(Role.READERS), filter.region());
        audit.record(scope, Change.made("task.exported", "TASK", null, filter.region(), Map.of("filter", filter.query())));
        return (out, form) -> {
            var words = new Words(screen);
            try (var sheet = SheetWriter.to(out, form)) {
                sheet.begin(COLUMNS.stream().map(column -> screen.lookup("task.sheet." + column)).toList());
                table.walk(within, filter.by(scope), screen.today(), page -> page.forEach(row -> write(sheet, words, row)));
            }
        };
    }

    private void write(SheetWriter sheet, Words words, TaskSheetTable.Row row) {
        var region = row.region();
        try {
            sheet.row(row.id(), row.period(), words.of("TaskSort", row.sort()), words.of("TaskStatus", row.status(words.screen.today())), row.due(),
                row.grade(), words.of("Family", row.family()), words.of("Kind", row.kind()), row.subjectName(), row.creditCode(), row.licenceNo(),
                region, place(region, 4), place(region, 6), place(region, 9), place(region, 12), row.address(), row.principal(),
                row.officialName(), row.officialPost(), words.all("Mode", row.modes()), row.doneOn(), row.late() ? words.yes : null,
                words.of("Mode", row.mode()), time(row.startedAt()), time(row.endedAt()), row.minutes(), words.of("Conclusion", row.conclusion()),
                row.problems(), row.open());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The place of that many digits; nothing for a place above. */
    private @Nullable String place(String region, int digits) {
        if (region.substring(digits == 12 ? 9 : digits - 2, digits).chars().allMatch(c -> c == '0')) return null;
        return regions.name(Scope.system(), region.substring(0, digits) + "0".repeat(12 - digits));
    }

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static @Nullable String time(@Nullable OffsetDateTime at) {
        return at == null ? null : at.atZoneSameInstant(VisitCheck.OFFICE_TIME).format(MINUTE);
    }

    /** Words of constants, looked up once each. */
    private static final class Words {

        private final Screen screen;
        private final String yes;
        private final Map<String, String> known = new HashMap<>();

        Words(Screen screen) {
            this.screen = screen;
            this.yes = screen.lookup("task.sheet.yes");
        }

        @Nullable String of(String type, @Nullable String constant) {
            return constant == null ? null : known.computeIfAbsent(type + "." + constant, screen::lookup);
        }

        String all(String type, String[] constants) {
            return String.join("、", Arrays.stream(constants).map(constant -> of(type, constant)).toList());
        }
    }
}
