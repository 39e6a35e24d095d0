package io.liangze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.liangze.shared.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestLimitsTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void a_full_house_says_when_to_come_again() throws Exception {
        var limits = new RequestLimits(1);
        var inside = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        var late = request("/api/v1/tasks", 0);

        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            others.submit(() -> {
                limits.doFilter(request("/api/v1/tasks", 0), new MockHttpServletResponse(), (_, _) -> {
                    inside.countDown();
                    await(leave);
                });
                return null;
            });
            inside.await();
            limits.doFilter(late, response, new MockFilterChain());
            leave.countDown();
        }

        assertThat(refusal(late).status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(refusal(late).more()).containsEntry("retryAfter", 2);
    }

    @Test
    void whoever_watches_is_answered_all_the_same() throws Exception {
        var chain = new MockFilterChain();

        new RequestLimits(0).doFilter(request("/health/live", 0), response, chain);

        assertThat(chain.getRequest()).isNotNull();
    }

    @Test
    void a_body_that_says_it_is_too_long_is_not_read() throws Exception {
        var request = request("/api/v1/tokens", (int) RequestLimits.MAX_BODY_BYTES + 1);

        new RequestLimits(1).doFilter(request, response, new MockFilterChain());

        assertThat(refusal(request).code()).isEqualTo("input.too-large");
    }

    @Test
    void a_body_that_does_not_say_how_long_it_is_is_counted() throws Exception {
        var request = new Unmeasured(request("/api/v1/tokens", (int) RequestLimits.MAX_BODY_BYTES + 1));

        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> new RequestLimits(1).doFilter(request, response, (r, _) -> r.getInputStream().readAllBytes()))
            .extracting(Refusal::code).isEqualTo("input.too-large");
    }

    private static MockHttpServletRequest request(String path, int bytes) {
        var request = new MockHttpServletRequest("POST", path);
        request.setContent(new byte[bytes]);
        return request;
    }

    private static Refusal refusal(HttpServletRequest request) {
        return (Refusal) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a request in chunks is. */
    private static final class Unmeasured extends jakarta.servlet.http.HttpServletRequestWrapper {

        Unmeasured(HttpServletRequest request) {
            super(request);
        }

        @Override
        public long getContentLengthLong() {
            return -1;
        }
    }
}
