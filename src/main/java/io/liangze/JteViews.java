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

/** Pages are JTE templates, by name. */
@Component
@Order(0)
class JteViews implements ViewResolver {

    private final TemplateEngine engine;

    JteViews(TemplateEngine engine) {
        this.engine = engine;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
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
