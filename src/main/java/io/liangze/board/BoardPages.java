package io.liangze.board;

import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import io.liangze.sheet.SheetForm;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The cockpit, the figures that it asks for again and again, and the table behind it. */
@Controller
@RequestMapping("/board")
class BoardPages {

    private static final int QUARTERS = 8;

    private final Cockpits cockpits;
    private final Board board;
    private final BoardSheet sheet;
    private final SideCounts sideCounts;

    BoardPages(Cockpits cockpits, Board board, BoardSheet sheet, SideCounts sideCounts) {
        this.cockpits = cockpits;
        this.board = board;
        this.sheet = sheet;
        this.sideCounts = sideCounts;
    }

    @GetMapping
    ModelAndView cockpit(Scope scope, Screen screen, BoardQuestion question, @RequestParam(defaultValue = "SUPERVISION") Metric metric) {
        return page("board/board", scope, screen, cockpits.of(scope, question, metric));
    }

    /** The moment of reading; and the figures anew, unless they are what the page shows already ({@code seen}). */
    @GetMapping("/live")
    ModelAndView live(Scope scope, Screen screen, BoardQuestion question, @RequestParam(defaultValue = "SUPERVISION") Metric metric,
                      @RequestParam @Nullable String seen) {
        var cockpit = cockpits.of(scope, question, metric);
        return cockpit.digest().equals(seen) ? new ModelAndView("board/asOf", Map.of("screen", screen, "cockpit", cockpit))
            : page("board/live", scope, screen, cockpit);
    }

    /** What the side bar counts: asked for once the page stands, so that no page waits for it. */
    @GetMapping("/side")
    ModelAndView side(Scope scope, Screen screen) {
        return new ModelAndView("board/sideCounts", Map.of("screen", screen, "counts", sideCounts.of(scope)));
    }

    /** Every figure of every place below. */
    @GetMapping("/table")
    ModelAndView table(Scope scope, Screen screen, BoardQuestion question, @RequestParam(defaultValue = "SUPERVISION") Metric metric) {
        return page("board/table", scope, screen, cockpits.of(scope, question, metric));
    }

    /** The same as a workbook or csv. */
    @GetMapping("/export.{format:xlsx|csv}")
    void export(Scope scope, Screen screen, BoardQuestion question, @PathVariable String format, HttpServletResponse response)
            throws IOException {
        var form = format.equals("xlsx") ? SheetForm.XLSX : SheetForm.CSV;
        var cockpit = cockpits.of(scope, question, Metric.SUPERVISION);
        response.setContentType(form.contentType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("%s %s %s.%s".formatted(
            screen.lookup("board.title"), cockpit.place().name(), cockpit.period(), format), StandardCharsets.UTF_8).build().toString());
        sheet.write(screen, cockpit, form, response.getOutputStream());
    }

    private ModelAndView page(String template, Scope scope, Screen screen, Cockpit cockpit) {
        return new ModelAndView(template, Map.of("screen", screen, "cockpit", cockpit,
            "trend", board.trend(scope, cockpit.place().code(), QUARTERS)));
    }
}
