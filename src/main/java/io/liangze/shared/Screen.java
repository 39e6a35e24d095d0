package io.liangze.shared;

import gg.jte.support.LocalizationSupport;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * What every page knows: its language and words, who looks at it and how.
 *
 * @param scope who looks; null before sign-in and on the public's pages
 * @param theme {@code light} or {@code dark}
 * @param type  {@code normal} or {@code large} (长辈版)
 * @param path  of this request, to mark the place in the navigation
 * @param today in the office's time zone
 */
public record Screen(Locale locale, MessageSource messages, String csrf, @Nullable Scope scope, String theme, String type,
                     String path, LocalDate today) implements LocalizationSupport {

    @Override
    public String lookup(String key) {
        return messages.getMessage(key, null, locale);
    }

    /** Words with values in them, for attributes. */
    public String words(String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /** The name of an enum's constant: message {@code <Enum>.<CONSTANT>}. */
    public String name(@Nullable Enum<?> value) {
        return value == null ? "" : lookup(value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    public boolean may(Role... roles) {
        return scope != null && scope.hasAny(Set.of(roles));
    }

    public boolean isChinese() {
        return locale.getLanguage().equals("zh");
    }
}
