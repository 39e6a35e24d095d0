package io.liangze.subject;

import java.util.concurrent.atomic.AtomicInteger;

/** Registration numbers that check, each once. */
public final class Numbers {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final AtomicInteger NEXT = new AtomicInteger(100_000);

    private Numbers() {}

    /** {@code JY} and a form: 1 sales, 2 catering, 3 canteen. */
    public static String operation(int form, String county) {
        var body = "%d%s%06d".formatted(form, county.substring(0, 6), NEXT.incrementAndGet());
        return "JY" + body + mod1110(body);
    }

    /** {@code SC} and three digits of the category: 104 meat. */
    public static String production(String category, String county) {
        var body = "%s%s%04d".formatted(category, county.substring(0, 6), NEXT.incrementAndGet() % 10_000);
        return "SC" + body + mod1110(body);
    }

    public static String creditCode(String county) {
        return creditCode(county, NEXT.incrementAndGet());
    }

    static String creditCode(String county, int serial) {
        var organisation = "%08d".formatted(serial);
        int[] inner = {3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 8; i++) sum += (organisation.charAt(i) - '0') * inner[i];
        var body = "92" + county.substring(0, 6) + organisation + "0123456789X0".charAt(11 - sum % 11);
        int weighted = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            weighted += ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return body + ALPHABET.charAt((31 - weighted % 31) % 31);
    }

    static char mod1110(String digits) {
        int p = 10;
        for (int i = 0; i < 13; i++) {
            int s = (p + digits.charAt(i) - '0') % 10;
            p = (s == 0 ? 10 : s) * 2 % 11;
        }
        return (char) ('0' + (11 - p) % 10);
    }
}
