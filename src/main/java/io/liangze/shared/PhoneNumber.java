package io.liangze.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mobile number ({@code 13812341234}) or a fixed line ({@code 0791-86220000}). */
public record PhoneNumber(String value) {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern FIXED = Pattern.compile("0\\d{2,3}-?\\d{7,8}");

    public PhoneNumber {
        flaw(value).ifPresent(code -> { throw new IllegalArgumentException(code); });
        value = Typed.plain(value);
    }

    /** @throws IllegalArgumentException {@code phone.shape} */
    @JsonCreator
    public static PhoneNumber of(String typed) {
        return new PhoneNumber(typed);
    }

    /** {@code phone.shape}, unless it is a mobile number or a fixed line. */
    public static Optional<String> flaw(String typed) {
        var number = Typed.plain(typed);
        return MOBILE.matcher(number).matches() || FIXED.matcher(number).matches() ? Optional.empty() : Optional.of("phone.shape");
    }

    public boolean isMobile() {
        return MOBILE.matcher(value).matches();
    }

    /** {@code 138****1234}; of a fixed line all but the area and the last two digits: {@code 0791-******00}. */
    public String masked() {
        if (isMobile()) return value.substring(0, 3) + "****" + value.substring(7);
        int dash = value.indexOf('-');
        int area = dash < 0 ? value.length() - 8 : dash + 1;
        return value.substring(0, area) + "*".repeat(value.length() - area - 2) + value.substring(value.length() - 2);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
