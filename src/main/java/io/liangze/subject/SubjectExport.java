package io.liangze.subject;

import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.region.Regions;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.sheet.SheetForm;
import io.liangze.sheet.SheetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list as a table to take away, in the words and columns of the import: so it can be corrected and sent back.
 * Pages of the list are written as they are read; nothing is held.
 */
@Component
class SubjectExport {

    private static final int PAGE = 1_000;
    private static final List<String> MORE = List.of("等级", "分级依据", "所在地", "包保干部", "包保干部职务", "标记");

    private final SubjectTable table;
    private final Showing showing;
    private final Regions regions;
    private final Audit audit;
    private final MessageSource messages;

    SubjectExport(SubjectTable table, Showing showing, Regions regions, Audit audit, MessageSource messages) {
        this.table = table;
        this.showing = showing;
        this.regions = regions;
        this.audit = audit;
        this.messages = messages;
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
    public Rows begin(Scope scope, SubjectFilter filter) {
        var within = regions.within(scope.as(Role.READERS), filter.region());
        audit.record(scope, Change.made("subject.exported", "SUBJECT", null, filter.region(), Map.of("filter", filter.query())));
        return (out, form) -> {
            try (var sheet = SheetWriter.to(out, form)) {
                var columns = new ArrayList<>(Arrays.stream(SubjectField.values()).map(SubjectField::header).toList());
                columns.addAll(MORE);
                sheet.begin(columns);
                table.walk(within, filter, PAGE, page -> page.forEach(subject -> write(scope, sheet, subject)));
            }
        };
    }

    private void write(Scope scope, SheetWriter sheet, Subject subject) {
        var shown = showing.isClear(scope, subject) ? showing.clear(subject) : showing.masked(subject);
        var cells = new ArrayList<@Nullable Object>();
        for (var field : SubjectField.values())
            cells.add(field == SubjectField.PHONE ? shown.phone() : cell(field.of(subject.particulars())));
        var reason = subject.gradeReason();
        var official = subject.official();
        cells.add(subject.grade());
        cells.add(reason == null ? null : reason.rule() + " " + reason.text());
        cells.add(subject.region().name());
        cells.add(official == null ? null : official.name());
        cells.add(official == null ? null : official.post());
        cells.add(subject.flags().stream().map(this::word).collect(Collectors.joining("、")));
        try {
            sheet.row(cells.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Object cell(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case ChainRole.NONE -> null;
            case Kind kind -> kind.chinese();
            case Enum<?> constant -> word(constant);
            default -> value;
        };
    }

    private String word(Enum<?> constant) {
        return Objects.requireNonNull(messages.getMessage(constant.getDeclaringClass().getSimpleName() + "." + constant.name(), null, Locale.SIMPLIFIED_CHINESE));
    }
}
