package io.liangze.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Refusals as problem+json (RFC 9457), for the API; the framework's own errors too. */
@Order(0)
@RestControllerAdvice(annotations = RestController.class)
public class RefusalAdvice {

    private static final Logger log = LoggerFactory.getLogger(RefusalAdvice.class);

    private final MessageSource messages;

    RefusalAdvice(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refuse(Refusal refusal, Locale locale, HttpServletRequest request) {
        return answer(refusal, locale, request.getRequestURI());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable, Locale locale, HttpServletRequest request) {
        return answer(asRefusal(unreadable.getCause()), locale, request.getRequestURI());
    }

    /** An id in a path that cannot be one is not there, as any other that is not. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(TypeMismatchException mismatch, Locale locale, HttpServletRequest request) {
        if (mismatch instanceof MethodArgumentTypeMismatchException argument && argument.getRequiredType() == UUID.class
            && argument.getParameter().hasParameterAnnotation(PathVariable.class))
            return answer(Refusal.absent("path"), locale, request.getRequestURI());
        var field = mismatch.getPropertyName();
        return answer(Refusal.invalid(field == null ? "?" : field, "value.unfit"), locale, request.getRequestURI());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> binding(BindException binding, Locale locale, HttpServletRequest request) {
        var flaws = binding.getFieldErrors().stream().map(e -> new Refusal.Flaw(e.getField(), "value.unfit")).toList();
        return answer(Refusal.invalid(flaws), locale, request.getRequestURI());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> anythingElse(Exception error, Locale locale, HttpServletRequest request) throws Exception {
        if (error instanceof AccessDeniedException
            || error instanceof AuthenticationException) throw error;
        return answer(Failures.asRefusal(error, log), locale, request.getRequestURI());
    }

    private static Refusal asRefusal(Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                Refusal.unreadable("input.unknown-field", unknown.getPropertyName()).with("field", path(unknown));
            case DatabindException unfit when !unfit.getPath().isEmpty() ->
                Refusal.unreadable("input.unreadable").with("field", path(unfit));
            case null, default -> Refusal.unreadable("input.unreadable");
        };
    }

    private static String path(DatabindException unfit) {
        return unfit.getPath().stream()
            .map(r -> r.getPropertyName() != null ? "." + r.getPropertyName() : "[" + r.getIndex() + "]")
            .collect(Collectors.joining()).replaceFirst("^\\.", "");
    }

    /** The answer for a refusal that no controller threw: filters use it too. */
    public ResponseEntity<ProblemDetail> answer(Refusal refusal, Locale locale, String path) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (refusal.more().get("retryAfter") instanceof Integer seconds) headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        if (refusal.status() == HttpStatus.UNAUTHORIZED) headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return new ResponseEntity<>(problem(refusal, locale, path), headers, refusal.status());
    }

    public ProblemDetail problem(Refusal refusal, Locale locale, String path) {
        var problem = ProblemDetail.forStatus(refusal.status());
        problem.setType(URI.create("/problems/" + refusal.code()));
        problem.setTitle(refusal.status().getReasonPhrase());
        problem.setDetail(words("refusal." + refusal.code(), refusal.args(), locale));
        problem.setInstance(instance(path));
        problem.setProperty("code", refusal.code());
        refusal.more().forEach(problem::setProperty);
        if (refusal.status() == HttpStatus.UNPROCESSABLE_CONTENT) problem.setProperty("errors", flaws(refusal, locale));
        return problem;
    }

    /** As it was asked for; what is no address at all is written as one. */
    private static URI instance(String path) {
        try {
            return new URI(path);
        } catch (URISyntaxException unfit) {
            return URI.create(UriUtils.encodePath(path, StandardCharsets.UTF_8));
        }
    }

    private List<Map<String, String>> flaws(Refusal refusal, Locale locale) {
        return refusal.flaws().stream().map(f -> Map.of("field", f.field(), "code", f.code(),
            "message", words("flaw." + f.code(), f.args(), locale))).toList();
    }

    private String words(String key, List<Object> args, Locale locale) {
        return messages.getMessage(key, args.toArray(), locale);
    }
}
