package io.liangze.assignment;

import io.liangze.region.Regions;
import io.liangze.shared.Named;
import io.liangze.shared.Scope;
import io.liangze.shared.WorkingDays;
import java.util.Arrays;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in words why a relation or a gap is there. */
@Component
class Words {

    private final MessageSource messages;
    private final Regions regions;
    private final MatchingRules rules;
    private final WorkingDays workingDays;

    Words(MessageSource messages, Regions regions, MatchingRules rules, WorkingDays workingDays) {
        this.messages = messages;
        this.regions = regions;
        this.rules = rules;
        this.workingDays = workingDays;
    }

    Assignment assignment(AssignmentTable.Row row) {
        return new Assignment(row.id(), new Named(row.subject(), row.subjectName()), regions.place(Scope.system(), row.region()), row.grade(),
            new Named(row.official(), row.officialName(), row.officialPost()), row.since(), row.until(), row.acting(), row.pinned(),
            row.rule(), why(row), row.endedWhy() == null ? null : say("assignment.ended." + row.endedWhy()));
    }

    /** A place among the values is said by its name. */
    private String why(AssignmentTable.Row row) {
        var values = Arrays.stream(row.why().split("\\|"))
            .map(value -> value.matches("\\d{12}") ? regions.name(Scope.system(), value) : value).toArray();
        return say("assignment.why." + row.rule(), values);
    }

    Gap gap(GapTable.Row row) {
        return new Gap(row.id(), row.name(), regions.place(Scope.system(), row.region()), row.grade(),
            say("assignment.gap." + (row.why() == null ? "PENDING" : row.why())), row.since(),
            workingDays.plus(row.since(), rules.inForce().rematchWithinWorkingDays()));
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
