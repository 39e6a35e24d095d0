package io.liangze.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the values of a workbook's cells mean. */
final class Cells {

    /** Significant digits that Excel keeps and shows; what lies behind is noise of its binary numbers. */
    private static final MathContext SHOWN = new MathContext(15);
    private static final int LONGEST_PLAIN = 30;
    private static final double LAST_DAY = 2_958_466;
    private static final Pattern UNWRITABLE = Pattern.compile(
        "[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])"
            + "|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]|_(?=x[0-9A-Fa-f]{4}_)");
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Cells() {}

    /** A small number of a workbook's own; -1 if there is none or it is unfit. */
    static int number(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 9) return -1;
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) return -1;
            number = number * 10 + digit;
        }
        return number;
    }

    /** The column of a reference such as {@code AB12}, 0 for A; {@code otherwise} if there is none. */
    static int column(@Nullable String reference, int otherwise) {
        if (reference == null) return otherwise;
        int column = 0;
        for (int i = 0; i < Math.min(reference.length(), 4); i++) {
            int letter = Character.toUpperCase(reference.charAt(i)) - 'A';
            if (letter < 0 || letter > 25) break;
            column = column * 26 + letter + 1;
        }
        return column - 1;
    }

    /** As a person would write it: plain digits, no exponent, no binary noise; empty if it is no number. */
    static Optional<String> plain(String value) {
        if (isPlain(value)) return Optional.of(value);
        try {
            var number = new BigDecimal(value).round(SHOWN).stripTrailingZeros();
            boolean writable = Math.abs((long) number.scale()) + number.precision() <= LONGEST_PLAIN;
            return writable ? Optional.of(number.toPlainString()) : Optional.of(number.toString());
        } catch (ArithmeticException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** Whether more digits stand before the point than Excel keeps: an ID number typed as a number. */
    static boolean isCut(String plain) {
        int digits = 0;
        for (int i = 0; i < plain.length() && plain.charAt(i) != '.'; i++)
            if (Character.isDigit(plain.charAt(i))) digits++;
        return digits > SHOWN.getPrecision() || plain.indexOf('E') >= 0 && !plain.contains("E-");
    }

    private static boolean isPlain(String value) {
        if (value.isEmpty() || value.length() > SHOWN.getPrecision()) return false;
        for (int i = 0; i < value.length(); i++)
            if (value.charAt(i) < '0' || value.charAt(i) > '9') return false;
        return value.length() == 1 || value.charAt(0) != '0';
    }

    /** ISO text of a day, a time, or both, counted in days from the workbook's first; empty if there is no such. */
    static Optional<String> date(String value, boolean from1904) {
        double days;
        try {
            days = Double.parseDouble(value);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
        if (!(days >= 0 && days < LAST_DAY)) return Optional.empty();
        long whole = (long) days;
        long seconds = Math.round((days - whole) * 86_400);
        var time = LocalTime.MIDNIGHT.plusSeconds(seconds);
        if (whole == 0 && seconds > 0 && !from1904) return Optional.of(time.toString());
        var day = first(whole, from1904).plusDays(whole + seconds / 86_400);
        return Optional.of(time.equals(LocalTime.MIDNIGHT) ? day.toString() : LocalDateTime.of(day, time).toString());
    }

    /** Excel believes that 1900 had a 29th of February, so days before it count from one day later. */
    private static LocalDate first(long days, boolean from1904) {
        if (from1904) return LocalDate.of(1904, 1, 1);
        return days < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    }

    /** Control characters, which XML cannot hold, are written {@code _x000D_}. */
    static String unescaped(String text) {
        return text.contains("_x")
            ? ESCAPED.matcher(text).replaceAll(m -> Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(m.group(1), 16))))
            : text;
    }

    /** The inverse of {@link #unescaped}. */
    static String escaped(String text) {
        return needsEscape(text)
            ? UNWRITABLE.matcher(text).replaceAll(m -> "_x%04X_".formatted((int) m.group().charAt(0)))
            : text;
    }

    private static boolean needsEscape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' || c == '_' || Character.isSurrogate(c) || c >= 0xFFFE) return true;
        }
        return false;
    }
}
