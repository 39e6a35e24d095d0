package io.liangze.sample;

import java.time.LocalDate;

/** Numbers of the right shape with right check digits that belong to nobody. A serial gives each number once. */
final class Numbers {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String[] MOBILE = {"138", "139", "136", "137", "150", "159", "186", "189", "177", "199"};
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1966, 1, 1);
    private static final int BIRTHDAYS = 11_000;

    private Numbers() {}

    /**
     * 统一社会信用代码.
     *
     * @param authority two characters: 91 company, 92 individual, 12 public institution …
     * @param county    six digits
     */
    static String creditCode(String authority, String county, int serial) {
        var code = new StringBuilder(18).append(authority).append(county).append("MA");
        long scattered = serial * 48_271L % 887_503_681L;      // 31^6, so that neighbours differ in more than the last place
        for (int i = 0; i < 6; i++, scattered /= 31) code.append(ALPHABET.charAt((int) (scattered % 31)));
        int organisation = 0;
        for (int i = 0; i < 8; i++) organisation += Character.digit(code.charAt(8 + i), 36) * ORGANISATION_WEIGHTS[i];
        int check = 11 - organisation % 11;
        code.append("0123456789X0".charAt(check == 11 ? 0 : check));
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += ALPHABET.indexOf(code.charAt(i)) * CREDIT_WEIGHTS[i];
        return code.append(ALPHABET.charAt((31 - sum % 31) % 31)).toString();
    }

    /** 食品生产许可证. @param category three digits, such as 104 for meat products */
    static String production(String category, String county, int serial) {
        return "SC" + checked(category + county + "%04d".formatted(serial));
    }

    /** 食品经营许可证 or 备案. @param form JY1 sales, JY2 catering, JY3 canteen, YB1, YB2 */
    static String operation(String form, String county, int serial) {
        return form.substring(0, 2) + checked(form.substring(2) + county + "%06d".formatted(serial));
    }

    /** GB/T 17710, MOD 11,10. */
    private static String checked(String digits) {
        int p = 10;
        for (int i = 0; i < digits.length(); i++) {
            int s = (p + digits.charAt(i) - '0') % 10;
            p = (s == 0 ? 10 : s) * 2 % 11;
        }
        return digits + (11 - p) % 10;
    }

    /** 公民身份号码. @param area six digits that begin with 36 */
    static String idNumber(String area, int serial) {
        var born = FIRST_BIRTHDAY.plusDays(serial * 37L % BIRTHDAYS);
        var digits = area + "%tY%<tm%<td".formatted(born) + "%03d".formatted(100 + serial / BIRTHDAYS);
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += (digits.charAt(i) - '0') * ID_WEIGHTS[i];
        return digits + "10X98765432".charAt(sum % 11);
    }

    /** A mobile number. @param serial below 10^9 */
    static String mobile(long serial) {
        return MOBILE[(int) (serial % 10)] + "%08d".formatted(serial / 10 * 67_280_421L % 100_000_000);
    }
}
