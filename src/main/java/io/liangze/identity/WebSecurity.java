package io.liangze.identity;

import io.liangze.shared.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import jakarta.servlet.DispatcherType;

/** What stands open, what does not, and what browsers are told about our pages. */
@Configuration
class WebSecurity {

    private static final String CONTENT = "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self'; "
        + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String DEVICES = "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()";

    @Bean
    SecurityFilterChain security(HttpSecurity http, SignedIn signedIn, Refusing refusing) throws Exception {
        return http
            .authorizeHttpRequests(paths -> paths
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC).permitAll()
                .requestMatchers("/sign-in", "/password", "/display", "/error", "/web/**", "/webjars/**", "/_static/**",
                    "/favicon.ico", "/health/**", "/api/docs/**", "/api/docs.yaml").permitAll()
                .requestMatchers(HttpMethod.POST, "/api/v1/tokens", "/api/v1/passwords").permitAll()
                .requestMatchers("/metrics").hasRole(Role.SYSTEM_ADMIN.name())
                .anyRequest().authenticated())
            .securityContext(context -> context.securityContextRepository(signedIn))
            .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .csrf(csrf -> csrf
                .csrfTokenRepository(csrfCookie())
                .ignoringRequestMatchers(request -> SignedIn.bearer(request) != null)
                .ignoringRequestMatchers("/api/v1/tokens", "/api/v1/passwords"))
            .exceptionHandling(failures -> failures.authenticationEntryPoint(refusing).accessDeniedHandler(refusing))
            .requestCache(AbstractHttpConfigurer::disable)
            .logout(AbstractHttpConfigurer::disable)
            .headers(headers -> headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .permissionsPolicyHeader(policy -> policy.policy(DEVICES))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
            .build();
    }

    /** The browser keeps it where no script reads it; pages carry it masked, differently each time. */
    private static CookieCsrfTokenRepository csrfCookie() {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieName("csrf");
        repository.setHeaderName("X-CSRF-TOKEN");
        repository.setCookiePath("/");
        repository.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return repository;
    }
}
