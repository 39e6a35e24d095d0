package io.liangze.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "911101083303521997", "91360402MA36AB125B", "92360981MA37CD3411", "123607244910000120"})
    void right_credit_codes_are_taken(String code) {
        assertThat(CreditCode.flaw(code)).isEmpty();
        assertThat(CreditCode.of(code.toLowerCase())).hasToString(code);
        assertThat(CreditCode.of(" " + code + " ")).hasToString(code);
    }

    @ParameterizedTest
    @CsvSource({
        "'', length", "91350100M000100Y4, length", "91350100M000100Y430, length",
        "9135O100M000100Y43, letter", "9I350100M000100Y43, letter", "9i350100M000100Y43, letter",
        "91350100S000100Y43, character", "91350100Z000100Y43, character", "913501-0M000100Y43, character", "91A50100M000100Y43, character",
        "91350100M000100Y42, check", "91360402MA36AB125A, check"})
    void a_wrong_credit_code_says_what_is_wrong(String typed, String flaw) {
        assertThat(CreditCode.flaw(typed)).contains("credit-code." + flaw);
        assertThatThrownBy(() -> CreditCode.of(typed)).hasMessage("credit-code." + flaw);
    }

    @Test
    void one_wrong_character_of_a_credit_code_is_always_found() {
        var right = "91360402MA36AB125B";

        for (int i = 0; i < 18; i++)
            for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray())
                if (c != right.charAt(i)) {
                    var wrong = right.substring(0, i) + c + right.substring(i + 1);
                    assertThat(CreditCode.flaw(wrong)).as(wrong).isPresent();
                }
    }

    @Test
    void the_organisation_inside_a_credit_code_has_a_check_of_its_own() {
        assertThat(CreditCode.of("91350100M000100Y43").hasRightOrganisation()).isTrue();
        assertThat(CreditCode.of("911101083303521997").hasRightOrganisation()).isTrue();
        assertThat(CreditCode.of(withCheck("91350100M000100X4")).hasRightOrganisation()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SC12636098200051", "SC11834020305037", "SC11464010500015", "JY11108071215650", "SC10136040200018",
        "JY13604020000013", "JY23609810001237", "JY33611020004568", "赣餐登字3609810001", "JYDJ-360981"})
    void right_licence_numbers_are_taken(String number) {
        assertThat(LicenceNo.flaw(number)).isEmpty();
        assertThat(LicenceNo.of(" " + number.toLowerCase()).value()).isEqualToIgnoringCase(number);
    }

    @ParameterizedTest
    @CsvSource({"SC10600000000000, check", "SC12345678901234, check", "JY11108071215651, check", "YB13604020000014, check",
        "SC1263609820005, shape", "SC126360982000510, shape", "JY1110807121565O, shape", "'', length", "' ', length"})
    void a_wrong_licence_number_says_what_is_wrong(String typed, String flaw) {
        assertThat(LicenceNo.flaw(typed)).contains("licence." + flaw);
        assertThatThrownBy(() -> LicenceNo.of(typed)).hasMessage("licence." + flaw);
    }

    @Test
    void a_free_number_has_at_most_40_characters() {
        assertThat(LicenceNo.flaw("赣".repeat(40))).isEmpty();
        assertThat(LicenceNo.flaw("赣".repeat(41))).contains("licence.length");
    }

    @Test
    void a_licence_number_tells_its_parts() {
        var production = LicenceNo.of("SC12636098200051");
        var operation = LicenceNo.of("JY23609810001237");
        var free = LicenceNo.of("赣餐登字 0001");

        assertThat(production.form()).isEqualTo(LicenceNo.Form.SC);
        assertThat(production.category()).contains(FoodCategory.of("26"));
        assertThat(production.place()).contains("360982");
        assertThat(operation.form()).isEqualTo(LicenceNo.Form.JY);
        assertThat(operation.category()).isEmpty();
        assertThat(operation.place()).contains("360981");
        assertThat(free.form()).isEqualTo(LicenceNo.Form.OTHER);
        assertThat(free.place()).isEmpty();
        assertThat(free).hasToString("赣餐登字 0001");
        assertThat(free.isNational()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "SC12636098200051, P5, true", "SC12636098200051, P1, false", "SC12636098200051, P6, false", "SC12636098200051, S3, false",
        "JY13604020000013, S3, true", "JY13604020000013, S12, true", "JY13604020000013, C7, true", "JY13604020000013, C4, false",
        "JY23609810001237, C4, true", "JY23609810001237, C7, true", "JY23609810001237, N1, false", "JY23609810001237, C8, false",
        "JY33611020004568, N1, true", "JY33611020004568, N8, true", "赣小餐0001, C8, true", "赣小餐0001, C4, false", "赣小餐0001, P1, false",
        "备案0001, S10, true", "备案0001, S5, false"})
    void a_licence_fits_the_kinds_that_have_such_a_form(String number, Kind kind, boolean fits) {
        assertThat(LicenceNo.of(number).fits(kind)).isEqualTo(fits);
    }

    private static String withCheck(String seventeen) {
        for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray())
            if (CreditCode.flaw(seventeen + c).isEmpty()) return seventeen + c;
        throw new AssertionError(seventeen);
    }
}
