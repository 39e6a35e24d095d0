package io.liangze.identity;

import io.liangze.shared.LocalPath;
import io.liangze.shared.Refusal;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in, setting a password, signing out. */
@Controller
class SignInPages {

    private static final String START = "/home";

    private final SignIn signIn;
    private final SignedIn signedIn;

    SignInPages(SignIn signIn, SignedIn signedIn) {
        this.signIn = signIn;
        this.signedIn = signedIn;
    }

    @GetMapping("/")
    String start() {
        return "redirect:" + START;
    }

    @GetMapping("/sign-in")
    Object signIn(Screen screen, @RequestParam @Nullable String next) {
        return screen.scope() != null ? "redirect:" + LocalPath.of(next, START) : form(screen, "", "", List.of(), HttpStatus.OK);
    }

    @PostMapping("/sign-in")
    Object signIn(Screen screen, @RequestParam(defaultValue = "") String username, @RequestParam(defaultValue = "") String password,
                  @RequestParam @Nullable String keep, @RequestParam @Nullable String next,
                  HttpServletRequest request, HttpServletResponse response) {
        try {
            new Refusal.Flaws().require(!username.isBlank(), "username", "value.missing")
                .require(!password.isEmpty(), "password", "value.missing").refuse();
            var proved = signIn.prove(username, password, request.getRemoteAddr());
            var kind = proved.expired() ? Token.Kind.PASSWORD : keep != null ? Token.Kind.KEPT : Token.Kind.BROWSER;
            signedIn.remember(signIn.open(proved.account(), kind, request.getRemoteAddr()), request, response);
            return "redirect:" + (proved.expired() ? "/password" : LocalPath.of(next, START));
        } catch (Refusal refusal) {
            var error = refusal.flaws().isEmpty() ? screen.words("refusal." + refusal.code(), refusal.args().toArray()) : "";
            return form(screen, error, username, refusal.flaws(), refusal.status());
        }
    }

    private static ModelAndView form(Screen screen, String error, String username, List<Refusal.Flaw> flaws, HttpStatus status) {
        return new ModelAndView("identity/signIn",
            Map.of("screen", screen, "error", error, "username", username, "flaws", flaws), status);
    }

    /** For somebody signed in his own password; for somebody proved by a code or a first password the new one. */
    @GetMapping("/password")
    Object password(Screen screen, HttpServletRequest request) {
        if (screen.scope() == null && signedIn.firstPassword(request).isEmpty()) return "redirect:/sign-in";
        return passwordForm(screen, List.of(), HttpStatus.OK);
    }

    @PostMapping("/password")
    Object password(Screen screen, @RequestParam(defaultValue = "") String password,
                    @RequestParam(defaultValue = "") String newPassword, @RequestParam(defaultValue = "") String repeated,
                    HttpServletRequest request, HttpServletResponse response) {
        var address = request.getRemoteAddr();
        var own = screen.scope() == null ? null : screen.scope().account();
        var first = signedIn.firstPassword(request).orElse(null);
        if (own == null && first == null) return "redirect:/sign-in";
        try {
            if (!newPassword.equals(repeated)) throw Refusal.invalid("repeated", "password.not-repeated");
            if (own != null) signIn.change(own, password, newPassword, address);
            else signIn.setFirst(first, newPassword, address);
        } catch (Refusal refusal) {
            if (refusal.flaws().isEmpty()) throw refusal;
            return passwordForm(screen, refusal.flaws(), refusal.status());
        }
        signedIn.remember(signIn.open(own != null ? own : first, Token.Kind.BROWSER, address), request, response);
        return "redirect:" + START;
    }

    private static ModelAndView passwordForm(Screen screen, List<Refusal.Flaw> flaws, HttpStatus status) {
        return new ModelAndView("identity/password", Map.of("screen", screen, "flaws", flaws), status);
    }

    @PostMapping("/sign-out")
    String signOut(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        signedIn.end(request, response);
        return "redirect:/sign-in";
    }
}
