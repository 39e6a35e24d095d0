package io.liangze.subject;

import io.liangze.shared.Refusal;
import io.liangze.shared.Refusal.Flaw;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The accounts of a subject: opened, their codes printed, taken back. */
@Controller
@RequestMapping("/subjects/{id}/accounts")
class SubjectAccountPages {

    private final Subjects subjects;
    private final SubjectAccounts accounts;

    SubjectAccountPages(Subjects subjects, SubjectAccounts accounts) {
        this.subjects = subjects;
        this.accounts = accounts;
    }

    @GetMapping
    ModelAndView list(Scope scope, Screen screen, @PathVariable UUID id) {
        var subject = subjects.find(scope, id);
        return page(scope, screen, subject, "",
            Objects.requireNonNullElse(subject.particulars().principal(), subject.name()), List.of());
    }

    @PostMapping
    Object open(Scope scope, Screen screen, @PathVariable UUID id, @RequestParam(defaultValue = "") String username,
                @RequestParam(defaultValue = "") String name) {
        try {
            accounts.open(scope, id, username, name);
            return back(id);
        } catch (Refusal refusal) {
            if (refusal.flaws().isEmpty()) throw refusal;
            return page(scope, screen, subjects.find(scope, id), username, name, refusal.flaws());
        }
    }

    @PostMapping("/{account}/code")
    String resetCode(Scope scope, @PathVariable UUID id, @PathVariable UUID account) {
        accounts.resetCode(scope, id, account);
        return back(id);
    }

    @PostMapping("/{account}/end")
    String end(Scope scope, @PathVariable UUID id, @PathVariable UUID account) {
        accounts.end(scope, id, account);
        return back(id);
    }

    private ModelAndView page(Scope scope, Screen screen, Subject subject, String username, String name, List<Flaw> flaws) {
        return new ModelAndView("subject/accounts", Map.of("screen", screen, "subject", subject, "accounts", accounts.of(scope, subject.id()),
            "username", username, "name", name, "flaws", flaws), flaws.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String back(UUID id) {
        return "redirect:/subjects/" + id + "/accounts";
    }
}
