package io.liangze.supervision;

import io.liangze.region.Region;
import io.liangze.region.Regions;
import io.liangze.shared.Cursor;
import io.liangze.shared.Page;
import io.liangze.shared.Period;
import io.liangze.shared.Range;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import io.liangze.sheet.SheetForm;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** The list of tasks, its export, and the making of a quarter's tasks. */
@Controller
class TaskPages {

    private static final int ROWS = 50;

    private final Supervision supervision;
    private final StandingTable standings;
    private final TaskExport export;
    private final Regions regions;
    private final JsonMapper json;

    TaskPages(Supervision supervision, StandingTable standings, TaskExport export, Regions regions, JsonMapper json) {
        this.supervision = supervision;
        this.standings = standings;
        this.export = export;
        this.regions = regions;
        this.json = json;
    }

    /** The list, or to htmx its rows with what stands above them. */
    @GetMapping("/tasks")
    ModelAndView list(Scope scope, Screen screen, TaskFilter asked, @RequestParam(required = false) @Nullable Cursor after,
                      @RequestHeader(name = "HX-Target", required = false) @Nullable String target) {
        var filter = asked.in(Period.of(Period.Every.QUARTER, screen.today()));
        var page = supervision.tasks(scope, filter, after, ROWS);
        if (isWithinCounty(scope, filter)) page = page.withTotal(supervision.count(scope, filter));
        var model = new HashMap<String, Object>(Map.of("screen", screen, "filter", filter, "page", page, "first", after == null,
            "standings", standings.of(page.items()), "places", places(scope, page), "views", TaskView.of(filter, scope.official().isPresent()),
            "chips", TaskView.chips(filter, screen, placeName(scope, filter)), "choices", PlaceChoice.of(scope, screen, regions, filter.region())));
        return new ModelAndView("rows".equals(target) ? "supervision/taskPart" : "supervision/tasks", model);
    }

    /** The tabs with what stands behind each; asked for after the list, as counting takes longer than a page. */
    @GetMapping("/tasks/views")
    ModelAndView views(Scope scope, Screen screen, TaskFilter asked) {
        var filter = asked.in(Period.of(Period.Every.QUARTER, screen.today()));
        var views = TaskView.of(filter, scope.official().isPresent());
        var counts = views.stream().collect(Collectors.toMap(TaskView::label, view -> supervision.count(scope, view.filter())));
        return new ModelAndView("supervision/taskViews", Map.of("screen", screen, "filter", filter, "views", views, "counts", counts));
    }

    /** Exactly what is filtered, as a workbook or csv. */
    @GetMapping("/tasks/export.{format:xlsx|csv}")
    void export(Scope scope, Screen screen, TaskFilter asked, @PathVariable String format, HttpServletResponse response) throws IOException {
        var form = format.equals("xlsx") ? SheetForm.XLSX : SheetForm.CSV;
        var rows = export.begin(scope, screen, asked.in(Period.of(Period.Every.QUARTER, screen.today())));
        response.setContentType(form.contentType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("tasks-" + screen.today() + "." + format).build().toString());
        rows.write(response.getOutputStream(), form);
    }

    @PostMapping("/quarters/{quarter}/tasks")
    ModelAndView generate(Scope scope, @PathVariable Period.Quarter quarter, @RequestParam(required = false) @Nullable String region) {
        var id = supervision.generate(scope, quarter, region == null || region.isBlank() ? null : region);
        return new ModelAndView("redirect:/quarters/" + quarter + "/tasks/" + id);
    }

    /** How far a generation is; htmx asks again while it runs. */
    @GetMapping("/quarters/{quarter}/tasks/{id}")
    ModelAndView generation(Scope scope, Screen screen, @PathVariable Period.Quarter quarter, @PathVariable UUID id,
                            @RequestHeader(name = "HX-Target", required = false) @Nullable String target) {
        var work = supervision.generation(scope, id);
        var made = work.progress().isEmpty() ? Generated.NOTHING : json.treeToValue(work.progress(), Generated.class);
        return new ModelAndView("generation".equals(target) ? "supervision/generationPart" : "supervision/generation",
            Map.of("screen", screen, "quarter", quarter, "work", work, "made", made));
    }

    private Map<String, Region> places(Scope scope, Page<SupervisionTask> page) {
        var places = new LinkedHashMap<String, Region>();
        page.items().stream().map(task -> task.subject().region().code()).distinct().forEach(code -> places.put(code, regions.find(scope, code)));
        return places;
    }

    private @Nullable String placeName(Scope scope, TaskFilter filter) {
        return filter.region() == null || filter.region().isEmpty() ? null : regions.name(scope, filter.region());
    }

    /** Where counting all is quick. */
    private static boolean isWithinCounty(Scope scope, TaskFilter filter) {
        var place = filter.region() == null || filter.region().isEmpty() ? scope.home() : filter.region();
        return place != null && Range.of(Objects.requireNonNull(place)).county() != null;
    }
}
