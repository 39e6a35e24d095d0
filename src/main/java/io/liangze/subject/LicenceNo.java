package io.liangze.subject;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** 许可证编号: SC (production), JY (operation), YB (filing) with their check digit; any other number is free text. */
public record LicenceNo(String value) {

    /** What a number stands for. */
    public enum Form { /** 食品生产许可 */ SC, /** 食品经营许可 */ JY, /** 仅销售预包装食品备案 */ YB, /** 登记证、备案卡 and others */ OTHER }

    private static final int LONGEST = 40;
    private static final Pattern CHECKED = Pattern.compile("(SC|JY|YB)(\\d{14})");
    private static final Pattern MEANT = Pattern.compile("(SC|JY|YB)\\d[\\dA-Z]*");

    public LicenceNo {
        flaw(value).ifPresent(code -> { throw new IllegalArgumentException(code); });
        value = shown(value);
    }

    /** @throws IllegalArgumentException the code of its {@link #flaw} */
    @JsonCreator
    public static LicenceNo of(String typed) {
        return new LicenceNo(typed);
    }

    /**
     * What is wrong with {@code typed}, as the code of a flaw: {@code licence.length} (empty, or more than 40
     * characters), {@code licence.shape} (begins like an SC, JY or YB number but has not 14 digits), {@code licence.check}.
     */
    public static Optional<String> flaw(String typed) {
        var number = Words.plain(typed);
        if (number.isEmpty() || shown(typed).length() > LONGEST) return Optional.of("licence.length");
        if (!MEANT.matcher(number).matches()) return Optional.empty();
        var parts = CHECKED.matcher(number);
        if (!parts.matches()) return Optional.of("licence.shape");
        return checks(parts.group(2)) ? Optional.empty() : Optional.of("licence.check");
    }

    /** Unique in the nation; other numbers are unique in their county only. */
    public boolean isNational() {
        return form() != Form.OTHER;
    }

    public Form form() {
        for (int i = 2; i < value.length(); i++)
            if (value.charAt(i) < '0' || value.charAt(i) > '9') return Form.OTHER;
        if (value.length() != 16) return Form.OTHER;
        return switch (value.substring(0, 2)) {
            case "SC" -> Form.SC;
            case "JY" -> Form.JY;
            case "YB" -> Form.YB;
            default -> Form.OTHER;
        };
    }

    /** The food category that the number of a food producer tells; empty for additives and all other numbers. */
    public Optional<FoodCategory> category() {
        if (!value.startsWith("SC1") || form() != Form.SC) return Optional.empty();
        return FoodCategory.read(value.substring(3, 5));
    }

    /** The six digits of the county that issued it; renumbered counties keep old numbers, so a difference only warns. */
    public Optional<String> place() {
        return switch (form()) {
            case SC -> Optional.of(value.substring(5, 11));
            case JY, YB -> Optional.of(value.substring(3, 9));
            case OTHER -> Optional.empty();
        };
    }

    /** Whether a business of that kind has such a number; if not, the office is warned. */
    public boolean fits(Kind kind) {
        return kind.licences().stream().anyMatch(begin -> isNational() ? value.startsWith(begin) : begin.equals("*"));
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }

    /** Checked numbers plain; free text as typed, only without blanks around it. */
    private static String shown(String typed) {
        var plain = Words.plain(typed);
        return MEANT.matcher(plain).matches() ? plain : typed.strip();
    }

    /** GB/T 17710, MOD 11,10. */
    private static boolean checks(String digits) {
        int p = 10;
        for (int i = 0; i < 13; i++) {
            int s = (p + digits.charAt(i) - '0') % 10;
            p = (s == 0 ? 10 : s) * 2 % 11;
        }
        return digits.charAt(13) - '0' == (11 - p) % 10;
    }
}
