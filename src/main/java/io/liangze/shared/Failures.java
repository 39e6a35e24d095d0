package io.liangze.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.SQLException;
import java.util.Set;
import org.slf4j.Logger;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What the framework throws, as refusals; what is nobody's mistake but ours, logged once with an id. */
final class Failures {

    /** SQL states: character not in repertoire, untranslatable character. */
    private static final Set<String> NO_TEXT = Set.of("22021", "22P05");

    private Failures() {}

    static Refusal asRefusal(Throwable error, Logger log) {
        return switch (error) {
            case Refusal refusal -> refusal;
            case MaxUploadSizeExceededException _ -> Refusal.tooLarge("input.too-large");
            case MultipartException broken -> broken.getCause() == null ? framework(HttpStatus.UNSUPPORTED_MEDIA_TYPE) : framework(HttpStatus.BAD_REQUEST);
            case CannotCreateTransactionException _ -> busy(error, log);
            case DataAccessResourceFailureException _ -> busy(error, log);
            case CannotAcquireLockException _ -> busy(error, log);
            case NestedRuntimeException gone when isGone(gone) -> busy(error, log);
            case DataAccessException text when isNoText(text) -> Refusal.unreadable("input.unreadable");
            case ErrorResponse known when known.getStatusCode().is4xxClientError() ->
                framework(HttpStatus.valueOf(known.getStatusCode().value()));
            default -> bug(error, log);
        };
    }

    /** For an error of which only the status is known. */
    static Refusal framework(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> Refusal.unknown("session.absent");
            case FORBIDDEN -> Refusal.forbidden("role.insufficient");
            case NOT_FOUND -> Refusal.absent("path");
            case METHOD_NOT_ALLOWED -> Refusal.of(status, "method.not-allowed");
            case UNSUPPORTED_MEDIA_TYPE -> Refusal.of(status, "media-type.not-supported");
            case NOT_ACCEPTABLE -> Refusal.of(status, "media-type.not-acceptable");
            case CONTENT_TOO_LARGE -> Refusal.tooLarge("input.too-large");
            default -> Refusal.unreadable("input.unreadable");
        };
    }

    /** Characters that no text of the database may have, such as NUL: they come from the caller alone. */
    private static boolean isNoText(DataAccessException error) {
        return NO_TEXT.contains(sqlState(error));
    }

    /** The connection broke, or the server ended it, while the statement or the commit was under way. */
    private static boolean isGone(NestedRuntimeException error) {
        var state = sqlState(error);
        return state.startsWith("08") || state.startsWith("57P");
    }

    private static String sqlState(NestedRuntimeException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException sql && sql.getSQLState() != null) return sql.getSQLState();
        return "";
    }

    private static Refusal busy(Throwable error, Logger log) {
        log.warn("Database not to be had reason={}", String.valueOf(error.getMessage()).lines().findFirst().orElse(""));
        return Refusal.later(HttpStatus.SERVICE_UNAVAILABLE, "server.busy", 2);
    }

    private static Refusal bug(Throwable error, Logger log) {
        var id = UuidCreator.getTimeOrderedEpoch().toString();
        log.error("Request failed id={}", id, error);
        return Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR, "server.failed", id).with("id", id);
    }
}
