package io.liangze.supervision;

import io.liangze.region.Regions;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One task: what the office sees of it, and what the official opens on his phone. */
@Controller
class FieldPages {

    private final Supervision supervision;
    private final MyTasks mine;
    private final FieldForms forms;
    private final Regions regions;

    FieldPages(Supervision supervision, MyTasks mine, FieldForms forms, Regions regions) {
        this.supervision = supervision;
        this.mine = mine;
        this.forms = forms;
        this.regions = regions;
    }

    /** What is left this quarter. */
    @GetMapping("/my")
    ModelAndView mine(Scope scope, Screen screen) {
        return new ModelAndView("supervision/my", Map.of("screen", screen, "quarter", mine.of(scope)));
    }

    @GetMapping("/tasks/{id}")
    ModelAndView task(Scope scope, Screen screen, @PathVariable UUID id) {
        var detail = supervision.task(scope, id);
        return new ModelAndView("supervision/task", Map.of("screen", screen, "detail", detail, "groups", FieldForm.byGroup(detail.checklist()),
            "place", regions.find(scope, detail.subject().region().code()), "startable", forms.isOpenTo(scope, detail.head())));
    }

    /** The form in the field; of a task that is done, what was sent. */
    @GetMapping("/tasks/{id}/visit")
    ModelAndView visit(Scope scope, Screen screen, @PathVariable UUID id) {
        var done = supervision.task(scope, id).head().visit();
        if (done != null) return new ModelAndView("redirect:/visits/" + done);
        return new ModelAndView("supervision/visit", Map.of("screen", screen, "form", forms.open(scope, id)));
    }
}
