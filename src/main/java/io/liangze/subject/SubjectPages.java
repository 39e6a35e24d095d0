package io.liangze.subject;

import io.liangze.region.Region;
import io.liangze.region.Regions;
import io.liangze.shared.Cursor;
import io.liangze.shared.Grade;
import io.liangze.shared.Page;
import io.liangze.shared.Range;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import io.liangze.sheet.SheetForm;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of subjects, and one with all that is known of it. */
@Controller
class SubjectPages {

    private static final int ROWS = 50;
    private static final int SIBLINGS = 10;

    private final Subjects subjects;
    private final GradeOverrides overrides;
    private final SubjectExport export;
    private final Regions regions;

    SubjectPages(Subjects subjects, GradeOverrides overrides, SubjectExport export, Regions regions) {
        this.subjects = subjects;
        this.overrides = overrides;
        this.export = export;
        this.regions = regions;
    }

    /** The list, or to htmx its rows. */
    @GetMapping("/subjects")
    ModelAndView list(Scope scope, Screen screen, SubjectFilter filter, @RequestParam(required = false) @Nullable Cursor after,
                      @RequestHeader(name = "HX-Target", required = false) @Nullable String target) {
        var page = subjects.rows(scope, filter, after, ROWS);
        boolean withinCounty = isWithinCounty(scope, filter);
        if (withinCounty) page = page.withTotal(subjects.count(scope, filter));
        var model = new LinkedHashMap<String, Object>(Map.of("screen", screen, "filter", filter, "tabs", tabs(filter), "page", page,
            "places", places(scope, page), "wide", !withinCounty, "first", after == null));
        var place = filter.region() == null ? scope.home() : filter.region();
        if (place != null) model.put("place", regions.find(scope, place));
        return new ModelAndView("rows".equals(target) ? "subject/rows" : "subject/list", model);
    }

    /** The tabs with what stands behind each; read after the list, as counting takes longer than a page. */
    @GetMapping("/subjects/views")
    ModelAndView views(Scope scope, Screen screen, SubjectFilter filter) {
        var tabs = tabs(filter);
        var counts = new LinkedHashMap<String, Long>();
        tabs.forEach((name, tab) -> counts.put(name, subjects.count(scope, tab)));
        return new ModelAndView("subject/views", Map.of("screen", screen, "filter", filter, "tabs", tabs, "counts", counts));
    }

    /** Exactly what is filtered, as a workbook or csv. */
    @GetMapping("/subjects/export.{format:xlsx|csv}")
    void export(Scope scope, SubjectFilter filter, @PathVariable String format, HttpServletResponse response) throws IOException {
        var form = format.equals("xlsx") ? SheetForm.XLSX : SheetForm.CSV;
        var rows = export.begin(scope, filter);
        response.setContentType(form.contentType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("subjects." + format).build().toString());
        rows.write(response.getOutputStream(), form);
    }

    /** One subject. */
    @GetMapping("/subjects/{id}")
    ModelAndView find(Scope scope, Screen screen, @PathVariable UUID id) {
        var subject = subjects.find(scope, id);
        var waiting = overrides.waiting(scope, id);
        var model = new LinkedHashMap<String, Object>(Map.of("screen", screen, "subject", subject,
            "place", regions.find(scope, subject.region().code()), "history", subjects.history(scope, id), "siblings", siblings(scope, subject)));
        waiting.ifPresent(asked -> {
            model.put("waiting", asked);
            model.put("mayDecide", overrides.mayDecide(scope, subject, asked));
        });
        return new ModelAndView("subject/subject", model);
    }

    /** All that has happened to it. */
    @GetMapping("/subjects/{id}/history")
    ModelAndView history(Scope scope, Screen screen, @PathVariable UUID id) {
        return new ModelAndView("subject/history", Map.of("screen", screen, "subject", subjects.find(scope, id),
            "history", subjects.history(scope, id)));
    }

    private List<Subject> siblings(Scope scope, Subject subject) {
        var code = subject.particulars().creditCode();
        if (code == null) return List.of();
        return subjects.rows(scope, SubjectFilter.ALL.withQ(code.value()), null, SIBLINGS).items().stream()
            .filter(other -> !other.id().equals(subject.id())).toList();
    }

    private Map<String, Region> places(Scope scope, Page<Subject> page) {
        return page.items().stream().map(subject -> subject.region().code()).distinct()
            .collect(Collectors.toMap(code -> code, code -> regions.find(scope, code)));
    }

    /** Where counting all is quick. */
    private static boolean isWithinCounty(Scope scope, SubjectFilter filter) {
        var place = filter.region() == null ? scope.home() : filter.region();
        return place != null && Range.of(place).county() != null;
    }

    /** Other names for a filter, by the keys of their words. */
    private static Map<String, SubjectFilter> tabs(SubjectFilter filter) {
        var bare = filter.withGrade(List.of()).withFlag(List.of());
        var tabs = new LinkedHashMap<String, SubjectFilter>();
        tabs.put("all", bare);
        tabs.put("a", bare.withGrade(List.of(Grade.A)));
        tabs.put("b", bare.withGrade(List.of(Grade.B)));
        tabs.put("ungraded", bare.withFlag(List.of(SubjectFlag.UNGRADED)));
        tabs.put("incomplete", bare.withFlag(List.of(SubjectFlag.INCOMPLETE_DATA)));
        tabs.put("override", bare.withFlag(List.of(SubjectFlag.OVERRIDE_WAITING)));
        tabs.put("expiring", bare.withFlag(List.of(SubjectFlag.LICENCE_EXPIRING)));
        return tabs;
    }
}
