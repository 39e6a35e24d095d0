package io.liangze;

import io.liangze.shared.Refusal;
import io.liangze.shared.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
 * What a method takes is read from its own signature, so no new one can be forgotten.
 */
class KnownParameters implements HandlerInterceptor {

    /** Forms of pages carry it with everything. */
    private static final String CSRF = "_csrf";

    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    /** @throws Refusal {@code input.unknown-field} 400 */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) return true;
        var takes = known.computeIfAbsent(method, KnownParameters::of);
        sent(request).filter(name -> !takes.contains(name) && !name.equals(CSRF)).findFirst().ifPresent(name -> {
            throw Refusal.unreadable("input.unknown-field", name).with("field", name);
        });
        return true;
    }

    private static Stream<String> sent(HttpServletRequest request) {
        var values = request.getParameterMap().keySet().stream();
        var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return parts == null ? values : Stream.concat(values, parts.getFileMap().keySet().stream());
    }

    /** The names that a method reads from a query or a form: its own, and those of the records that it binds. */
    static Set<String> of(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters()).flatMap(KnownParameters::names).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> names(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(RequestParam.class)) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            return Stream.of(Objects.requireNonNull(parameter.getParameterName()));
        }
        var type = parameter.getParameterType();
        boolean isFilter = type.isRecord() && type != Scope.class && parameter.getParameterAnnotations().length == 0;
        return isFilter ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName) : Stream.empty();
    }
}
