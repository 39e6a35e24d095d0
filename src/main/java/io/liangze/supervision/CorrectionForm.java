package io.liangze.supervision;

import io.liangze.evidence.Evidence;
import io.liangze.evidence.Upload;
import io.liangze.shared.Refusal.Flaw;
import io.liangze.shared.Scope;
import io.liangze.supervision.VisitReport.Answer;
import io.liangze.supervision.VisitReport.Result;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/**
 * A correction as its form sends it: {@code result.K01}, {@code finding.K01}, {@code text.K01}, {@code value.K01} and files
 * {@code photo.K01} for every item. What differs from the answers as they stand becomes the correction.
 */
record CorrectionForm(@Nullable String reason, List<Answer> changes) {

    private static final Pattern ANSWER = Pattern.compile("answers\\[(\\d+)]\\.(\\w+)");

    static CorrectionForm read(Scope scope, Evidence evidence, List<Answer> before, Map<String, String> fields,
                               MultiValueMap<String, MultipartFile> files) {
        var changes = new ArrayList<Answer>();
        for (var old : before) {
            var item = Objects.requireNonNull(old.item());
            var fresh = files.getOrDefault("photo." + item, List.of()).stream().filter(file -> !file.isEmpty())
                .map(file -> evidence.store(scope, Upload.of(null, file)).id()).toList();
            var now = answer(old, fields, fresh);
            if (!same(old, now) || !fresh.isEmpty()) changes.add(now);
        }
        return new CorrectionForm(blankToNull(fields.get("reason")), changes);
    }

    private static Answer answer(Answer old, Map<String, String> fields, List<UUID> fresh) {
        var item = Objects.requireNonNull(old.item());
        var result = fields.get("result." + item) == null ? old.result() : Result.valueOf(fields.get("result." + item));
        boolean wrong = result == Result.PROBLEM;
        var photos = new ArrayList<>(old.photos());
        photos.addAll(fresh);
        return new Answer(item, result, wrong ? typed(fields, "text." + item, old.text()) : null, wrong ? typed(fields, "finding." + item, old.finding()) : null,
            wrong ? old.severity() : null, fields.containsKey("value." + item) ? number(fields.get("value." + item)) : old.value(), photos,
            wrong && old.isFixedOnSite(), old.seconds());
    }

    /** What the form does not hold stays as it was. */
    private static @Nullable String typed(Map<String, String> fields, String name, @Nullable String before) {
        return fields.containsKey(name) ? blankToNull(fields.get(name)) : before;
    }

    private static boolean same(Answer a, Answer b) {
        return a.result() == b.result() && Objects.equals(blankToNull(a.text()), b.text()) && Objects.equals(a.finding(), b.finding())
            && (a.value() == null ? b.value() == null : b.value() != null && a.value().compareTo(b.value()) == 0);
    }

    /** A number as it was typed, or nothing for what is none. */
    private static @Nullable BigDecimal number(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    Corrections.Wish wish() {
        return new Corrections.Wish(reason, changes);
    }

    /** Flaws under the names of the form's fields. */
    List<Flaw> named(List<Flaw> flaws) {
        return flaws.stream().map(flaw -> {
            var match = ANSWER.matcher(flaw.field());
            if (!match.matches()) return flaw;
            var item = changes.get(Integer.parseInt(match.group(1))).item();
            var field = match.group(2).equals("evidence") ? "photo" : match.group(2);
            return new Flaw(field + "." + item, flaw.code(), flaw.args());
        }).toList();
    }

    /** The answers as the form shows them again. */
    Map<String, Answer> over(List<Answer> before) {
        return VisitCheck.corrected(before, changes).stream().collect(Collectors.toMap(answer -> Objects.requireNonNull(answer.item()), answer -> answer));
    }
}
