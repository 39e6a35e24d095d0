package io.liangze.shared;

import gg.jte.support.LocalizationSupport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * What every page knows: its language and words, who looks at it and how.
 *
 * @param scope who looks; null before sign-in and on the public's pages
 * @param place the name of his place
 * @param theme {@code light} or {@code dark}
 * @param type  {@code normal} or {@code large} (长辈版)
 * @param path  of this request, to mark the place in the navigation
 */
public record Screen(Locale locale, MessageSource messages, String csrf, @Nullable Scope scope, String place, String theme,
                     String type, String path, Format format) implements LocalizationSupport {

    @Override
    public String lookup(String key) {
        return messages.getMessage(key, null, locale);
    }

    /** Words with values in them. Numbers come with their thousands grouped; a year must be given as text. */
    public String words(String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /** The name of an enum's constant: message {@code <Enum>.<CONSTANT>}. */
    public String name(@Nullable Enum<?> value) {
        return value == null ? "" : lookup(value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    /** Constants and their names, in order, to choose from. */
    public Map<String, String> options(Enum<?>... values) {
        var options = new LinkedHashMap<String, String>();
        for (var value : values) options.put(value.name(), name(value));
        return options;
    }

    public boolean may(Role... roles) {
        return may(Set.of(roles));
    }

    public boolean may(Set<Role> roles) {
        return scope != null && scope.hasAny(roles);
    }

    /** What the person is called by role, the first that he holds. */
    public String role() {
        return scope == null || scope.grants().isEmpty() ? "" : name(Objects.requireNonNull(scope).grants().getFirst().role());
    }

    public boolean isChinese() {
        return locale.getLanguage().equals("zh");
    }

    /** In the office's time zone. */
    public LocalDate today() {
        return format.today();
    }

    public String number(@Nullable Number number) {
        return format.number(number);
    }

    public String rate(@Nullable Number rate) {
        return format.rate(rate);
    }

    public String date(@Nullable LocalDate day) {
        return format.date(day);
    }

    public String time(@Nullable Instant at) {
        return format.time(at);
    }

    /** {@code 剩37天} or {@code 逾期5天}. */
    public String remaining(@Nullable LocalDate due) {
        return format.remaining(due);
    }

    public boolean isPast(@Nullable LocalDate due) {
        return due != null && due.isBefore(today());
    }
}
