package io.liangze.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Errors that no controller saw, of filters and of the server itself: the same words, as JSON below {@code /api}. */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final PageRefusals pages;
    private final RefusalAdvice api;

    ErrorPages(PageRefusals pages, RefusalAdvice api) {
        this.pages = pages;
        this.api = api;
    }

    @RequestMapping("/error")
    Object refuse(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        var path = Objects.requireNonNullElse(attribute(request, RequestDispatcher.ERROR_REQUEST_URI, String.class), "/error");
        var refusal = refusal(request);
        return path.startsWith("/api/") ? api.answer(refusal, locale, path) : pages.page(refusal, request, response);
    }

    private static Refusal refusal(HttpServletRequest request) {
        var error = attribute(request, RequestDispatcher.ERROR_EXCEPTION, Throwable.class);
        if (error != null) return Failures.asRefusal(error, log);
        var code = attribute(request, RequestDispatcher.ERROR_STATUS_CODE, Integer.class);
        var status = code == null ? HttpStatus.NOT_FOUND : HttpStatus.resolve(code);
        if (status != null && status.is4xxClientError()) return Failures.framework(status);
        return Failures.asRefusal(new IllegalStateException("status " + code), log);
    }

    private static <T> @Nullable T attribute(HttpServletRequest request, String name, Class<T> type) {
        var value = request.getAttribute(name);
        return type.isInstance(value) ? type.cast(value) : null;
    }
}
