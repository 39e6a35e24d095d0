package io.liangze;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** Pages are JTE templates, by name; {@code redirect:} and a path is 303, so that going back never posts again. */
@Component
@Order(0)
class JteViews implements ViewResolver {

    private static final String REDIRECT = UrlBasedViewResolver.REDIRECT_URL_PREFIX;

    private final TemplateEngine engine;

    JteViews(TemplateEngine engine) {
        this.engine = engine;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith(REDIRECT)) return new RedirectView(name.substring(REDIRECT.length()), true, false, false);
        return engine.hasTemplate(name + ".jte") ? new JteView(name + ".jte") : null;
    }

    private final class JteView implements View {

        private final String template;

        JteView(String template) {
            this.template = template;
        }

        /** Without it Spring forwards to an empty page, silently. */
        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var output = new Utf8ByteOutput();
            var values = new HashMap<String, Object>(model);
            values.keySet().removeIf(name -> name.startsWith("org.springframework"));
            engine.render(template, values, output);
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            response.setHeader("Vary", "HX-Target, HX-Request, Accept-Language");
            output.writeTo(response.getOutputStream());
        }
    }
}
