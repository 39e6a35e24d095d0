package io.liangze.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The request is understood and refused; nothing has changed. Rendered once as problem+json and once as a page.
 * Its words stand in the messages under {@code refusal.<code>}, those of its flaws under {@code flaw.<code>}.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * One bad input.
     *
     * @param field as the caller named it, with a path for nested ones ({@code answers[3].evidence})
     * @param code  stable, {@code thing.what}
     * @param args  values for the words
     */
    public record Flaw(String field, String code, List<Object> args) {
        public Flaw(String field, String code, Object... args) {
            this(field, code, List.of(args));
        }

        /** The flaw of a field, or null. */
        public static @Nullable Flaw of(String field, List<Flaw> flaws) {
            return flaws.stream().filter(f -> f.field().equals(field)).findFirst().orElse(null);
        }
    }

    /** Collects flaws, then refuses all at once. */
    public static final class Flaws {
        private final List<Flaw> found = new ArrayList<>();

        public Flaws add(String field, String code, Object... args) {
            found.add(new Flaw(field, code, args));
            return this;
        }

        /** Adds the flaw unless {@code fits}. */
        public Flaws require(boolean fits, String field, String code, Object... args) {
            return fits ? this : add(field, code, args);
        }

        public boolean isEmpty() {
            return found.isEmpty();
        }

        public List<Flaw> found() {
            return List.copyOf(found);
        }

        /** @throws Refusal {@code input.invalid} 422 if there is any */
        public void refuse() {
            if (!found.isEmpty()) throw invalid(found);
        }
    }

    private final HttpStatus status;
    private final String code;
    private final transient List<Object> args;
    private final transient List<Flaw> flaws;
    private final transient Map<String, Object> more;

    private Refusal(HttpStatus status, String code, List<Object> args, List<Flaw> flaws, Map<String, Object> more) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.args = args;
        this.flaws = List.copyOf(flaws);
        this.more = more;
    }

    static Refusal of(HttpStatus status, String code, Object... args) {
        return new Refusal(status, code, List.of(args), List.of(), Map.of());
    }

    /** 400: the request itself cannot be read. */
    public static Refusal unreadable(String code, Object... args) {
        return new Refusal(HttpStatus.BAD_REQUEST, code, List.of(args), List.of(), Map.of());
    }

    /** 401: nobody, or with a wrong proof. */
    public static Refusal unknown(String code) {
        return new Refusal(HttpStatus.UNAUTHORIZED, code, List.of(), List.of(), Map.of());
    }

    /** 403: this account may not. */
    public static Refusal forbidden(String code, Object... args) {
        return new Refusal(HttpStatus.FORBIDDEN, code, List.of(args), List.of(), Map.of());
    }

    /** 404 {@code <what>.absent}: it is not there, or not within the scope. */
    public static Refusal absent(String what) {
        return new Refusal(HttpStatus.NOT_FOUND, what + ".absent", List.of(), List.of(), Map.of());
    }

    /** 409: its state does not allow it, whoever asks. */
    public static Refusal conflict(String code, Object... args) {
        return new Refusal(HttpStatus.CONFLICT, code, List.of(args), List.of(), Map.of());
    }

    /** 413: larger than is taken. */
    public static Refusal tooLarge(String code, Object... args) {
        return new Refusal(HttpStatus.CONTENT_TOO_LARGE, code, List.of(args), List.of(), Map.of());
    }

    /** 415: a kind of content that is not taken. */
    public static Refusal unsupported(String code, Object... args) {
        return new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, code, List.of(args), List.of(), Map.of());
    }

    /** 422 {@code input.invalid}: readable, but these fields are wrong. */
    public static Refusal invalid(List<Flaw> flaws) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "input.invalid", List.of(), flaws, Map.of());
    }

    /** 422 for a single field. */
    public static Refusal invalid(String field, String code, Object... args) {
        return invalid(List.of(new Flaw(field, code, args)));
    }

    /** 429 or 503 with {@code Retry-After}. */
    public static Refusal later(HttpStatus status, String code, int seconds) {
        return new Refusal(status, code, List.of(seconds), List.of(), Map.of("retryAfter", seconds));
    }

    /** The same, saying more: members of the problem+json besides the usual ones. */
    public Refusal with(String member, Object value) {
        var all = new LinkedHashMap<>(more);
        all.put(member, value);
        return new Refusal(status, code, args, flaws, all);
    }

    public HttpStatus status() { return status; }
    public String code() { return code; }
    public List<Object> args() { return args; }
    public List<Flaw> flaws() { return flaws; }
    public Map<String, Object> more() { return more; }
}
