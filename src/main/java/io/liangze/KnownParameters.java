package io.liangze;

import io.liangze.shared.Refusal;
import io.liangze.shared.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Refuses a call of the API with a parameter that its method does not take: a misspelt filter would give the whole list.
 * Refuses one that comes twice where the method takes a single value: the framework would choose one of them in silence.
 * What a method takes is read from its own signature, so no new one can be forgotten.
 */
class KnownParameters implements HandlerInterceptor {

    /** Forms of pages carry it with everything. */
    private static final String CSRF = "_csrf";

    private final Map<HandlerMethod, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    /** @throws Refusal {@code input.unknown-field} or {@code input.repeated} 400 */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) return true;
        var takes = known.computeIfAbsent(method, KnownParameters::of);
        sent(request).filter(name -> !takes.containsKey(name) && !name.equals(CSRF)).findFirst().ifPresent(name -> {
            throw Refusal.unreadable("input.unknown-field", name).with("field", name);
        });
        repeated(request).filter(name -> !takes.getOrDefault(name, false)).findFirst().ifPresent(name -> {
            throw Refusal.unreadable("input.repeated", name).with("field", name);
        });
        return true;
    }

    private static Stream<String> sent(HttpServletRequest request) {
        var values = request.getParameterMap().keySet().stream();
        var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return parts == null ? values : Stream.concat(values, parts.getFileMap().keySet().stream());
    }

    private static Stream<String> repeated(HttpServletRequest request) {
        var values = request.getParameterMap().entrySet().stream().filter(sent -> sent.getValue().length > 1).map(Map.Entry::getKey);
        var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return parts == null ? values : Stream.concat(values, parts.getMultiFileMap().entrySet().stream()
            .filter(sent -> sent.getValue().size() > 1).map(Map.Entry::getKey));
    }

    /**
     * The names that a method reads from a query or a form: its own, and those of the records that it binds; each with
     * whether it takes several values.
     */
    static Map<String, Boolean> of(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters()).flatMap(KnownParameters::taken)
            .collect(Collectors.toUnmodifiableMap(Taken::name, Taken::several));
    }

    private record Taken(String name, boolean several) {
        Taken(String name, Class<?> type) {
            this(name, type.isArray() || Collection.class.isAssignableFrom(type));
        }
    }

    private static Stream<Taken> taken(MethodParameter parameter) {
        var type = parameter.getParameterType();
        if (parameter.hasParameterAnnotation(RequestParam.class)) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            return Stream.of(new Taken(Objects.requireNonNull(parameter.getParameterName()), type));
        }
        boolean isFilter = type.isRecord() && type != Scope.class && parameter.getParameterAnnotations().length == 0;
        return isFilter ? Arrays.stream(type.getRecordComponents()).map(part -> new Taken(part.getName(), part.getType())) : Stream.empty();
    }
}
