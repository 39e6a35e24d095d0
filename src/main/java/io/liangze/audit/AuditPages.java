package io.liangze.audit;

import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import io.liangze.sheet.SheetForm;
import io.liangze.sheet.SheetWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** The log as the auditor reads it. */
@Controller
@RequestMapping("/audit")
class AuditPages {

    private static final int ROWS = 50;
    private static final int BATCH = 1_000;

    private final Audit audit;
    private final AuditWords words;

    AuditPages(Audit audit, AuditWords words) {
        this.audit = audit;
        this.words = words;
    }

    /** The list, or to htmx its rows. */
    @GetMapping
    ModelAndView list(Scope scope, Screen screen, AuditFilter filter, @RequestParam @Nullable AuditCursor after,
                      @RequestHeader(name = "HX-Target", required = false) @Nullable String target) {
        var page = audit.entries(scope, filter, after, ROWS).map(entry -> line(screen, entry));
        return new ModelAndView("rows".equals(target) ? "audit/rows" : "audit/list", Map.of("screen", screen, "filter", filter,
            "page", page, "first", after == null, "acts", acts(screen), "place", words.place(filter.region())));
    }

    /** Exactly what is filtered, as a workbook or csv. */
    @GetMapping("/export.{format:xlsx|csv}")
    void export(Scope scope, Screen screen, AuditFilter filter, @PathVariable String format, HttpServletResponse response)
            throws IOException {
        var form = format.equals("xlsx") ? SheetForm.XLSX : SheetForm.CSV;
        var page = audit.entries(scope, filter, null, BATCH);
        response.setContentType(form.contentType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename("%s %s.%s".formatted(screen.lookup("audit.title"), screen.today(), format), StandardCharsets.UTF_8).build().toString());
        try (var table = SheetWriter.to(response.getOutputStream(), form)) {
            table.begin(List.of("id", screen.lookup("audit.at"), screen.lookup("audit.actor"), screen.lookup("audit.address"),
                screen.lookup("audit.act"), screen.lookup("audit.kind"), screen.lookup("audit.object"), screen.lookup("audit.region"),
                screen.lookup("audit.before"), screen.lookup("audit.after"), "SM3"));
            while (true) {
                for (var entry : page.items()) table.row(cells(screen, entry));
                if (page.next() == null) return;
                page = audit.entries(scope, filter, AuditCursor.of(page.next()), BATCH);
            }
        }
    }

    private @Nullable Object[] cells(Screen screen, AuditEntry entry) {
        return new @Nullable Object[] {entry.id(), entry.at().atZone(screen.format().zone()).toOffsetDateTime(), entry.actor(), entry.address(),
            words.act(screen, entry.act()), words.kind(screen, entry.kind()), entry.object(), words.place(entry.region()),
            entry.before(), entry.after(), entry.digest()};
    }

    private AuditLine line(Screen screen, AuditEntry entry) {
        return new AuditLine(entry, words.act(screen, entry.act()), words.kind(screen, entry.kind()), words.place(entry.region()),
            words.differences(screen, entry));
    }

    private Map<String, String> acts(Screen screen) {
        var acts = new LinkedHashMap<String, String>();
        AuditWords.ACTS.forEach(act -> acts.put(act, words.act(screen, act)));
        return acts;
    }
}
