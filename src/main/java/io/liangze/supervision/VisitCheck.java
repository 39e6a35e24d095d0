package io.liangze.supervision;

import io.liangze.shared.Refusal.Flaws;
import io.liangze.supervision.VisitReport.Answer;
import io.liangze.supervision.VisitReport.Result;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a visit must hold before it is taken: everything at once, each flaw beside its field. */
final class VisitCheck {

    static final ZoneId OFFICE_TIME = ZoneId.of("Asia/Shanghai");
    private static final Duration FUTURE = Duration.ofMinutes(10);
    /** Below it a difference of clocks is the way that the message took. */
    private static final Duration CLOCK_DIFFERS = Duration.ofMinutes(1);
    private static final int TEXT = 2_000;
    private static final int DIGITS = 12;
    private static final double EARTH_M = 20_038_000;
    private static final String COMPANION = "companion.";

    private final Checklist checklist;
    private final Set<UUID> evidence;
    private final Flaws flaws = new Flaws();

    /** @param evidence of what the visit names: what the sender may use */
    VisitCheck(Checklist checklist, Set<UUID> evidence) {
        this.checklist = checklist;
        this.evidence = evidence;
    }

    /** Times as they were: the phone's, corrected by what its clock differed at sending. */
    record Times(Instant startedAt, Instant endedAt) {
        static Times of(VisitReport visit, Instant received) {
            var differs = visit.sentAt() == null ? Duration.ZERO : Duration.between(visit.sentAt().toInstant(), received);
            var by = differs.abs().compareTo(CLOCK_DIFFERS) < 0 ? Duration.ZERO : differs;
            return new Times(Objects.requireNonNull(visit.startedAt()).toInstant().plus(by),
                Objects.requireNonNull(visit.endedAt()).toInstant().plus(by));
        }

        LocalDate endedOn() {
            return LocalDate.ofInstant(endedAt, OFFICE_TIME);
        }
    }

    /** All evidence that a visit names. */
    static Set<UUID> named(VisitReport visit) {
        var named = new HashSet<UUID>(visit.evidence() == null ? List.of() : visit.evidence());
        if (visit.answers() != null) visit.answers().stream().filter(Objects::nonNull).forEach(answer -> named.addAll(answer.photos()));
        if (visit.companion() != null && visit.companion().signature() != null) named.add(visit.companion().signature());
        return named;
    }

    /** @throws io.liangze.shared.Refusal {@code input.invalid} 422 */
    void visit(VisitReport visit, TaskTable.Row task, LocalDate firstDay, Instant received) {
        flaws.require(checklist.version().equals(visit.checklistVersion()), "checklistVersion", "visit.version")
            .require(visit.mode() != null && task.modes().contains(visit.mode()), "mode", "visit.mode")
            .require(visit.standInFor() == null, "standInFor", "visit.stand-in")
            .require(visit.advice() == null || visit.advice().length() <= TEXT, "advice", "value.too-long", TEXT)
            .require(visit.device() == null || visit.device().length() <= 100, "device", "value.too-long", 100)
            .require(evidence.containsAll(visit.evidence() == null ? List.of() : visit.evidence()), "evidence", "visit.evidence");
        times(visit, firstDay, received);
        position(visit.start(), "start");
        position(visit.end(), "end");
        companion(visit.companion());
        if (visit.mode() != null) answers(visit.answers(), checklist.asked(visit.mode()));
        flaws.refuse();
    }

    private void times(VisitReport visit, LocalDate firstDay, Instant received) {
        flaws.require(visit.startedAt() != null, "startedAt", "value.missing").require(visit.endedAt() != null, "endedAt", "value.missing");
        if (visit.startedAt() == null || visit.endedAt() == null) return;
        var times = Times.of(visit, received);
        flaws.require(!times.endedAt().isBefore(times.startedAt()), "endedAt", "visit.reversed")
            .require(!times.startedAt().isAfter(received.plus(FUTURE)), "startedAt", "visit.future")
            .require(!times.endedAt().isAfter(received.plus(FUTURE)), "endedAt", "visit.future")
            .require(!LocalDate.ofInstant(times.startedAt(), OFFICE_TIME).isBefore(firstDay), "startedAt", "visit.before-period");
    }

    private void position(VisitReport.@Nullable Position position, String field) {
        if (position == null) return;
        flaws.require(Math.abs(position.latitude()) <= 90, field + ".latitude", "value.unfit")
            .require(Math.abs(position.longitude()) <= 180, field + ".longitude", "value.unfit")
            .require(position.accuracyM() == null || position.accuracyM() >= 0 && position.accuracyM() <= EARTH_M, field + ".accuracyM", "value.unfit");
    }

    private void companion(VisitReport.@Nullable Companion companion) {
        if (companion == null) {
            flaws.add("companion", "visit.companion");
            return;
        }
        boolean declined = companion.declined() != null && !companion.declined().isBlank();
        boolean named = companion.name() != null && !companion.name().isBlank();
        flaws.require(declined || named, COMPANION + "name", "value.missing")
            .require(declined || companion.signature() != null, COMPANION + "signature", "visit.signature")
            .require(companion.signature() == null || evidence.contains(companion.signature()), COMPANION + "signature", "visit.evidence");
    }

    /** Each asked item once, and nothing else. */
    private void answers(@Nullable List<Answer> answers, List<ChecklistItem> asked) {
        if (answers == null) {
            flaws.add("answers", "value.missing");
            return;
        }
        var open = new HashMap<String, ChecklistItem>();
        asked.forEach(item -> open.put(item.id(), item));
        for (int i = 0; i < answers.size(); i++) {
            var answer = answers.get(i);
            var field = "answers[" + i + "].";
            var item = answer == null || answer.item() == null ? null : open.remove(answer.item());
            if (item == null) flaws.add(field + "item", "visit.item-unknown");
            else answer(answer, item, field);
        }
        open.keySet().stream().sorted().forEach(missing -> flaws.add("answers", "visit.item-missing", missing));
    }

    void answer(Answer answer, ChecklistItem item, String field) {
        if (answer.result() == null) {
            flaws.add(field + "result", "value.missing");
            return;
        }
        flaws.require(answer.text() == null || answer.text().length() <= TEXT, field + "text", "value.too-long", TEXT)
            .require(evidence.containsAll(answer.photos()), field + "evidence", "visit.evidence")
            .require(answer.photos().size() <= 9, field + "evidence", "visit.photos-many")
            .require(answer.finding() == null || item.finding(answer.finding()).isPresent(), field + "finding", "visit.finding")
            .require(answer.value() == null || item.measure() != null, field + "value", "visit.no-measure")
            .require(answer.value() == null || isPlain(answer.value()), field + "value", "value.unfit");
        if (isProblem(answer, item)) {
            flaws.require(hasWords(answer) || answer.value() != null && answer.result() != Result.PROBLEM, field + "text", "visit.words")
                .require(item.photo() == Photo.NEVER || !answer.photos().isEmpty(), field + "evidence", "visit.photo")
                .require(!answer.isFixedOnSite() || new HashSet<>(answer.photos()).size() >= 2, field + "evidence", "visit.two-photos");
        } else {
            flaws.require(item.photo() != Photo.ALWAYS || answer.result() == Result.NA || !answer.photos().isEmpty(), field + "evidence", "visit.photo")
                .require(!answer.isFixedOnSite(), field + "fixedOnSite", "visit.nothing-to-fix");
        }
    }

    /** Nothing that is measured here has more digits; written out, a large exponent would fill the memory. */
    private static boolean isPlain(BigDecimal value) {
        return value.precision() <= DIGITS && Math.abs(value.scale()) <= DIGITS;
    }

    void refuse() {
        flaws.refuse();
    }

    /** A value outside its limits is a problem, whatever was tapped. */
    static boolean isProblem(Answer answer, ChecklistItem item) {
        return answer.result() == Result.PROBLEM
            || answer.result() == Result.OK && answer.value() != null && item.measure() != null && !item.measure().holds(answer.value().doubleValue());
    }

    private static boolean hasWords(Answer answer) {
        return answer.text() != null && !answer.text().isBlank() || answer.finding() != null;
    }

    /** The wrong items of a visit, as the loop of problems takes them. */
    static List<io.liangze.problem.Finding> findings(List<Answer> answers, Checklist checklist) {
        var findings = new ArrayList<io.liangze.problem.Finding>();
        for (var answer : answers) {
            var item = checklist.item(Objects.requireNonNull(answer.item())).orElseThrow();
            if (!isProblem(answer, item)) continue;
            var tapped = answer.finding() == null ? null : item.finding(answer.finding()).orElseThrow();
            var severity = tapped == null ? item.severity() : item.severity().atLeast(tapped.severity());
            if (answer.severity() != null) severity = severity.atLeast(answer.severity());
            findings.add(new io.liangze.problem.Finding(item.id(), severity, words(answer, item, tapped), answer.photos(), answer.isFixedOnSite()));
        }
        return findings;
    }

    private static String words(Answer answer, ChecklistItem item, @Nullable Finding tapped) {
        var words = new ArrayList<String>();
        if (tapped != null) words.add(tapped.text());
        if (answer.text() != null && !answer.text().isBlank()) words.add(answer.text().strip());
        if (answer.value() != null && item.measure() != null) words.add(answer.value().toPlainString() + item.measure().unit());
        return String.join("，", words);
    }

    static OffsetDateTime inOfficeTime(Instant at) {
        return at.atZone(OFFICE_TIME).toOffsetDateTime();
    }

    /** The answers after a correction: those that it names, and the others as they were. */
    static List<Answer> corrected(List<Answer> before, List<Answer> changes) {
        Map<String, Answer> byItem = new LinkedHashMap<>();
        before.forEach(answer -> byItem.put(Objects.requireNonNull(answer.item()), answer));
        changes.forEach(answer -> byItem.put(Objects.requireNonNull(answer.item()), answer));
        return List.copyOf(byItem.values());
    }
}
