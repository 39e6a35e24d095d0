package io.liangze.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/** Makes the {@link Screen} and finds the {@link Scope} of a request. */
@Component
public class Screens {

    private final MessageSource messages;
    private final Clock clock;
    private final ObjectProvider<PlaceNames> places;

    Screens(MessageSource messages, Clock clock, ObjectProvider<PlaceNames> places) {
        this.messages = messages;
        this.clock = clock;
        this.places = places;
    }

    public Screen of(HttpServletRequest request) {
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var locale = RequestContextUtils.getLocale(request);
        var scope = scope();
        return new Screen(locale, messages, csrf == null ? "" : csrf.getToken(), scope, place(scope, locale),
            chosen(request, "theme", Set.of("light", "dark"), "light"),
            chosen(request, "type", Set.of("normal", "large"), "normal"),
            path(request), new Format(locale, messages, LocalDate.now(clock), clock.getZone()));
    }

    private String place(@Nullable Scope scope, Locale locale) {
        if (scope == null) return "";
        var home = scope.home();
        if (home == null) return messages.getMessage("place.everywhere", null, locale);
        return places.stream().flatMap(p -> p.nameOf(home).stream()).findFirst().orElse(home);
    }

    /** As the browser asked for it, also when an error is shown in its stead. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
            ? asked : request.getRequestURI();
    }

    /** Who is signed in; null if nobody is. */
    public @Nullable Scope scope() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null && signedIn.getPrincipal() instanceof Scope scope ? scope : null;
    }

    private static String chosen(HttpServletRequest request, String name, Set<String> known, String otherwise) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie != null && known.contains(cookie.getValue()) ? cookie.getValue() : otherwise;
    }
}
