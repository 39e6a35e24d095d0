package io.liangze;

import io.liangze.shared.Scope;
import io.liangze.shared.Screen;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.Objects;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The doors for machines and for those who run the product: figures for Prometheus, the description of the API. */
@Configuration(proxyBeanMethods = false)
class ForOperators {

    private static final String BEARER = "token";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Scope.class, Screen.class);
    }

    /** Prometheus shows {@code LIANGZE_METRICS_TOKEN}; without it the figures are for system administrators alone. */
    @Bean
    @Order(1)
    SecurityFilterChain metrics(HttpSecurity http, @Value("${liangze.metrics-token:}") String token) throws Exception {
        return http
            .securityMatcher(request -> request.getRequestURI().equals("/metrics") && shows(token, request))
            .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
            .requestCache(cache -> cache.disable())
            .build();
    }

    /** Swagger's page sets styles of its own, which no other page may. */
    @Bean
    @Order(2)
    SecurityFilterChain description(HttpSecurity http) throws Exception {
        return http
            .securityMatcher("/api/docs/**", "/api/docs")
            .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
            .requestCache(cache -> cache.disable())
            .csrf(csrf -> csrf.disable())
            .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'")))
            .build();
    }

    @Bean
    OpenAPI api(ObjectProvider<BuildProperties> build) {
        var version = build.stream().map(BuildProperties::getVersion).findFirst().orElse("dev");
        return new OpenAPI()
            .info(new Info().title("Liangze 两责").version(version)
                .description("""
                    The working platform of the two responsibilities for food safety (食品安全“两个责任”).
                    Errors are RFC 9457 problem+json with a stable `code`; every write may be sent twice.
                    A token comes from `POST /api/v1/tokens`.""")
                .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
            .components(new Components().addSecuritySchemes(BEARER,
                new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
            .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    private static boolean shows(String token, HttpServletRequest request) {
        var shown = Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), "");
        return !token.isBlank() && MessageDigest.isEqual(("Bearer " + token).getBytes(), shown.getBytes());
    }
}
