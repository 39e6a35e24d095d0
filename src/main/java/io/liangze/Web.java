package io.liangze;

import io.liangze.shared.Refusal;
import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import io.liangze.shared.Screens;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** What controllers are given, in which language they answer, and where scripts and styles lie. */
@Configuration
class Web implements WebMvcConfigurer {

    private final Screens screens;
    private final String own;

    Web(Screens screens, @Value("${liangze.sources:}") String sources) {
        this.screens = screens;
        this.own = sources.isEmpty() ? "classpath:/web/" : "file:%s/web/".formatted(sources);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ScopeAndScreen());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/v1/**");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/web/**").addResourceLocations(own).setCacheControl(CacheControl.noCache());
        for (var libraries : List.of("/webjars/", "/_static/"))
            registry.addResourceHandler(libraries + "**").addResourceLocations("classpath:/META-INF/resources" + libraries)
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    /** The person's choice (cookie), else Accept-Language where it asks for English, else Chinese. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("language");
        resolver.setDefaultLocaleFunction(request -> Locale.lookup(
            Locale.LanguageRange.parse(Objects.requireNonNullElse(request.getHeader("Accept-Language"), "zh-CN")),
            List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) instanceof Locale known && known.equals(Locale.ENGLISH)
            ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        return resolver;
    }

    private final class ScopeAndScreen implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Scope.class || parameter.getParameterType() == Screen.class;
        }

        @Override
        public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
                                      NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
            if (parameter.getParameterType() == Screen.class)
                return screens.of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
            var scope = screens.scope();
            if (scope == null) throw Refusal.unknown("session.absent");
            return scope;
        }
    }
}
