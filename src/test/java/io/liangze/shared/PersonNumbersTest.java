package io.liangze.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNumbersTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "11010519491231002x", " 110105 19491231 002X ", "１１０１０５19491231002X"})
    void an_id_number_is_read_however_it_is_typed(String typed) {
        assertThat(IdNumber.flaw(typed, TODAY)).isEmpty();
        assertThat(IdNumber.of(typed)).isEqualTo(IdNumber.of("11010519491231002X"));
        assertThat(IdNumber.of(typed).born()).isEqualTo(LocalDate.of(1949, 12, 31));
    }

    @ParameterizedTest
    @CsvSource({"'', shape", "1101051949123100, shape", "X10105194912310021, shape", "110105194912310020, check", "11010519491231003X, check"})
    void a_wrong_id_number_says_what_is_wrong(String typed, String flaw) {
        assertThat(IdNumber.flaw(typed, TODAY)).contains("id-number." + flaw);
        assertThatThrownBy(() -> IdNumber.of(typed)).hasMessage("id-number." + flaw);
    }

    @Test
    void a_birth_date_exists_and_is_not_in_the_future() {
        var february30 = checked("36010219900230001");
        var tomorrow = checked("36010220261125001");

        assertThat(IdNumber.flaw(february30, TODAY)).contains("id-number.date");
        assertThat(IdNumber.flaw(tomorrow, TODAY)).contains("id-number.date");
        assertThat(IdNumber.flaw(tomorrow, TODAY.plusDays(1))).isEmpty();
    }

    @Test
    void one_wrong_digit_is_always_found() {
        var right = "11010519491231002X";

        for (int i = 0; i < 17; i++)
            for (char c = '0'; c <= '9'; c++)
                if (c != right.charAt(i)) {
                    var wrong = right.substring(0, i) + c + right.substring(i + 1);
                    assertThat(IdNumber.flaw(wrong, TODAY)).as(wrong).isPresent();
                }
    }

    @ParameterizedTest
    @ValueSource(strings = {"13812341234", "19900000000", "0791-86220000", "079186220000", "010-12345678", "138 1234 1234"})
    void mobile_numbers_and_fixed_lines_are_phones(String typed) {
        assertThat(PhoneNumber.flaw(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12812341234", "1381234123", "138123412345", "86220000", "0791-862200", "791-86220000"})
    void others_are_not(String typed) {
        assertThat(PhoneNumber.flaw(typed)).contains("phone.shape");
        assertThatThrownBy(() -> PhoneNumber.of(typed)).hasMessage("phone.shape");
    }

    @Test
    void numbers_are_masked() {
        assertThat(IdNumber.of("11010519491231002X").masked()).isEqualTo("110105********002X");
        assertThat(IdNumber.of("11010519491231002X")).asString().doesNotContain("19491231");
        assertThat(PhoneNumber.of("13812341234").masked()).isEqualTo("138****1234");
        assertThat(PhoneNumber.of("0791-86220000").masked()).isEqualTo("0791-******00");
        assertThat(PhoneNumber.of("079186220000").masked()).isEqualTo("0791******00");
    }

    /** Made-up digits with their right check. */
    private static String checked(String digits) {
        for (char c : "0123456789X".toCharArray())
            if (!IdNumber.flaw(digits + c, TODAY).equals(java.util.Optional.of("id-number.check"))) return digits + c;
        throw new AssertionError(digits);
    }
}
