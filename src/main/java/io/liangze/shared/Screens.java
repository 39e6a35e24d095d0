package io.liangze.shared;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    Screens(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    public Screen of(HttpServletRequest request) {
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Screen(RequestContextUtils.getLocale(request), messages, csrf == null ? "" : csrf.getToken(), scope(),
            chosen(request, "theme", Set.of("light", "dark"), "light"),
            chosen(request, "type", Set.of("normal", "large"), "normal"),
            request.getRequestURI(), LocalDate.now(clock));
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
