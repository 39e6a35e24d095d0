package io.liangze.subject;

import io.liangze.shared.Grade;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The table by which subjects are graded, its versions, and what another one would change. */
@Controller
class GradingPages {

    private final GradingRules rules;

    GradingPages(GradingRules rules) {
        this.rules = rules;
    }

    @GetMapping("/rules/grading")
    ModelAndView rules(Scope scope, Screen screen, @RequestParam(required = false) @Nullable String version,
                       @RequestParam(required = false) @Nullable String effect,
                       @RequestParam(required = false) @Nullable Grade from, @RequestParam(required = false) @Nullable Grade to) {
        var versions = rules.versions(scope);
        var shown = version != null ? version : versions.stream().filter(GradingRules.Version::inForce).findFirst().orElseThrow().name();
        var file = rules.table(shown).file();
        var model = new HashMap<String, Object>(Map.of("screen", screen, "versions", versions, "shown", shown,
            "mayTry", scope.hasAny(Role.KEEPERS),
            "grades", Objects.requireNonNull(file.grades()).stream().map(row -> GradingRule.of(screen, row)).toList(),
            "adjustments", Objects.requireNonNull(file.adjustments()).stream().map(rise -> GradingRule.of(screen, rise)).toList()));
        if (effect != null) {
            var only = to == null ? null : new GradingEffect.Way(from, to);
            model.put("effect", rules.effect(scope, shown, null, only));
            model.put("only", only);
        }
        return new ModelAndView("subject/grading", model);
    }
}
