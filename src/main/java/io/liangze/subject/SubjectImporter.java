package io.liangze.subject;

import io.liangze.imports.Batch;
import io.liangze.imports.Cells;
import io.liangze.imports.Column;
import io.liangze.imports.Difference;
import io.liangze.imports.Import;
import io.liangze.imports.Importer;
import io.liangze.imports.Line;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Takes the table of subjects that an office sends (主体导入). */
@Component
class SubjectImporter implements Importer<Draft> {

    private final SubjectCheck check;
    private final SubjectBatch batch;
    private final Followers followers;
    private final SubjectTable table;
    private final Regrading regrading;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;

    SubjectImporter(SubjectCheck check, SubjectBatch batch, Followers followers, SubjectTable table, Regrading regrading,
                    ApplicationEventPublisher events, MessageSource messages) {
        this.check = check;
        this.batch = batch;
        this.followers = followers;
        this.table = table;
        this.regrading = regrading;
        this.events = events;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "subjects";
    }

    @Override
    public Set<Role> roles() {
        return Role.KEEPERS;
    }

    /** Numbers and counts are written in the order of their index: the more at once, the fewer of its pages are touched. */
    @Override
    public int batchSize() {
        return 10_000;
    }

    @Override
    public List<Column> columns() {
        return Arrays.stream(SubjectField.values()).map(field -> new Column(field.header(), field.isRequired(),
            "subject.column." + field.jsonName(), words("subject.example." + field.jsonName()))).toList();
    }

    @Override
    public Draft read(Import of, Cells cells) {
        var draft = new Draft();
        for (var field : SubjectField.values())
            if (of.has(field.header()))
                check.read(draft, field, cells.text(field.header()), (wrong, code, args) -> cells.flaw(wrong.header(), code, args));
        return draft;
    }

    @Override
    public List<String> keys(Draft draft) {
        return draft.keys();
    }

    @Override
    public void store(Scope scope, Import of, Batch<Draft> rows) {
        var lines = rows.lines();
        var changed = batch.store(scope, of.id(), lines.stream().map(Line::value).toList(), new SubjectBatch.Fates() {
            @Override
            public void created(int at, Subject subject) {
                rows.created(lines.get(at), subject.id(), subject.name());
            }

            @Override
            public void updated(int at, Subject before, Subject after) {
                if (before.grade() == after.grade()) rows.updated(lines.get(at), after.id(), after.name(), differences(before, after));
                else rows.updated(lines.get(at), after.id(), after.name(), differences(before, after), "subject.regraded",
                    grade(before), grade(after));
            }

            @Override
            public void unchanged(int at) {
                rows.unchanged(lines.get(at));
            }

            @Override
            public void rejected(int at, @Nullable SubjectField field, String code, Object... args) {
                rows.reject(lines.get(at), field == null ? null : field.header(), code, args);
            }

            @Override
            public void warned(int at, SubjectField field, String code) {
                rows.warn(lines.get(at), field.header(), code);
            }
        });
        followers.tell(scope, changed);
    }

    /** Others stand elsewhere by what came; then the places are told of what is new. */
    @Override
    public void finish(Scope scope, Import of) {
        regrading.after(scope, of.id());
        var counties = table.countiesOf(of.id());
        if (!counties.isEmpty()) events.publishEvent(new SubjectsChanged(counties, List.of()));
    }

    private List<Difference> differences(Subject before, Subject after) {
        var differences = new ArrayList<Difference>();
        for (var field : SubjectField.values()) {
            var was = field.of(before.particulars());
            var is = field.of(after.particulars());
            if (!Objects.equals(was, is)) differences.add(new Difference(field.header(), shown(was), shown(is)));
        }
        return differences;
    }

    /** As the sheet has it: enums by their words. */
    private String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Enum<?> constant -> words(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
            case FoodCategory category -> category.chinese();
            default -> value.toString();
        };
    }

    private static String grade(Subject subject) {
        return subject.grade() == null ? "—" : Objects.requireNonNull(subject.grade()).name();
    }

    private String words(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
