package io.liangze.region;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/** First letters of the pinyin: 南昌县 is found by ncx. */
final class Pinyin {

    private static final Transliterator TO_LATIN = Transliterator.getInstance("Han-Latin/Names; Latin-ASCII");

    private Pinyin() {}

    static String initials(String name) {
        var initials = new StringBuilder();
        name.codePoints().forEach(c -> {
            var latin = TO_LATIN.transliterate(Character.toString(c)).strip();
            if (!latin.isEmpty() && Character.isLetterOrDigit(latin.charAt(0))) initials.append(latin.charAt(0));
        });
        return initials.toString().toLowerCase(Locale.ROOT);
    }
}
