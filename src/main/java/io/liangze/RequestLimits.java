package io.liangze;

import io.liangze.shared.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * As many requests at a time as the machine carries ({@code LIANGZE_MAX_REQUESTS}), as many again waiting for a moment,
 * and no body longer than a form or a record needs. Beyond that 503 with {@code Retry-After}, and 413, before any work.
 * Files have limits of their own: {@code spring.servlet.multipart} and the module that takes them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestLimits extends OncePerRequestFilter {

    static final long MAX_BODY_BYTES = 2 * 1024 * 1024;

    private static final int PATIENCE_MS = 1_000;
    private static final int RETRY_AFTER_SECONDS = 2;

    private final int most;
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();

    RequestLimits(@Value("${liangze.max-requests:1000}") int most) {
        this.most = most;
        this.places = new Semaphore(most);
    }

    /** Whoever watches the product must get an answer when it is full. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/health/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!enter()) {
            refuse(request, response, Refusal.later(HttpStatus.SERVICE_UNAVAILABLE, "server.busy", RETRY_AFTER_SECONDS));
            return;
        }
        try {
            if (isFile(request)) chain.doFilter(request, response);
            else if (request.getContentLengthLong() > MAX_BODY_BYTES)
                refuse(request, response, Refusal.tooLarge("input.too-large"));
            else chain.doFilter(request.getContentLengthLong() >= 0 ? request : new CountedRequest(request), response);
        } finally {
            places.release();
        }
    }

    private boolean enter() throws ServletException {
        if (places.tryAcquire()) return true;
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            return false;
        }
        try {
            return places.tryAcquire(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServletException(e);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static boolean isFile(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    /** To the one place that words errors. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws ServletException, IOException {
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, refusal);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.getRequestDispatcher("/error").forward(request, response);
    }
}
