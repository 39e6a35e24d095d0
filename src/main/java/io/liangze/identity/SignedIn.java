package io.liangze.identity;

import io.liangze.shared.Scope;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Finds out who sends a request: the bearer token of a program, else the cookie of a browser. Both are the same kind of
 * token, see {@link Tokens}; there is no other session, so nothing to fix before sign-in and one place to end it.
 */
@Component
class SignedIn implements SecurityContextRepository {

    private static final String SESSION = "session";
    private static final String FIRST_PASSWORD = "first-password";
    private static final String BEARER = "Bearer ";
    private static final Set<Token.Kind> BROWSERS = EnumSet.of(Token.Kind.BROWSER, Token.Kind.KEPT);

    private final Tokens tokens;
    private final Scopes scopes;

    SignedIn(Tokens tokens, Scopes scopes) {
        this.tokens = tokens;
        this.scopes = scopes;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        var request = holder.getRequest();
        var scope = scope(request);
        if (scope.isEmpty()) return SecurityContextHolder.createEmptyContext();
        var roles = scope.get().grants().stream().map(grant -> "ROLE_" + grant.role().name()).distinct().toArray(String[]::new);
        return new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(
            scope.get(), "", AuthorityUtils.createAuthorityList(roles)));
    }

    private Optional<Scope> scope(HttpServletRequest request) {
        try {
            var bearer = bearer(request);
            var kinds = bearer != null ? EnumSet.of(Token.Kind.PROGRAM) : BROWSERS;
            return find(bearer != null ? bearer : cookie(request, SESSION), kinds)
                .flatMap(account -> scopes.of(account, request.getRemoteAddr()));
        } catch (DataAccessException e) {
            throw new AuthenticationServiceException("Nobody can be told apart without the database", e);
        }
    }

    private Optional<UUID> find(@Nullable String token, Set<Token.Kind> kinds) {
        return Optional.ofNullable(token).flatMap(tokens::find).filter(t -> kinds.contains(t.kind())).map(Token::account);
    }

    /** Whose first password is to be set from here. */
    Optional<UUID> firstPassword(HttpServletRequest request) {
        return find(cookie(request, FIRST_PASSWORD), EnumSet.of(Token.Kind.PASSWORD));
    }

    /** What a program carries; a cookie beside it does not count. */
    static @Nullable String bearer(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? header.substring(BEARER.length()).strip() : null;
    }

    /** Lets the browser carry the token. */
    void remember(Tokens.Issued issued, HttpServletRequest request, HttpServletResponse response) {
        boolean first = issued.kind() == Token.Kind.PASSWORD;
        var life = issued.kind() == Token.Kind.KEPT ? Duration.ofDays(30) : Duration.ofSeconds(-1);
        set(first ? FIRST_PASSWORD : SESSION, issued.token(), life, request, response);
        if (!first) set(FIRST_PASSWORD, "", Duration.ZERO, request, response);
    }

    /** Ends what this request carries, here and in the browser. */
    void end(HttpServletRequest request, HttpServletResponse response) {
        var bearer = bearer(request);
        var token = bearer != null ? bearer : cookie(request, SESSION);
        if (token != null) tokens.revoke(token);
        if (bearer == null) set(SESSION, "", Duration.ZERO, request, response);
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
    }

    private static void set(String name, String value, Duration life, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(name, value).path("/").maxAge(life)
            .httpOnly(true).secure(request.isSecure()).sameSite("Lax").build().toString());
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return bearer(request) != null || cookie(request, SESSION) != null;
    }

    /** Tokens are issued where somebody has been proved; a request alone opens nothing. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}
}
