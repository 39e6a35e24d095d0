package io.liangze.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name by which an account signs in: compared without regard to case, full width or outer spaces. */
record Username(String text) {

    private static final Pattern FIT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{1,39}");
    private static final Pattern MOBILE = Pattern.compile("1\\d{10}");

    static Username of(String typed) {
        return new Username(Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT));
    }

    /** 2 to 40 letters, digits, {@code . _ @ -}. */
    boolean fits() {
        return FIT.matcher(text).matches();
    }

    /** As screens show it: of a mobile number the first three and the last four digits. */
    String masked() {
        return MOBILE.matcher(text).matches() ? text.substring(0, 3) + "****" + text.substring(7) : text;
    }

    /** Never in a log by accident. */
    @Override
    public String toString() {
        return masked();
    }
}
