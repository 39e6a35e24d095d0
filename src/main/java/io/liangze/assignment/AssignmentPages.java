package io.liangze.assignment;

import io.liangze.shared.Cursor;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class AssignmentPages {

    private static final int PAGE = 50;

    private final Assignments assignments;
    private final Coverages coverages;
    private final MatchView matchView;

    AssignmentPages(Assignments assignments, Coverages coverages, MatchView matchView) {
        this.assignments = assignments;
        this.coverages = coverages;
        this.matchView = matchView;
    }

    /** The whole page; htmx asks again for its rows alone. */
    @GetMapping("/assignments")
    ModelAndView list(Scope scope, Screen screen, AssignmentFilter filter, @RequestParam @Nullable Cursor after,
                      @RequestHeader(name = "HX-Target", required = false) @Nullable String target) {
        var page = assignments.page(scope, filter, after, PAGE).withTotal(assignments.count(scope, filter));
        return new ModelAndView("rows".equals(target) ? "assignment/rows" : "assignment/list",
            Map.of("screen", screen, "filter", filter, "page", page, "first", after == null));
    }

    /** His subjects, for the page of an official. */
    @GetMapping("/assignments/of/{official}")
    ModelAndView ofOfficial(Scope scope, Screen screen, @PathVariable UUID official) {
        var filter = AssignmentFilter.ofOfficial(official);
        return new ModelAndView("assignment/ofOfficial", Map.of("screen", screen, "official", official,
            "page", assignments.page(scope, filter, null, 100), "total", assignments.count(scope, filter)));
    }

    /** Coverage of a place and of those below it, and its gaps. */
    @GetMapping("/coverage")
    ModelAndView coverage(Scope scope, Screen screen, @RequestParam @Nullable String region, @RequestParam @Nullable Cursor after,
                          @RequestHeader(name = "HX-Target", required = false) @Nullable String target) {
        var page = assignments.gaps(scope, region, after, PAGE);
        var model = new HashMap<String, Object>(Map.of("screen", screen, "page", page, "first", after == null));
        model.put("region", region);
        if ("rows".equals(target)) return new ModelAndView("assignment/gapRows", model);
        model.put("coverage", coverages.of(scope, region));
        return new ModelAndView("assignment/coverage", model);
    }

    @PostMapping("/assignments/match")
    ModelAndView match(Scope scope, @RequestParam @Nullable String region) {
        return new ModelAndView("redirect:/assignments/match/" + assignments.match(scope, blankIsNull(region)));
    }

    @PostMapping("/assignments/rebalance")
    ModelAndView rebalance(Scope scope, @RequestParam @Nullable String region) {
        return new ModelAndView("redirect:/assignments/match/" + assignments.rebalance(scope, blankIsNull(region)));
    }

    /** How far a matching is; htmx asks again while it runs. */
    @GetMapping("/assignments/match/{id}")
    ModelAndView matching(Scope scope, Screen screen, @PathVariable UUID id,
                          @RequestHeader(name = "HX-Target", required = false) @Nullable String target) {
        return new ModelAndView("matching".equals(target) ? "assignment/matchingPart" : "assignment/matching",
            Map.of("screen", screen, "status", matchView.of(assignments.matching(scope, id))));
    }

    /** Form: who shall answer for a subject. */
    @GetMapping("/subjects/{subject}/assign")
    ModelAndView assignForm(Scope scope, Screen screen, @PathVariable UUID subject) {
        return form(scope, screen, subject, List.of(), HttpStatus.OK);
    }

    @PostMapping("/subjects/{subject}/assign")
    ModelAndView assign(Scope scope, Screen screen, @PathVariable UUID subject, @RequestParam @Nullable UUID official,
                        @RequestParam @Nullable String reason) {
        try {
            assignments.assign(scope, subject, official, reason);
            return new ModelAndView("redirect:/subjects/" + subject);
        } catch (Refusal refusal) {
            if (refusal.flaws().isEmpty()) throw refusal;
            return form(scope, screen, subject, refusal.flaws(), refusal.status());
        }
    }

    private ModelAndView form(Scope scope, Screen screen, UUID subject, List<Refusal.Flaw> flaws, org.springframework.http.HttpStatusCode status) {
        return new ModelAndView("assignment/assign", Map.of("screen", screen, "subject", subject, "flaws", flaws,
            "history", assignments.page(scope, AssignmentFilter.ofSubject(subject), null, 20).items(),
            "choices", assignments.choices(scope.as(Role.OFFICE), subject)), status);
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
