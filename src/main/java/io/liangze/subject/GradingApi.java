package io.liangze.subject;

import io.liangze.shared.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/rules/grading")
class GradingApi {

    record Items(List<GradingRules.Version> items) {}

    private final GradingRules rules;

    GradingApi(GradingRules rules) {
        this.rules = rules;
    }

    /** Versions of the rules, newest first. */
    @GetMapping
    Items versions(Scope scope) {
        return new Items(rules.versions(scope));
    }

    /** What a version would change in a place. */
    @GetMapping("/{version}/effect")
    GradingEffect effect(Scope scope, @PathVariable String version, @RequestParam(required = false) @Nullable String region) {
        return rules.effect(scope, version, region, null);
    }
}
