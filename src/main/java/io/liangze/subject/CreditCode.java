package io.liangze.subject;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** 统一社会信用代码 (GB 32100-2015): 18 characters, the last a check. */
public record CreditCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    public CreditCode {
        flaw(value).ifPresent(code -> { throw new IllegalArgumentException(code); });
        value = Words.plain(value);
    }

    /** Small letters are raised. @throws IllegalArgumentException the code of its {@link #flaw} */
    @JsonCreator
    public static CreditCode of(String typed) {
        return new CreditCode(typed);
    }

    /**
     * What is wrong with {@code typed}, as the code of a flaw: {@code credit-code.length}, {@code credit-code.letter}
     * (a letter I or O where the digit 1 or 0 is meant), {@code credit-code.character}, {@code credit-code.check}.
     */
    public static Optional<String> flaw(String typed) {
        var code = Words.plain(typed);
        if (code.length() != 18) return Optional.of("credit-code.length");
        if (code.indexOf('I') >= 0 || code.indexOf('O') >= 0) return Optional.of("credit-code.letter");
        int sum = 0;
        for (int i = 0; i < 18; i++) {
            int worth = ALPHABET.indexOf(code.charAt(i));
            if (worth < 0 || i >= 2 && i < 8 && worth > 9) return Optional.of("credit-code.character");
            if (i < 17) sum += worth * WEIGHTS[i];
        }
        return code.charAt(17) == ALPHABET.charAt((31 - sum % 31) % 31) ? Optional.empty() : Optional.of("credit-code.check");
    }

    /** Whether the organisation code inside (9–17) has its own right check; old codes exist where it has not, so this only warns. */
    public boolean hasRightOrganisation() {
        int sum = 0;
        for (int i = 0; i < 8; i++) sum += Character.digit(value.charAt(8 + i), 36) * ORGANISATION_WEIGHTS[i];
        return value.charAt(16) == "0123456789X0".charAt(11 - sum % 11);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
