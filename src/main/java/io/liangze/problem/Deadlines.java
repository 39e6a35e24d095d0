package io.liangze.problem;

import io.liangze.shared.RuleFiles;
import io.liangze.shared.Rules;
import io.liangze.shared.Severity;
import io.liangze.shared.WorkingDays;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Until when a problem is to be put right, and when the system escalates it: {@code rules/problems-*.yaml}. */
@Component
public class Deadlines {

    record First(@Nullable Integer workingDays, @Nullable Integer days, int overdueDays) {}

    record Returns(int workingDays, int escalateAt) {}

    record Span(int workingDays) {}

    record Terms(Map<Severity, First> deadlines, Returns returns, Span extension, Span signFor, int repeatDays) {

        Terms {
            for (var severity : Severity.values()) {
                var first = deadlines.get(severity);
                if (first == null) throw new IllegalArgumentException("deadlines: " + severity + " is missing");
                if ((first.workingDays == null) == (first.days == null))
                    throw new IllegalArgumentException("deadlines." + severity + ": either workingDays or days");
            }
            deadlines = new EnumMap<>(deadlines);
        }
    }

    private final Rules<Terms> rules;
    private final WorkingDays workingDays;

    Deadlines(RuleFiles files, WorkingDays workingDays) {
        this.rules = files.read("problems", Terms.class, (_, terms) -> terms);
        this.workingDays = workingDays;
    }

    /** Of the rules in force: what a problem's first event keeps. */
    String version(LocalDate day) {
        return rules.inForce(day).name();
    }

    Terms terms(LocalDate day) {
        return rules.inForce(day).content();
    }

    /** Of a problem opened {@code today}. */
    public LocalDate first(Severity severity, LocalDate today) {
        var first = terms(today).deadlines.get(severity);
        return first.days != null ? today.plusDays(first.days) : workingDays.plus(today, first.workingDays);
    }

    /** Of a problem sent back today, unless the one who sends it back says otherwise. */
    public LocalDate afterReturn(LocalDate due, LocalDate today) {
        return workingDays.plus(due.isAfter(today) ? due : today, terms(today).returns.workingDays);
    }

    /** Of a problem that enforcement did not take: the old one, or as after a return where that is over. */
    public LocalDate afterHandingBack(LocalDate due, LocalDate today) {
        return due.isAfter(today) ? due : afterReturn(due, today);
    }

    public LocalDate latestExtension(LocalDate due, LocalDate today) {
        return workingDays.plus(due, terms(today).extension.workingDays);
    }

    /** Problems due on that day or before are escalated today. */
    public LocalDate escalatedIfDueBy(Severity severity, LocalDate today) {
        return today.minusDays(terms(today).deadlines.get(severity).overdueDays);
    }

    /** Whether so many returns escalate. */
    boolean escalates(int returns, LocalDate today) {
        return returns >= terms(today).returns.escalateAt;
    }

    /** A problem closed on that day or later, found again today, is a repeat. */
    LocalDate repeatsSince(LocalDate today) {
        return today.minusDays(terms(today).repeatDays);
    }

    /** Until when a referral made on {@code day} is to be signed for. */
    LocalDate signForBy(LocalDate day) {
        return workingDays.plus(day, terms(day).signFor.workingDays);
    }

    /** Working days from tomorrow up to and with {@code due}; negative once it is over. */
    int workingDaysLeft(LocalDate today, LocalDate due) {
        return workingDays.between(today, due);
    }
}
