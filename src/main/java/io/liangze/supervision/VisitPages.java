package io.liangze.supervision;

import io.liangze.evidence.Evidence;
import io.liangze.region.Region;
import io.liangze.region.Regions;
import io.liangze.shared.Cursor;
import io.liangze.shared.Page;
import io.liangze.shared.Period;
import io.liangze.shared.Range;
import io.liangze.shared.Refusal;
import io.liangze.shared.Refusal.Flaw;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;

/** Visits: the list, one with its answers, its receipt, and its correction. */
@Controller
class VisitPages {

    private static final int ROWS = 50;
    private static final int OF_SUBJECT = 5;

    private final Supervision supervision;
    private final Corrections corrections;
    private final MyTasks mine;
    private final Evidence evidence;
    private final Regions regions;

    VisitPages(Supervision supervision, Corrections corrections, MyTasks mine, Evidence evidence, Regions regions) {
        this.supervision = supervision;
        this.corrections = corrections;
        this.mine = mine;
        this.evidence = evidence;
        this.regions = regions;
    }

    /** The list, or to htmx its rows. */
    @GetMapping("/visits")
    ModelAndView list(Scope scope, Screen screen, VisitFilter asked, @RequestParam(required = false) @Nullable Cursor after,
                      @RequestHeader(name = "HX-Target", required = false) @Nullable String target) {
        var filter = asked.in(Period.of(Period.Every.QUARTER, screen.today()));
        var page = supervision.visits(scope, filter, after, ROWS);
        if (isWithinCounty(scope, filter)) page = page.withTotal(supervision.countVisits(scope, filter));
        return new ModelAndView("rows".equals(target) ? "supervision/visitRows" : "supervision/visits", Map.of("screen", screen, "filter", filter,
            "page", page, "first", after == null, "places", places(scope, page), "choices", PlaceChoice.of(scope, screen, regions, filter.region())));
    }

    /** The last ones to a subject, for its page. */
    @GetMapping("/visits/of/{subject}")
    ModelAndView ofSubject(Scope scope, Screen screen, @PathVariable UUID subject) {
        var filter = VisitFilter.ofSubject(subject);
        return new ModelAndView("supervision/visitsOf", Map.of("screen", screen, "subject", subject,
            "visits", supervision.lastVisits(scope, subject, OF_SUBJECT), "total", supervision.countVisits(scope, filter)));
    }

    /** One visit as it stands, with what was corrected. */
    @GetMapping("/visits/{id}")
    ModelAndView find(Scope scope, Screen screen, @PathVariable UUID id) {
        var visit = supervision.visitOf(scope, id);
        return new ModelAndView("supervision/visitRecord", Map.of("screen", screen, "sheet", new VisitSheet(visit, supervision.asked(scope, visit)),
            "place", regions.find(scope, visit.subject().region().code()), "correctable", corrections.isOpenTo(scope, visit)));
    }

    /** What the official sees when a visit has arrived. */
    @GetMapping(path = "/visits/{id}", params = "receipt")
    ModelAndView receipt(Scope scope, Screen screen, @PathVariable UUID id) {
        var visit = supervision.visitOf(scope.as(Role.OFFICIAL), id);
        return new ModelAndView("supervision/receipt", Map.of("screen", screen, "sheet", new VisitSheet(visit, supervision.asked(scope, visit)),
            "quarter", mine.of(scope), "correctable", corrections.isOpenTo(scope, visit)));
    }

    @GetMapping("/visits/{id}/correct")
    ModelAndView correctForm(Scope scope, Screen screen, @PathVariable UUID id) {
        var visit = toCorrect(scope, id);
        return form(scope, screen, visit, new CorrectionForm(null, List.of()), List.of(), HttpStatus.OK);
    }

    @PostMapping("/visits/{id}/correct")
    ModelAndView correct(Scope scope, Screen screen, @PathVariable UUID id, @RequestParam Map<String, String> fields,
                         MultipartHttpServletRequest files) {
        var visit = toCorrect(scope, id);
        var wish = CorrectionForm.read(scope, evidence, visit.answersNow(), fields, files.getMultiFileMap());
        try {
            corrections.correct(scope, id, wish.wish());
            return new ModelAndView("redirect:/visits/" + id);
        } catch (Refusal refusal) {
            if (refusal.flaws().isEmpty()) throw refusal;
            return form(scope, screen, visit, wish, wish.named(refusal.flaws()), refusal.status());
        }
    }

    private Visit toCorrect(Scope scope, UUID id) {
        var visit = supervision.visitOf(scope.as(Role.OFFICIAL), id);
        corrections.permit(scope, visit);
        return visit;
    }

    private ModelAndView form(Scope scope, Screen screen, Visit visit, CorrectionForm wish, List<Flaw> flaws, HttpStatusCode status) {
        var model = new HashMap<String, Object>(Map.of("screen", screen, "visit", visit, "answers", wish.over(visit.answersNow()), "flaws", flaws,
            "groups", FieldForm.byGroup(new Checklist(visit.checklistVersion(), supervision.asked(scope, visit).asked(visit.mode())))));
        model.put("reason", wish.reason());
        return new ModelAndView("supervision/correct", model, status);
    }

    private Map<String, Region> places(Scope scope, Page<Visit> page) {
        return page.items().stream().map(visit -> visit.subject().region().code()).distinct()
            .collect(Collectors.toMap(code -> code, code -> regions.find(scope, code)));
    }

    /** Where counting all is quick. */
    private static boolean isWithinCounty(Scope scope, VisitFilter filter) {
        var place = filter.region() == null || filter.region().isEmpty() ? scope.home() : filter.region();
        return place != null && Range.of(Objects.requireNonNull(place)).county() != null;
    }
}
