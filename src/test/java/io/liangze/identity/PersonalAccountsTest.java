package io.liangze.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.LiangzeTest;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LiangzeTest
class PersonalAccountsTest {

    private static final String HERE = "360121100001";
    private static final String THERE = "360121101002";
    private static final Scope OFFICE = GivenAccounts.holding(AccountRole.at(Role.OFFICE, "360121000000"));

    @Autowired PersonalAccounts personal;
    @Autowired BusinessAccounts businesses;
    @Autowired SignIn signIn;
    @Autowired Scopes scopes;
    @Autowired Tokens tokens;

    private static UUID id() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    private static String mobile() {
        return "1%010d".formatted(ThreadLocalRandom.current().nextLong(3_000_000_000L, 9_999_999_999L));
    }

    private List<FirstCode> provision(OfficialAccount... officials) {
        var batch = id();
        personal.provisionOfficials(OFFICE, batch, List.of(officials));
        return personal.firstCodes(OFFICE, batch);
    }

    private Optional<UUID> owner(String mobile, String code) {
        try {
            return Optional.of(signIn.prove(mobile, code, null).account());
        } catch (Refusal refused) {
            return Optional.empty();
        }
    }

    @Test
    void an_imported_official_signs_in_by_mobile_number_and_code_and_is_official_at_his_place() {
        var official = new OfficialAccount(id(), "王水生", mobile(), HERE);

        var code = provision(official).getFirst();

        assertThat(code.official()).isEqualTo(official.official());
        assertThat(owner(official.mobile(), code.code())).contains(code.account());
        var scope = scopes.of(code.account(), null).orElseThrow();
        assertThat(scope.official()).contains(official.official());
        assertThat(scope.holds(HERE)).isTrue();
        assertThat(scope.holds(THERE)).isFalse();
        assertThat(provision(official)).as("the same import again").isEmpty();
        assertThat(owner(official.mobile(), code.code())).as("its code still signs in").isPresent();
    }

    @Test
    void numbers_that_change_hands_in_one_import_end_where_the_import_says() {
        var first = new OfficialAccount(id(), "甲", mobile(), HERE);
        var second = new OfficialAccount(id(), "乙", mobile(), HERE);
        var codes = provision(first, second);

        provision(new OfficialAccount(first.official(), "甲", second.mobile(), THERE),
            new OfficialAccount(second.official(), "乙新", first.mobile(), HERE));

        var ofFirst = codes.stream().filter(c -> c.official().equals(first.official())).findFirst().orElseThrow();
        assertThat(owner(second.mobile(), ofFirst.code())).contains(ofFirst.account());
        assertThat(scopes.of(ofFirst.account(), null).orElseThrow().holds(THERE)).isTrue();
    }

    @Test
    void an_official_whose_post_ends_is_out_at_once_and_his_number_is_free() {
        var official = new OfficialAccount(id(), "王水生", mobile(), HERE);
        var account = provision(official).getFirst().account();
        var token = tokens.issue(account, Token.Kind.BROWSER).token();
        assertThat(tokens.find(token)).isPresent();

        personal.endOfficial(OFFICE, official.official());

        assertThat(tokens.find(token)).isEmpty();
        assertThat(scopes.of(account, null)).isEmpty();
        var successor = provision(new OfficialAccount(id(), "李梅", official.mobile(), HERE)).getFirst();
        assertThat(owner(official.mobile(), successor.code())).contains(successor.account()).isNotEqualTo(Optional.of(account));
    }

    @Test
    void a_moved_official_sees_his_new_place() {
        var official = new OfficialAccount(id(), "王水生", mobile(), HERE);
        var account = provision(official).getFirst().account();
        assertThat(scopes.of(account, null).orElseThrow().holds(THERE)).isFalse();

        personal.moveOfficial(OFFICE, official.official(), THERE);

        assertThat(scopes.of(account, null).orElseThrow().holds(THERE)).isTrue();
    }

    @Test
    void somebody_with_an_account_becomes_official_besides_and_keeps_it_after() {
        var number = mobile();
        var account = personal.createWithPassword(Scope.system(), number, "食安办 王", "Noodles-2026", AccountRole.at(Role.OFFICE, HERE));
        var official = new OfficialAccount(id(), "王", number, HERE);

        assertThat(provision(official)).as("no new account").isEmpty();
        var scope = scopes.of(account, null).orElseThrow();
        assertThat(Stream.of(Role.OFFICE, Role.OFFICIAL)).allMatch(scope::has);

        personal.endOfficial(OFFICE, official.official());
        assertThat(scopes.of(account, null).orElseThrow().has(Role.OFFICIAL)).isFalse();
        assertThat(owner(number, "Noodles-2026")).contains(account);
    }

    @Test
    void one_account_speaks_for_several_businesses_of_one_principal() {
        var number = mobile();
        var first = id();
        var second = id();

        var account = businesses.open(OFFICE, first, HERE, number, "陈老板");
        assertThat(businesses.open(OFFICE, second, THERE, number, "陈老板").id()).isEqualTo(account.id());

        assertThat(scopes.of(account.id(), null).orElseThrow().subjects()).containsExactlyInAnyOrder(first, second);
        businesses.end(OFFICE, List.of(first));
        assertThat(scopes.of(account.id(), null).orElseThrow().subjects()).containsExactly(second);
    }

    @Test
    void an_administrators_name_cannot_be_made_a_business() {
        var name = "security-" + mobile();
        personal.createWithPassword(Scope.system(), name, "安全管理员", "Noodles-2026", AccountRole.everywhere(Role.SECURITY_ADMIN));

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> businesses.open(OFFICE, id(), HERE, name, "陈老板"))
            .satisfies(refusal -> assertThat(refusal.flaws()).extracting(Refusal.Flaw::code).containsExactly("username.taken"));
    }

    @Test
    void thousands_are_made_in_a_few_statements() {
        var start = ThreadLocalRandom.current().nextLong(2_000_000_000L, 2_900_000_000L);
        var officials = IntStream.range(0, 5_000).mapToObj(i ->
            new OfficialAccount(id(), "干部" + i, "1%010d".formatted(start + i), HERE)).toList();
        var batch = id();
        long began = System.nanoTime();

        assertThat(personal.provisionOfficials(OFFICE, batch, officials)).isEqualTo(5_000);

        System.out.printf("5,000 accounts tookMs=%d%n", (System.nanoTime() - began) / 1_000_000);
        assertThat(personal.firstCodes(OFFICE, batch)).hasSize(5_000).extracting(FirstCode::code).doesNotHaveDuplicates();
        assertThat(personal.firstCodes(GivenAccounts.holding(AccountRole.everywhere(Role.SYSTEM_ADMIN)), batch))
            .as("only for who sent the import").isEmpty();
    }
}
