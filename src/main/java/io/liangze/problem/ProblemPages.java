package io.liangze.problem;

import io.liangze.region.Region;
import io.liangze.region.Regions;
import io.liangze.shared.Cursor;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import io.liangze.sheet.SheetForm;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of problems, its export, and one problem with all that is known of it. */
@Controller
@RequestMapping("/problems")
class ProblemPages {

    private static final int PAGE = 50;

    private final Problems problems;
    private final ProblemViews views;
    private final ProblemSheet sheet;
    private final Regions regions;

    ProblemPages(Problems problems, ProblemViews views, ProblemSheet sheet, Regions regions) {
        this.problems = problems;
        this.views = views;
        this.sheet = sheet;
        this.regions = regions;
    }

    @GetMapping
    ModelAndView list(Scope scope, Screen screen, ProblemFilter filter, @RequestParam @Nullable Cursor after,
                      @RequestHeader(name = "HX-Target", required = false) @Nullable String target) {
        var page = problems.page(scope, filter, after, PAGE).withTotal(problems.count(scope, filter));
        return new ModelAndView("rows".equals(target) ? "problem/rows" : "problem/list",
            Map.of("screen", screen, "filter", filter, "page", page, "first", after == null, "places", places(scope, filter)));
    }

    /** The tabs with what stands behind each; asked for after the list, as counting takes longer than a page. */
    @GetMapping("/tabs")
    ModelAndView tabs(Scope scope, Screen screen, ProblemFilter filter) {
        var counts = Arrays.stream(ProblemTabs.values()).collect(Collectors.toMap(Function.identity(), tab -> problems.count(scope, tab.of(filter))));
        return new ModelAndView("problem/tabs", Map.of("screen", screen, "filter", filter, "counts", counts));
    }

    /** The place that is shown and those directly below, to choose from. */
    private List<Region> places(Scope scope, ProblemFilter filter) {
        var here = filter.region() != null ? filter.region() : scope.home();
        if (here == null) return regions.roots(scope);
        var all = new ArrayList<Region>();
        all.add(regions.find(scope, here));
        all.addAll(regions.children(scope, here));
        return all;
    }

    /** All that is filtered, as a workbook or csv. */
    @GetMapping("/export.{extension:xlsx|csv}")
    void export(Scope scope, Screen screen, ProblemFilter filter, @PathVariable String extension, HttpServletResponse response)
            throws IOException {
        var form = extension.equals("xlsx") ? SheetForm.XLSX : SheetForm.CSV;
        var first = sheet.begin(scope, filter);
        response.setContentType(form.contentType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename(screen.lookup("problem.file-name") + " " + screen.today() + "." + extension, StandardCharsets.UTF_8)
            .build().toString());
        sheet.write(scope, screen, filter, first, form, response.getOutputStream());
    }

    /** Of one subject, for its page. */
    @GetMapping("/of/{subject}")
    ModelAndView ofSubject(Scope scope, Screen screen, @PathVariable UUID subject) {
        return new ModelAndView("problem/ofSubject", Map.of("screen", screen, "view", views.ofSubject(scope, screen, subject)));
    }

    @GetMapping("/{id}")
    ModelAndView one(Scope scope, Screen screen, @PathVariable UUID id) {
        return new ModelAndView("problem/one",
            Map.of("screen", screen, "view", views.of(scope, screen, problems.find(scope, id))));
    }
}
