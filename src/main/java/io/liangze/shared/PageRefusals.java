package io.liangze.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.Order;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Refusals as pages that say what to do next; to htmx, as the part alone. */
@Order
@ControllerAdvice
class PageRefusals {

    private static final Logger log = LoggerFactory.getLogger(PageRefusals.class);

    private final Screens screens;

    PageRefusals(Screens screens) {
        this.screens = screens;
    }

    @ExceptionHandler
    ModelAndView refuse(Exception error, HttpServletRequest request) throws Exception {
        if (error instanceof org.springframework.security.access.AccessDeniedException
            || error instanceof org.springframework.security.core.AuthenticationException) throw error;
        var refusal = switch (error) {
            case TypeMismatchException _ -> Refusal.absent("path");
            case BindException _ -> Refusal.unreadable("input.unreadable");
            default -> Failures.asRefusal(error, log);
        };
        var view = request.getHeader("HX-Request") == null ? "shared/refused" : "shared/refusal";
        return new ModelAndView(view, Map.of("screen", screens.of(request), "refusal", refusal), refusal.status());
    }
}
