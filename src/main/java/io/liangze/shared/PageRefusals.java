package io.liangze.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/** Refusals as pages that say what to do next; to htmx, as a notice above what stands there and was typed. */
@Order
@ControllerAdvice
class PageRefusals {

    private static final Logger log = LoggerFactory.getLogger(PageRefusals.class);

    private final Screens screens;
    private final RefusalAdvice api;

    PageRefusals(Screens screens, RefusalAdvice api) {
        this.screens = screens;
        this.api = api;
    }

    @ExceptionHandler
    Object refuse(Exception error, HttpServletRequest request, HttpServletResponse response, Locale locale) throws Exception {
        if (error instanceof AccessDeniedException || error instanceof AuthenticationException
            || error instanceof AsyncRequestNotUsableException) throw error;   // the last: who asked has gone, nobody to tell
        var refusal = switch (error) {
            case TypeMismatchException _ -> Refusal.absent("path");
            case BindException _ -> Refusal.unreadable("input.unreadable");
            default -> Failures.asRefusal(error, log);
        };
        var path = request.getRequestURI();   // below /api also where there is no controller
        return path.startsWith("/api/") ? api.answer(refusal, locale, path) : page(refusal, request, response);
    }

    ModelAndView page(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        boolean part = request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
        if (part) {
            response.setHeader("HX-Retarget", "#notice");
            response.setHeader("HX-Reswap", "innerHTML show:none");
            response.setHeader("HX-Push-Url", "false");
        }
        if (refusal.more().get("retryAfter") instanceof Integer seconds) response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
        return new ModelAndView(part ? "shared/refusal" : "shared/refused",
            Map.of("screen", screens.of(request), "refusal", refusal), refusal.status());
    }
}
