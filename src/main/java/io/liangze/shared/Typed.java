package io.liangze.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What people type and paste: full-width letters, blanks within numbers. */
public final class Typed {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cf}]");

    private Typed() {}

    /** Half-width and without any blanks: for codes and numbers, not for names. */
    public static String plain(String text) {
        if (text.chars().allMatch(c -> c > ' ' && c < 127)) return text;
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }
}
