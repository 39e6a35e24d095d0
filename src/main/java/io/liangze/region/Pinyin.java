package io.liangze.region;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** First letters of the pinyin: 南昌县 is found by ncx. */
final class Pinyin {

    private static final Transliterator TO_LATIN = Transliterator.getInstance("Han-Latin/Names; Latin-ASCII");

    /** Few thousand characters make up all names, and a look-up in the transliterator costs a hundred times one here. */
    private static final Map<Integer, String> KNOWN = new ConcurrentHashMap<>();

    private Pinyin() {}

    static String initials(String name) {
        return name.codePoints().mapToObj(c -> KNOWN.computeIfAbsent(c, Pinyin::initial)).collect(Collectors.joining());
    }

    private static String initial(int character) {
        var latin = TO_LATIN.transliterate(Character.toString(character)).strip().toLowerCase(Locale.ROOT);
        return latin.isEmpty() || !Character.isLetterOrDigit(latin.charAt(0)) ? "" : latin.substring(0, 1);
    }
}
