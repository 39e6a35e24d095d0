package io.liangze.supervision;

import io.liangze.supervision.VisitReport.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A visit with the questions that it answered, as its page shows it. */
public record VisitSheet(Visit visit, Checklist checklist) {

    /** A question, its answer as it was sent and as it stands, and the problem that it opened. */
    public record Line(ChecklistItem item, Answer sent, Answer now, @Nullable UUID problem) {

        public boolean isCorrected() {
            return !sent.equals(now);
        }

        public boolean isProblem() {
            return VisitCheck.isProblem(now, item);
        }

        /** What was seen, in words: the finding tapped, then the words typed. */
        public static String words(Answer answer, ChecklistItem item) {
            var finding = answer.finding() == null ? Optional.<String>empty() : item.finding(answer.finding()).map(Finding::text);
            var text = Optional.ofNullable(answer.text()).filter(t -> !t.isBlank());
            return finding.map(f -> text.map(t -> f + "，" + t).orElse(f)).or(() -> text).orElse("");
        }
    }

    /** By group, in the order of the checklist; what was not asked is left out. */
    public Map<ItemGroup, List<Line>> groups() {
        var sent = byItem(visit.answers());
        var now = byItem(visit.answersNow());
        var problems = visit.problems().stream().collect(Collectors.toMap(opened -> opened.item(), opened -> opened.id(), (a, _) -> a));
        var groups = new LinkedHashMap<ItemGroup, List<Line>>();
        FieldForm.byGroup(checklist).forEach((group, items) -> {
            var lines = items.stream().filter(item -> sent.containsKey(item.id()))
                .map(item -> new Line(item, sent.get(item.id()), now.getOrDefault(item.id(), sent.get(item.id())), problems.get(item.id()))).toList();
            if (!lines.isEmpty()) groups.put(group, lines);
        });
        return groups;
    }

    /** How many answers stand at that result. */
    public long count(VisitReport.Result result) {
        return visit.answersNow().stream().filter(answer -> answer.result() == result).count();
    }

    private static Map<String, Answer> byItem(List<Answer> answers) {
        return answers.stream().collect(Collectors.toMap(answer -> Objects.requireNonNull(answer.item()), answer -> answer));
    }
}
