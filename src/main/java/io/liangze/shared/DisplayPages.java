package io.liangze.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a person wants to see the pages: light or dark, large type (长辈版), language. Kept in his browser. */
@Controller
class DisplayPages {

    private static final Map<String, Set<String>> CHOICES = Map.of(
        "theme", Set.of("light", "dark"), "type", Set.of("normal", "large"), "language", Set.of("zh-CN", "en"));

    @PostMapping("/display")
    String choose(@RequestParam Map<String, String> chosen, HttpServletRequest request, HttpServletResponse response) {
        CHOICES.forEach((name, known) -> {
            var value = chosen.get(name);
            if (value != null && known.contains(value)) response.addHeader(HttpHeaders.SET_COOKIE, cookie(name, value, request));
        });
        return "redirect:" + LocalPath.of(chosen.get("back"), "/");
    }

    private static String cookie(String name, String value, HttpServletRequest request) {
        return ResponseCookie.from(name, value).path("/").maxAge(Duration.ofDays(365))
            .httpOnly(true).secure(request.isSecure()).sameSite("Lax").build().toString();
    }
}
