package io.liangze.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Refusals as pages that say what to do next; to htmx, as a notice above what stands there and was typed. */
@Order
@ControllerAdvice
class PageRefusals {

    private static final Logger log = LoggerFactory.getLogger(PageRefusals.class);

    private final Screens screens;

    PageRefusals(Screens screens) {
        this.screens = screens;
    }

    @ExceptionHandler
    ModelAndView refuse(Exception error, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (error instanceof org.springframework.security.access.AccessDeniedException
            || error instanceof org.springframework.security.core.AuthenticationException) throw error;
        var refusal = switch (error) {
            case TypeMismatchException _ -> Refusal.absent("path");
            case BindException _ -> Refusal.unreadable("input.unreadable");
            default -> Failures.asRefusal(error, log);
        };
        return page(refusal, request, response);
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
