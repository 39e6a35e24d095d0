package io.liangze.subject;

import io.liangze.region.Regions;
import io.liangze.shared.Grade;
import io.liangze.shared.Range;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Forms by which a subject is opened, changed, closed, and another grade asked for. What is wrong stands beside its field. */
@Controller
class SubjectFormPages {

    private final Subjects subjects;
    private final GradeOverrides overrides;
    private final Regions regions;

    SubjectFormPages(Subjects subjects, GradeOverrides overrides, Regions regions) {
        this.subjects = subjects;
        this.overrides = overrides;
        this.regions = regions;
    }

    @GetMapping("/subjects/new")
    ModelAndView blank(Scope scope, Screen screen) {
        scope.as(Role.KEEPERS);
        return form(scope, screen, null, Map.of("chainRole", "NONE", "status", "ACTIVE"), null);
    }

    @PostMapping("/subjects")
    ModelAndView open(Scope scope, Screen screen, @RequestParam Map<String, String> typed) {
        return answer(() -> subjects.open(scope, null, fields(typed)).id(), refusal -> form(scope, screen, null, typed, refusal));
    }

    @GetMapping("/subjects/{id}/edit")
    ModelAndView edit(Scope scope, Screen screen, @PathVariable UUID id) {
        scope.as(Role.KEEPERS);
        var subject = subjects.find(scope, id);
        return form(scope, screen, subject, typed(subject), null);
    }

    @PostMapping("/subjects/{id}")
    ModelAndView change(Scope scope, Screen screen, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        var fields = fields(typed);
        return answer(() -> {
            var subject = subjects.find(scope, id);
            if (subject.phone() != null && subject.phone().equals(fields.get(SubjectField.PHONE))) fields.remove(SubjectField.PHONE);
            return subjects.change(scope, id, fields, null).id();
        }, refusal -> form(scope, screen, subjects.find(scope, id), typed, refusal));
    }

    @GetMapping("/subjects/{id}/status")
    ModelAndView status(Scope scope, Screen screen, @PathVariable UUID id) {
        scope.as(Role.KEEPERS);
        var subject = subjects.find(scope, id);
        return statusForm(screen, subject, Map.of("status", subject.status().name(), "date", screen.today().toString()), null);
    }

    /** Closing has a day and a reason of its own. */
    @PostMapping("/subjects/{id}/status")
    ModelAndView changeStatus(Scope scope, Screen screen, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        var reason = typed.get("reason");
        return answer(() -> {
            if (SubjectStatus.CLOSED.name().equals(typed.get("status"))) return subjects.close(scope, id, reason, day(typed.get("date"))).id();
            new Refusal.Flaws().require(typed.get("status") != null, "status", "value.missing")
                .require(reason != null && !reason.isBlank(), "reason", "value.missing").refuse();
            var fields = new EnumMap<SubjectField, @Nullable String>(SubjectField.class);
            fields.put(SubjectField.STATUS, typed.get("status"));
            fields.put(SubjectField.SEASON, typed.get("seasonMonths"));
            return subjects.change(scope, id, fields, reason).id();
        }, refusal -> statusForm(screen, subjects.find(scope, id), typed, refusal));
    }

    @GetMapping("/subjects/{id}/override")
    ModelAndView override(Scope scope, Screen screen, @PathVariable UUID id) {
        scope.as(Role.OFFICE);
        return overrideForm(screen, subjects.find(scope, id), Map.of("until", screen.today().plusYears(1).toString()), null);
    }

    @PostMapping("/subjects/{id}/override")
    ModelAndView ask(Scope scope, Screen screen, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        return answer(() -> {
            var grade = typed.get("grade");
            overrides.ask(scope, id, grade == null ? null : Grade.valueOf(grade), typed.get("reason"), day(typed.get("until")));
            return id;
        }, refusal -> overrideForm(screen, subjects.find(scope, id), typed, refusal));
    }

    @PostMapping("/subjects/{id}/override/approve")
    String approve(Scope scope, @PathVariable UUID id) {
        return "redirect:/subjects/" + overrides.approve(scope, id).id();
    }

    @GetMapping("/subjects/{id}/override/refuse")
    ModelAndView refusing(Scope scope, Screen screen, @PathVariable UUID id) {
        scope.as(Role.OFFICE);
        return view("subject/refuse", screen, subjects.find(scope, id), Map.of(), null, Map.of());
    }

    @PostMapping("/subjects/{id}/override/refuse")
    ModelAndView refuse(Scope scope, Screen screen, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        return answer(() -> overrides.refuse(scope, id, typed.get("reason")).id(),
            refusal -> view("subject/refuse", screen, subjects.find(scope, id), typed, refusal, Map.of()));
    }

    /** On success to the subject; what was typed stays where something is wrong with it. */
    private static ModelAndView answer(Supplier<UUID> act, java.util.function.Function<Refusal, ModelAndView> again) {
        try {
            return new ModelAndView("redirect:/subjects/" + act.get());
        } catch (Refusal refusal) {
            if (refusal.flaws().isEmpty() && !refusal.code().equals("subject.number-taken")) throw refusal;
            var form = again.apply(refusal);
            form.setStatus(refusal.status());
            return form;
        }
    }

    private ModelAndView form(Scope scope, Screen screen, @Nullable Subject subject, Map<String, String> typed, @Nullable Refusal refusal) {
        return view("subject/form", screen, subject, typed, refusal, Map.of("places", places(scope)));
    }

    private static ModelAndView statusForm(Screen screen, Subject subject, Map<String, String> typed, @Nullable Refusal refusal) {
        return view("subject/status", screen, subject, typed, refusal, Map.of());
    }

    private static ModelAndView overrideForm(Screen screen, Subject subject, Map<String, String> typed, @Nullable Refusal refusal) {
        return view("subject/override", screen, subject, typed, refusal, Map.of());
    }

    private static ModelAndView view(String name, Screen screen, @Nullable Subject subject, Map<String, String> typed,
                                     @Nullable Refusal refusal, Map<String, Object> more) {
        var model = new HashMap<String, Object>(more);
        model.put("screen", screen);
        model.put("typed", typed);
        if (subject != null) model.put("subject", subject);
        if (refusal != null) model.put("refusal", refusal);
        return new ModelAndView(name, model);
    }

    /** Villages to choose from, where there are not too many. */
    private Map<String, String> places(Scope scope) {
        var places = new LinkedHashMap<String, String>();
        var home = scope.home();
        if (home == null || Range.of(home).county() == null) return places;
        for (var grant : regions.ranges(scope, home)) collect(scope, grant.low(), "", places);
        return places;
    }

    private void collect(Scope scope, String code, String above, Map<String, String> places) {
        for (var child : regions.children(scope, code)) {
            places.put(child.code(), above + child.name());
            if (Range.significantDigits(child.code()) < 12) collect(scope, child.code(), child.name(), places);
        }
    }

    /** Only what is a field of a subject; the token of the form is none. */
    private static Map<SubjectField, @Nullable String> fields(Map<String, String> typed) {
        var fields = new EnumMap<SubjectField, @Nullable String>(SubjectField.class);
        typed.forEach((name, text) -> SubjectField.named(name).ifPresent(field -> fields.put(field, text)));
        return fields;
    }

    private static Map<String, String> typed(Subject subject) {
        var typed = new HashMap<String, String>();
        for (var field : SubjectField.values()) {
            var value = field == SubjectField.PHONE ? subject.phone() : field.of(subject.particulars());
            if (value != null) typed.put(field.jsonName(), value instanceof Enum<?> constant ? constant.name() : value.toString());
        }
        return typed;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null || text.isBlank() ? null : LocalDate.parse(text);
    }
}
