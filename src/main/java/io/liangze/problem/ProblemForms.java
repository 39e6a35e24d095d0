package io.liangze.problem;

import io.liangze.evidence.Evidence;
import io.liangze.evidence.Upload;
import io.liangze.shared.Refusal;
import io.liangze.shared.Refusal.Flaw;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** One form for each act, and one to enter a problem by hand. Photos that were sent stay when something else is wrong. */
@Controller
@RequestMapping("/problems")
class ProblemForms {

    private static final int PHOTOS = 9;

    private final Problems problems;
    private final Competence competence;
    private final Deadlines deadlines;
    private final Opening opening;
    private final Evidence evidence;

    ProblemForms(Problems problems, Competence competence, Deadlines deadlines, Opening opening, Evidence evidence) {
        this.problems = problems;
        this.competence = competence;
        this.deadlines = deadlines;
        this.opening = opening;
        this.evidence = evidence;
    }

    /** The form of an act that is possible now for this account. */
    @GetMapping("/{id}/{act:[a-z-]+}")
    ModelAndView form(Scope scope, Screen screen, @PathVariable UUID id, @PathVariable String act) {
        return form(scope, screen, problems.find(scope, id).problem(), act(act), StepForm.EMPTY, List.of(), HttpStatus.OK);
    }

    @PostMapping("/{id}/{act:[a-z-]+}")
    ModelAndView take(Scope scope, Screen screen, @PathVariable UUID id, @PathVariable String act, StepForm form,
                      @RequestParam(required = false) MultipartFile @Nullable [] photos) {
        var filled = form;
        try {
            filled = form.with(uploaded(scope, form, photos));
            problems.act(scope, id, filled.step(act(act)));
            return new ModelAndView("redirect:/problems/" + id);
        } catch (Refusal refusal) {
            if (refusal.flaws().isEmpty()) throw refusal;
            return form(scope, screen, problems.find(scope, id).problem(), act(act), filled, onPage(refusal.flaws()), refusal.status());
        }
    }

    private ModelAndView form(Scope scope, Screen screen, Problem problem, Act act, StepForm form, List<Flaw> flaws, HttpStatusCode status) {
        problem.progress().after(act);
        competence.require(scope, problem, act);
        var model = new HashMap<String, Object>(Map.of("screen", screen, "problem", problem, "act", act, "form", form, "flaws", flaws));
        model.put("dueHint", dueHint(screen, problem, act));
        model.put("twins", problems.ofSubject(scope, problem.county(), problem.subject().id(), 20).stream()
            .filter(other -> !other.id().equals(problem.id()) && other.state() != ProblemState.CANCELLED).toList());
        return new ModelAndView("problem/act", model, status);
    }

    private @Nullable String dueHint(Screen screen, Problem problem, Act act) {
        var today = screen.today();
        return switch (act) {
            case RETURN -> screen.words("problem.form.due.return", screen.date(deadlines.afterReturn(problem.due(), today)));
            case EXTEND -> screen.words("problem.form.due.extend", screen.date(deadlines.latestExtension(problem.due(), today)));
            case OPEN, FIX_ON_SITE, RECTIFY, ACCEPT, ESCALATE, REFER, SIGN_FOR, ENFORCEMENT_RESULT, NOT_ACCEPTED, CANCEL, REMARK -> null;
        };
    }

    /** The form to enter a problem of a subject. */
    @GetMapping("/new")
    ModelAndView open(Scope scope, Screen screen, @RequestParam UUID subject) {
        return openForm(scope, screen, subject, StepForm.EMPTY, List.of(), HttpStatus.OK);
    }

    @PostMapping("/new")
    ModelAndView open(Scope scope, Screen screen, @RequestParam UUID subject, StepForm form,
                      @RequestParam(required = false) MultipartFile @Nullable [] photos) {
        var filled = form;
        try {
            filled = form.with(uploaded(scope, form, photos));
            return new ModelAndView("redirect:/problems/" + problems.open(scope, filled.problem()).problem().id());
        } catch (Refusal refusal) {
            if (refusal.flaws().isEmpty()) throw refusal;
            return openForm(scope, screen, subject, filled, onPage(refusal.flaws()), refusal.status());
        }
    }

    private ModelAndView openForm(Scope scope, Screen screen, UUID subject, StepForm form, List<Flaw> flaws, HttpStatusCode status) {
        var about = opening.about(scope, subject);
        var sources = Arrays.stream(ProblemSource.values()).filter(s -> competence.mayOpen(scope, about, s)).toArray(ProblemSource[]::new);
        if (sources.length == 0) throw Refusal.forbidden("role.insufficient");
        return new ModelAndView("problem/open", Map.of("screen", screen, "about", about, "sources", sources, "form", form,
            "flaws", flaws), status);
    }

    /** Keeps the photos of a form, and names those that were kept before. */
    private List<UUID> uploaded(Scope scope, StepForm form, MultipartFile @Nullable [] photos) {
        var all = new ArrayList<>(form.evidence());
        var sent = photos == null ? List.<MultipartFile>of() : Arrays.stream(photos).filter(p -> !p.isEmpty()).toList();
        if (all.size() + sent.size() > PHOTOS) throw Refusal.invalid("evidence", "problem.too-many-photos", PHOTOS);
        for (var photo : sent) all.add(kept(scope, photo));
        return all;
    }

    private UUID kept(Scope scope, MultipartFile photo) {
        try {
            return evidence.store(scope, Upload.of(null, photo)).id();
        } catch (Refusal refusal) {
            throw switch (refusal.status()) {
                case CONTENT_TOO_LARGE -> Refusal.invalid("evidence", "problem.photo-too-large");
                case UNSUPPORTED_MEDIA_TYPE -> Refusal.invalid("evidence", "problem.photo-type");
                case UNPROCESSABLE_CONTENT -> Refusal.invalid("evidence", "problem.photo-broken");
                default -> refusal;
            };
        }
    }

    /** As the inputs of the page are called. */
    private static List<Flaw> onPage(List<Flaw> flaws) {
        return flaws.stream().map(flaw -> {
            var field = flaw.field().startsWith("evidence") ? "photos" : flaw.field().equals("reason") ? "text" : flaw.field();
            return new Flaw(field, flaw.code(), flaw.args().toArray());
        }).toList();
    }

    private static Act act(String path) {
        return Act.CALLS.stream().filter(act -> act.path().equals(path)).findFirst().orElseThrow(() -> Refusal.absent("path"));
    }
}
