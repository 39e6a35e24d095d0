package io.liangze.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What people type and paste: full-width letters, blanks within numbers. */
public final class Typed {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cf}]");

    private Typed() {}

    /** Half-width and without any blanks: for codes and numbers, not for names. */
    public static String plain(String text) {
        if (isPlain(text)) return text;
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++)
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 127) return false;
        return true;
    }
}
