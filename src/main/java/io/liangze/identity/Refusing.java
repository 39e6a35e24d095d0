package io.liangze.identity;

import io.liangze.shared.Refusal;
import io.liangze.shared.RefusalAdvice;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** What the filters refuse, in the words of all refusals: JSON below {@code /api}; pages lead to the sign-in. */
@Component
class Refusing implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final RefusalAdvice advice;
    private final LocaleResolver locales;
    private final JsonMapper json;

    Refusing(RefusalAdvice advice, LocaleResolver locales, JsonMapper json) {
        this.advice = advice;
        this.locales = locales;
        this.json = json;
    }

    /** Nobody is signed in, or the database cannot say who. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (why instanceof AuthenticationServiceException)
            refuse(Refusal.later(HttpStatus.SERVICE_UNAVAILABLE, "server.busy", 2), request, response);
        else if (isForProgram(request)) refuse(Refusal.unknown("session.absent"), request, response);
        else toSignIn(request, response);
    }

    /** Signed in without the role, or a page too old to be sent from; who is not signed in at all is told that first. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) throws IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null)
            commence(request, response, new InsufficientAuthenticationException("nobody is signed in", why));
        else refuse(Refusal.forbidden(why instanceof CsrfException ? "session.csrf" : "role.insufficient"), request, response);
    }

    private void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isForProgram(request)) {
            request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, refusal);
            response.sendError(refusal.status().value());
            return;
        }
        var answer = advice.answer(refusal, locales.resolveLocale(request), request.getRequestURI());
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        json.writeValue(response.getOutputStream(), Objects.requireNonNull(answer.getBody()));
    }

    /** Back to where he was, once he is signed in; to htmx, which would put the form into the page, as an order to go. */
    private static void toSignIn(HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("HX-Request") == null) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, signIn(HttpMethod.GET.matches(request.getMethod()) ? asked(request) : "/"));
            return;
        }
        var shown = request.getHeader("HX-Current-URL");
        response.setHeader("HX-Redirect", signIn(shown == null ? "/" : pathOf(shown)));
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
    }

    private static String signIn(String next) {
        return next.equals("/") ? "/sign-in" : "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    private static String asked(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    private static String pathOf(String url) {
        try {
            var uri = URI.create(url);
            return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }

    private static boolean isForProgram(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }
}
