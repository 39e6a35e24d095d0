package io.liangze.identity;

import io.liangze.shared.Refusal;
import io.liangze.shared.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out for programs. */
@RestController
@RequestMapping("/api/v1")
class SessionApi {

    /** {@code code} is the second factor, where the account has one. */
    record Credentials(@Nullable String username, @Nullable String password, @Nullable String code) {}

    record NewPassword(@Nullable String username, @Nullable String password, @Nullable String newPassword) {}

    record Opened(String token, Instant expiresAt, Who account) {}

    /** @param csrf to be sent as {@code X-CSRF-TOKEN} with every change that a browser's page makes */
    record Session(Who account, String csrf) {}

    record Who(String name, List<AccountRole> roles) {
        static Who of(Scope scope) {
            return new Who(scope.name(), scope.grants().stream()
                .map(g -> new AccountRole(g.role(), g.region(), g.official(), g.subject())).toList());
        }
    }

    private final SignIn signIn;
    private final SignedIn signedIn;
    private final Scopes scopes;

    SessionApi(SignIn signIn, SignedIn signedIn, Scopes scopes) {
        this.signIn = signIn;
        this.signedIn = signedIn;
        this.scopes = scopes;
    }

    /** Opens a token for seven days. */
    @PostMapping("/tokens")
    ResponseEntity<Opened> open(@RequestBody Credentials typed, HttpServletRequest request) {
        var address = request.getRemoteAddr();
        var proved = signIn.prove(given(typed.username), given(typed.password), address);
        if (proved.expired()) throw Refusal.forbidden("session.password-expired");
        var issued = signIn.open(proved.account(), Token.Kind.PROGRAM, address);
        var scope = scopes.of(proved.account(), address).orElseThrow(() -> Refusal.unknown("session.bad-credentials"));
        return ResponseEntity.created(URI.create("/api/v1/tokens/current"))
            .body(new Opened(issued.token(), issued.expiresAt(), Who.of(scope)));
    }

    /** Ends the token, or the browser's session, that the call is sent with. */
    @DeleteMapping("/tokens/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Scope scope, HttpServletRequest request, HttpServletResponse response) {
        signedIn.end(request, response);
    }

    /** Sets a new password in place of a first one, a one-time code, or one's own; every token ends. */
    @PostMapping("/passwords")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@RequestBody NewPassword typed, HttpServletRequest request) {
        signIn.change(given(typed.username), given(typed.password), given(typed.newPassword), request.getRemoteAddr());
    }

    /** Who is signed in; for pages that work without network and send later. */
    @GetMapping("/session")
    Session session(Scope scope, CsrfToken csrf) {
        return new Session(Who.of(scope), csrf.getToken());
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }
}
