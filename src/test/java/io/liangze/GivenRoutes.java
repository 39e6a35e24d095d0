package io.liangze;

import io.liangze.shared.Period;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every call of the API, read from the route table itself: a new one cannot escape the tests that walk them. */
@Component
public class GivenRoutes {

    private static final String API = "/api/v1";

    private final RequestMappingHandlerMapping table;

    GivenRoutes(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping table) {
        this.table = table;
    }

    /** One method at one path, such as {@code POST /api/v1/tasks/{id}/visit}. */
    public record Route(HttpMethod method, String pattern, HandlerMethod handler) {

        @Override
        public String toString() {
            return method + " " + pattern;
        }

        /** With something at each variable that can be read and is not there. */
        public String path() {
            return withIds(UUID.randomUUID().toString());
        }

        /** With the same text at each variable. */
        public String path(String value) {
            return pattern.replaceAll("\\{\\w+}", java.util.regex.Matcher.quoteReplacement(value));
        }

        /** The names that it takes in a query. */
        public Set<String> parameters() {
            return KnownParameters.of(handler).keySet();
        }

        /** Those of them that take a single value. */
        public List<String> singles() {
            return KnownParameters.of(handler).entrySet().stream().filter(taken -> !taken.getValue()).map(Map.Entry::getKey).sorted().toList();
        }

        public boolean takesBody() {
            return Arrays.stream(handler.getMethodParameters()).anyMatch(p -> p.hasParameterAnnotation(RequestBody.class));
        }

        /** As {@link #path()}, with that text at each id. */
        public String withIds(String value) {
            var path = pattern;
            for (var parameter : handler.getMethod().getParameters())
                if (parameter.isAnnotationPresent(PathVariable.class))
                    path = path.replace("{%s}".formatted(parameter.getName()), parameter.getType() == UUID.class ? value : absent(parameter.getType()));
            return path;
        }

        /** Whether an id stands in its path. */
        public boolean hasId() {
            return Arrays.stream(handler.getMethod().getParameters())
                .anyMatch(p -> p.isAnnotationPresent(PathVariable.class) && p.getType() == UUID.class);
        }

        public boolean hasVariable() {
            return pattern.contains("{");
        }

        private static String absent(Class<?> type) {
            return type == Period.Quarter.class ? "2025Q1" : "absent";
        }
    }

    public List<Route> all() {
        return table.getHandlerMethods().entrySet().stream().flatMap(e -> routes(e.getKey(), e.getValue()))
            .sorted(Comparator.comparing(Route::toString)).toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        return info.getPatternValues().stream().filter(path -> path.startsWith(API)).flatMap(path ->
            info.getMethodsCondition().getMethods().stream().map(method -> new Route(method.asHttpMethod(), path, handler)));
    }
}
