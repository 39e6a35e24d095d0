package io.liangze.region;

import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
@RequestMapping("/regions")
class RegionPages {

    private static final int FOUND = 50;

    private final Regions regions;

    RegionPages(Regions regions) {
        this.regions = regions;
    }

    /** Where the account is at home, or what is searched for. */
    @GetMapping
    ModelAndView start(Scope scope, Screen screen, @RequestParam @Nullable String q,
                       @RequestHeader(name = "HX-Target", required = false) @Nullable String target) {
        if (q != null && !q.isBlank()) {
            var found = regions.search(scope, q, FOUND);
            return new ModelAndView("rows".equals(target) ? "region/rows" : "region/found",
                Map.of("screen", screen, "q", q, "places", found));
        }
        var home = scope.home();
        if (home != null) return show(scope, screen, home);
        var roots = regions.roots(scope);
        return roots.size() == 1 ? show(scope, screen, roots.getFirst().code())
            : new ModelAndView("region/found", Map.of("screen", screen, "q", "", "places", roots));
    }

    @GetMapping("/{code}")
    ModelAndView show(Scope scope, Screen screen, @PathVariable String code) {
        var region = regions.find(scope, code);
        return new ModelAndView("region/region", Map.of("screen", screen, "region", region, "children", regions.children(scope, code),
            "mayKeep", scope.hasAny(Role.KEEPERS) && scope.as(Role.KEEPERS).holds(code)));
    }

    /** Places to choose from while somebody types into a field. */
    @GetMapping("/options")
    ModelAndView options(Scope scope, Screen screen, @RequestParam Map<String, String> typed) {
        var text = typed.values().stream().findFirst().orElse("");
        return new ModelAndView("region/options", Map.of("screen", screen, "places", regions.search(scope, text, 20)));
    }

    @GetMapping("/new-zone")
    ModelAndView newZone(Scope scope, Screen screen, @RequestParam String parent) {
        scope.as(Role.KEEPERS);
        regions.find(scope, parent);
        return form(scope, screen, new ZoneForm(null, null, parent, ""), List.of());
    }

    @GetMapping("/{code}/members")
    ModelAndView members(Scope scope, Screen screen, @PathVariable String code) {
        scope.as(Role.KEEPERS);
        var zone = regions.find(scope, code);
        return form(scope, screen, new ZoneForm(zone.code(), zone.name(), zone.parent(), String.join("\n", zone.members())), List.of());
    }

    @PostMapping("/zones")
    ModelAndView save(Scope scope, Screen screen, @ModelAttribute ZoneForm form) {
        try {
            regions.load(scope, List.of(form.row()));
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.UNPROCESSABLE_CONTENT) throw refusal;
            return form(scope, screen, form, refusal.flaws().stream()
                .map(f -> new Refusal.Flaw(f.field().replaceFirst("^rows\\[0]\\.", ""), f.code(), f.args())).toList());
        }
        return new ModelAndView("redirect:/regions/" + form.row().code());
    }

    private ModelAndView form(Scope scope, Screen screen, ZoneForm form, List<Refusal.Flaw> flaws) {
        var model = new HashMap<String, Object>();
        model.put("screen", screen);
        model.put("form", form);
        model.put("known", form.code() != null && regions.lookup(scope, Objects.requireNonNull(form.code())).isPresent());
        model.put("flaws", flaws);
        return new ModelAndView("region/zone", model, flaws.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
