package io.liangze.board;

import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the field in the top bar finds. */
@Controller
class SearchPages {

    private final Search search;

    SearchPages(Search search) {
        this.search = search;
    }

    @GetMapping("/search")
    ModelAndView search(Scope scope, Screen screen, @RequestParam(defaultValue = "") String q) {
        return new ModelAndView("board/search", Map.of("screen", screen, "q", q.strip(), "found", search.find(scope, q.strip())));
    }
}
