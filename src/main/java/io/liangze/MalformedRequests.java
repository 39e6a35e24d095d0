package io.liangze;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.liangze.shared.Refusal;
import io.liangze.shared.RefusalAdvice;
import io.liangze.shared.Screens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server refuses before any filter sees it, such as {@code %00} in an address: in the words of all refusals,
 * JSON below {@code /api}, else our page. The server's own page would be the only one that is not ours.
 */
@Component
class MalformedRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final RefusalAdvice advice;
    private final Screens screens;
    private final LocaleResolver locales;
    private final TemplateEngine templates;
    private final JsonMapper json;

    MalformedRequests(RefusalAdvice advice, Screens screens, LocaleResolver locales, TemplateEngine templates, JsonMapper json) {
        this.advice = advice;
        this.screens = screens;
        this.locales = locales;
        this.templates = templates;
        this.json = json.rebuild().addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class).build();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> context.getParent().getPipeline().addValve(new Report()));
    }

    private final class Report extends ErrorReportValve {

        /** Called for every answer; what one of ours has written is let through. */
        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || response.isCommitted() || !response.setErrorReported()) return;
            boolean ours = response.getStatus() >= 500;
            var refusal = ours ? Refusal.later(HttpStatus.SERVICE_UNAVAILABLE, "server.busy", 2) : Refusal.unreadable("input.unreadable");
            var path = request.getRequestURI();
            try {
                response.setStatus(refusal.status().value());
                if (path != null && path.startsWith("/api/")) write(response, MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                    json.writeValueAsBytes(advice.problem(refusal, locales.resolveLocale(request.getRequest()), path)));
                else write(response, "text/html;charset=UTF-8", page(request, refusal));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        private byte[] page(Request request, Refusal refusal) {
            request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
            var page = new StringOutput();
            templates.render("shared/refused.jte", Map.<String, Object>of("screen", screens.of(request.getRequest()), "refusal", refusal), page);
            return page.toString().getBytes(StandardCharsets.UTF_8);
        }

        private static void write(Response response, String type, byte[] body) throws IOException {
            response.setContentType(type);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        }
    }
}
