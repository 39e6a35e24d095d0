package io.liangze.imports;

import io.liangze.shared.Refusal;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/imports")
class ImportPages {

    private final Imports imports;

    ImportPages(Imports imports) {
        this.imports = imports;
    }

    @GetMapping
    ModelAndView list(Scope scope, Screen screen, Locale locale, @RequestParam @Nullable String kind) {
        return start(scope, screen, locale, kind, List.of());
    }

    /** Takes the file for a trial run; nothing is written before its sender has seen what would change. */
    @PostMapping
    ModelAndView upload(Scope scope, Screen screen, Locale locale, @RequestParam String kind, @RequestParam MultipartFile file)
            throws IOException {
        try {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            return to(imports.start(scope, kind, name, file.getInputStream(), true));
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.UNPROCESSABLE_CONTENT) throw refusal;
            return start(scope, screen, locale, kind, refusal.flaws());
        }
    }

    @GetMapping("/{id}")
    ModelAndView show(Scope scope, Screen screen, Locale locale, @PathVariable UUID id, @RequestParam ImportView.@Nullable Show show,
                      @RequestParam(defaultValue = "0") int after,
                      @RequestHeader(name = "HX-Target", required = false) @Nullable String target) {
        return new ModelAndView("import".equals(target) ? "imports/body" : "imports/import", Map.of("screen", screen,
            "view", imports.view(scope, id, show, after, locale), "mine", imports.mine(scope, locale)));
    }

    /** Writes what the trial run has shown. */
    @PostMapping("/{id}/apply")
    ModelAndView apply(Scope scope, @PathVariable UUID id) {
        return to(imports.apply(scope, id));
    }

    private ModelAndView start(Scope scope, Screen screen, Locale locale, @Nullable String kind, List<Refusal.Flaw> flaws) {
        var model = new HashMap<String, Object>();
        var kinds = imports.kinds(scope);
        model.put("screen", screen);
        model.put("kinds", kinds);
        model.put("kind", kind != null && kinds.contains(kind) ? kind : kinds.contains("subjects") ? "subjects" : kinds.isEmpty() ? "" : kinds.getFirst());
        model.put("mine", imports.mine(scope, locale));
        model.put("others", imports.others(scope));
        model.put("flaws", flaws);
        return new ModelAndView("imports/imports", model, flaws.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:/imports/" + id);
    }
}
