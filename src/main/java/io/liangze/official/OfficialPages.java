package io.liangze.official;

import io.liangze.region.Region;
import io.liangze.region.Regions;
import io.liangze.shared.Cursor;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/officials")
class OfficialPages {

    private static final int ROWS = 50;

    private final Officials officials;
    private final Regions regions;

    OfficialPages(Officials officials, Regions regions) {
        this.officials = officials;
        this.regions = regions;
    }

    @GetMapping
    ModelAndView list(Scope scope, Screen screen, OfficialFilter filter, @RequestParam @Nullable Cursor after,
                      @RequestHeader(name = "HX-Target", required = false) @Nullable String target) {
        var page = officials.page(scope, filter, after, ROWS);
        if (after == null) page = page.withTotal(officials.count(scope, filter));
        return new ModelAndView("rows".equals(target) ? "official/rows" : "official/officials", Map.of("screen", screen,
            "filter", filter, "page", page, "first", after == null, "places", places(scope, filter.region()), "mayKeep", mayKeep(scope)));
    }

    @GetMapping("/{id}")
    ModelAndView show(Scope scope, Screen screen, @PathVariable UUID id, @RequestParam(defaultValue = "") String codes) {
        var official = officials.find(scope, id);
        return new ModelAndView("official/official", Map.of("screen", screen, "official", official, "codes", codes,
            "history", officials.history(scope, id), "mayKeep", mayKeep(scope, official), "mayReveal", officials.mayReveal(scope, id)));
    }

    /** The numbers in clear, for who may read them. */
    @PostMapping("/{id}/numbers")
    ModelAndView numbers(Scope scope, Screen screen, @PathVariable UUID id) {
        return new ModelAndView("official/numbers", Map.of("screen", screen, "official", officials.reveal(scope, id), "mayReveal", false));
    }

    @GetMapping("/new")
    ModelAndView newOfficial(Scope scope, Screen screen, @RequestParam @Nullable String region) {
        scope.as(Role.KEEPERS);
        return form(screen, new NewOfficial(UUID.randomUUID(), null, null, null, null, null, null, region, null, null, null,
            screen.today(), null), true, List.of());
    }

    @PostMapping
    ModelAndView takePost(Scope scope, Screen screen, @ModelAttribute NewOfficial form) {
        return tried(() -> to("/officials/%s?codes=%s".formatted(officials.takePost(scope, form).id(), form.id())), flaws -> form(screen, form, true, flaws));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(Scope scope, Screen screen, @PathVariable UUID id) {
        var o = officials.find(scope.as(Role.KEEPERS), id);
        return form(screen, new NewOfficial(id, o.name(), null, null, o.organisation(), o.post(), o.level(), o.region().code(), o.field(),
            o.lead(), o.linkedCounty(), o.from(), o.partyMember()), false, List.of());
    }

    @PostMapping("/{id}/edit")
    ModelAndView change(Scope scope, Screen screen, @PathVariable UUID id, @ModelAttribute NewOfficial form) {
        return tried(() -> to("/officials/" + officials.change(scope, id, OfficialPatch.of(form)).id()), flaws -> form(screen, form, false, flaws));
    }

    @GetMapping("/{id}/transfer")
    ModelAndView transferForm(Scope scope, Screen screen, @PathVariable UUID id) {
        var official = officials.find(scope.as(Role.KEEPERS), id);
        return transferForm(screen, official, new Transfer(null, official.level(), official.organisation(), null, screen.today()), List.of());
    }

    @PostMapping("/{id}/transfer")
    ModelAndView transfer(Scope scope, Screen screen, @PathVariable UUID id, @ModelAttribute Transfer form) {
        return tried(() -> to("/officials/" + officials.transfer(scope, id, form).id()),
            flaws -> transferForm(screen, officials.find(scope, id), form, flaws));
    }

    @GetMapping("/{id}/leave")
    ModelAndView leaveForm(Scope scope, Screen screen, @PathVariable UUID id) {
        return leaveForm(screen, officials.find(scope.as(Role.KEEPERS), id), new Leaving(screen.today(), null), List.of());
    }

    @PostMapping("/{id}/leave")
    ModelAndView leave(Scope scope, Screen screen, @PathVariable UUID id, @ModelAttribute Leaving form) {
        return tried(() -> to("/officials/" + officials.leave(scope, id, form).id()),
            flaws -> leaveForm(screen, officials.find(scope, id), form, flaws));
    }

    /** One-time codes of new accounts, to be printed, cut and handed out. */
    @GetMapping("/codes/{batch}")
    ModelAndView codes(Scope scope, Screen screen, @PathVariable UUID batch) {
        return new ModelAndView("official/codes", Map.of("screen", screen, "codes", officials.firstCodes(scope, batch)));
    }

    private ModelAndView form(Screen screen, NewOfficial form, boolean isNew, List<Refusal.Flaw> flaws) {
        return answer("official/form", Map.of("screen", screen, "form", form, "isNew", isNew, "flaws", flaws), flaws);
    }

    private ModelAndView transferForm(Screen screen, Official official, Transfer form, List<Refusal.Flaw> flaws) {
        return answer("official/transfer", Map.of("screen", screen, "official", official, "form", form, "flaws", flaws), flaws);
    }

    private ModelAndView leaveForm(Screen screen, Official official, Leaving form, List<Refusal.Flaw> flaws) {
        return answer("official/leave", Map.of("screen", screen, "official", official, "form", form, "flaws", flaws), flaws);
    }

    /** What lies below the place of the filter or of the account, to choose from. */
    private Map<String, String> places(Scope scope, @Nullable String chosen) {
        var places = new LinkedHashMap<String, String>();
        var home = chosen == null || chosen.isEmpty() ? scope.home() : chosen;
        if (home == null) {
            regions.roots(scope).forEach(root -> put(places, root));
            return places;
        }
        var here = regions.find(scope, home);
        here.path().stream().filter(step -> scope.holds(step.code())).forEach(step -> places.put(step.code(), step.name()));
        regions.children(scope, home).forEach(child -> put(places, child));
        return places;
    }

    private static void put(Map<String, String> places, Region region) {
        places.put(region.code(), region.name());
    }

    private static boolean mayKeep(Scope scope) {
        return scope.hasAny(Role.KEEPERS);
    }

    private static boolean mayKeep(Scope scope, Official official) {
        return mayKeep(scope) && scope.as(Role.KEEPERS).holds(official.region().code());
    }

    private static ModelAndView tried(Supplier<ModelAndView> act, Function<List<Refusal.Flaw>, ModelAndView> again) {
        try {
            return act.get();
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.UNPROCESSABLE_CONTENT) throw refusal;
            return again.apply(refusal.flaws());
        }
    }

    private static ModelAndView answer(String view, Map<String, Object> model, List<Refusal.Flaw> flaws) {
        return new ModelAndView(view, model, flaws.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView to(String path) {
        return new ModelAndView("redirect:" + path);
    }
}
