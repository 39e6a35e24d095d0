package io.liangze.shared;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** 公民身份号码 (GB 11643): 17 digits and a check. Sensitive: shown only masked, see {@link #masked}. */
public record IdNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{17}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    public IdNumber {
        value = plain(value);
        shapeFlaw(value).ifPresent(code -> { throw new IllegalArgumentException(code); });
    }

    /** A small x is raised. @throws IllegalArgumentException the code of its {@link #flaw} */
    public static IdNumber of(String typed) {
        return new IdNumber(typed);
    }

    /**
     * What is wrong with {@code typed}, as the code of a flaw: {@code id-number.shape}, {@code id-number.date} (no such
     * day, or after {@code today}), {@code id-number.check}.
     */
    public static Optional<String> flaw(String typed, LocalDate today) {
        var number = plain(typed);
        var flaw = shapeFlaw(number);
        if (flaw.isPresent()) return flaw;
        return born(number).isAfter(today) ? Optional.of("id-number.date") : Optional.empty();
    }

    public LocalDate born() {
        return born(value);
    }

    /** {@code 360102********1234}. */
    @JsonValue
    public String masked() {
        return value.substring(0, 6) + "********" + value.substring(14);
    }

    @Override
    public String toString() {
        return masked();
    }

    private static Optional<String> shapeFlaw(String number) {
        if (!SHAPE.matcher(number).matches()) return Optional.of("id-number.shape");
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += (number.charAt(i) - '0') * WEIGHTS[i];
        if (number.charAt(17) != CHECKS.charAt(sum % 11)) return Optional.of("id-number.check");
        try {
            born(number);
            return Optional.empty();
        } catch (DateTimeException notADay) {
            return Optional.of("id-number.date");
        }
    }

    private static LocalDate born(String number) {
        return LocalDate.of(Integer.parseInt(number.substring(6, 10)), Integer.parseInt(number.substring(10, 12)),
            Integer.parseInt(number.substring(12, 14)));
    }

    private static String plain(String typed) {
        return Typed.plain(typed).toUpperCase(Locale.ROOT);
    }
}
