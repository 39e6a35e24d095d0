package io.liangze.imports;

import io.liangze.work.Work;
import io.liangze.work.WorkState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What an import says, in the language of whoever reads it. */
@Component
class ImportWords {

    private final MessageSource messages;

    ImportWords(MessageSource messages) {
        this.messages = messages;
    }

    /** All that is wrong with a row, the columns named. */
    String reasons(Faulty row, Locale locale) {
        return row.reasons().stream().map(r -> r.column() == null ? reason(r, locale)
                : say("imports.of-column", List.of(r.column(), reason(r, locale)), locale))
            .collect(Collectors.joining());
    }

    String reason(Reason reason, Locale locale) {
        return say("flaw." + reason.code(), reason.args(), locale);
    }

    /** Why an import has stopped; null if it has not. */
    @Nullable String error(Work work, Figures figures, Locale locale) {
        if (work.state() != WorkState.FAILED) return null;
        var failure = figures.failure();
        if (failure != null) return say(failure.code(), failure.args(), locale);
        var error = String.valueOf(work.error());
        return error.startsWith("refusal.") ? say(error, List.of(), locale) : say("refusal.server.failed", List.of(error), locale);
    }

    String say(String key, List<?> args, Locale locale) {
        return messages.getMessage(key, args.toArray(), locale);
    }
}
