package io.liangze.subject;

import io.liangze.shared.Typed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds a value by its code or by one of its Chinese words, as sheets of offices have them: case, width of the
 * letters and blanks do not matter, and what stands in brackets may be left out.
 */
final class Words<T> {

    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");

    private final Map<String, T> values = new HashMap<>();

    /** @param words the code and the words of a value; two values never share one */
    Words(List<T> all, Function<T, List<String>> words) {
        for (var value : all)
            for (var word : words.apply(value)) {
                claim(plain(word), value);
                claim(withoutBrackets(plain(word)), value);
            }
    }

    static <E extends Enum<E>> Words<E> of(Class<E> type, Function<E, List<String>> chinese) {
        var all = Arrays.asList(type.getEnumConstants());
        var words = new Words<>(all, chinese);
        for (var value : all) words.claim(plain(value.name()), value);
        return words;
    }

    Optional<T> read(String text) {
        var word = plain(text);
        var value = values.get(word);
        return Optional.ofNullable(value != null ? value : values.get(withoutBrackets(word)));
    }

    private void claim(String word, T value) {
        var before = values.put(word, value);
        if (before != null && before != value) throw new IllegalStateException(word + " means " + before + " and " + value);
    }

    /** Half-width, upper case, without blanks. */
    static String plain(String text) {
        return Typed.plain(text).toUpperCase(Locale.ROOT);
    }

    private static String withoutBrackets(String word) {
        return BRACKETS.matcher(word).replaceAll("");
    }
}
