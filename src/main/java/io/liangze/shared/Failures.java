package io.liangze.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import org.slf4j.Logger;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** What the framework throws, as refusals; what is nobody's mistake but ours, logged once with an id. */
final class Failures {

    private Failures() {}

    static Refusal asRefusal(Throwable error, Logger log) {
        return switch (error) {
            case Refusal refusal -> refusal;
            case MaxUploadSizeExceededException _ -> Refusal.tooLarge("input.too-large");
            case CannotCreateTransactionException _ -> busy(error, log);
            case DataAccessResourceFailureException _ -> busy(error, log);
            case CannotAcquireLockException _ -> busy(error, log);
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
