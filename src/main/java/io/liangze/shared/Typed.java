package io.liangze.shared;

import java.text.Normalizer;

/** What people type and paste: full-width letters, blanks within numbers. */
public final class Typed {

    private Typed() {}

    /** Half-width and without any blanks: for codes and numbers, not for names. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}]", "");
    }
}
