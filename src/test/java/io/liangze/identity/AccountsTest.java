package io.liangze.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.LiangzeTest;
import io.liangze.TestClock;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

@LiangzeTest
class AccountsTest {

    private static final Scope SYSTEM = GivenAccounts.holding(AccountRole.everywhere(Role.SYSTEM_ADMIN));
    private static final Scope SECURITY = GivenAccounts.holding(AccountRole.everywhere(Role.SECURITY_ADMIN));

    @Autowired Accounts accounts;
    @Autowired GivenAccounts given;
    @Autowired MockMvcTester mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TestClock clock;

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static void assertFlawed(String flaw, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class,
            refusal -> assertThat(refusal.flaws()).extracting(Refusal.Flaw::code).contains(flaw));
    }

    private UUID made() {
        var id = UuidCreator.getTimeOrderedEpoch();
        accounts.create(SYSTEM, id, "n" + id.toString().substring(19), "新同志");
        return id;
    }

    @Test
    void the_system_administrator_makes_accounts_and_the_security_administrator_says_what_they_are() {
        given.account(AccountRole.everywhere(Role.SECURITY_ADMIN));
        var id = made();

        assertRefused("role.insufficient", () -> accounts.create(SECURITY, UuidCreator.getTimeOrderedEpoch(), "other", "某人"));
        assertRefused("role.insufficient", () -> accounts.grant(SYSTEM, id, Role.OFFICE, null));
        var account = accounts.grant(SECURITY, id, Role.OFFICE, null);

        assertThat(account.roles()).extracting(Account.Held::role).containsExactly(Role.OFFICE);
        assertThat(accounts.grant(SECURITY, id, Role.OFFICE, null).roles()).as("twice").hasSize(1);
        assertThat(accounts.take(SECURITY, id, account.roles().getFirst().id()).roles()).isEmpty();
        assertRefused("role.absent", () -> accounts.take(SECURITY, id, account.roles().getFirst().id()));
    }

    @Test
    @Transactional
    void a_fresh_installation_names_its_first_security_administrator_and_only_him() {
        jdbc.sql("delete from account_role where role = 'SECURITY_ADMIN'").update();
        var id = made();
        var another = made();

        assertThat(accounts.grantable(SYSTEM)).containsExactly(Role.SECURITY_ADMIN);
        assertRefused("role.insufficient", () -> accounts.grant(SYSTEM, id, Role.AUDITOR, null));
        assertThat(accounts.grant(SYSTEM, id, Role.SECURITY_ADMIN, null).has(Role.SECURITY_ADMIN)).isTrue();

        assertThat(accounts.grantable(SYSTEM)).isEmpty();
        assertRefused("role.insufficient", () -> accounts.grant(SYSTEM, another, Role.SECURITY_ADMIN, null));
        assertRefused("account.last-administrator", () -> accounts.disable(SYSTEM, id));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR"})
    void nobody_is_two_of_the_three_administrators(Role first) {
        var id = given.account(AccountRole.everywhere(first)).id();

        for (var second : Role.ADMINISTRATORS)
            if (second != first) assertRefused("account.second-administrator", () -> accounts.grant(SECURITY, id, second, null));
        assertThat(accounts.grant(SECURITY, id, Role.EDITOR, null).roles()).hasSize(2);
        assertThatThrownBy(() -> jdbc.sql("""
                insert into account_role (id, account, role, made_at) values (gen_random_uuid(), :account, :role, now())
                """).param("account", id).param("role", first == Role.AUDITOR ? "SYSTEM_ADMIN" : "AUDITOR").update())
            .as("the database holds it too").isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void nobody_changes_himself() {
        var id = given.account(AccountRole.everywhere(Role.SECURITY_ADMIN)).id();
        var himself = new Scope(id, "himself", null, SECURITY.grants());
        var role = accounts.find(himself, id).roles().getFirst().id();
        given.account(AccountRole.everywhere(Role.SECURITY_ADMIN));

        assertRefused("account.own", () -> accounts.grant(himself, id, Role.OFFICE, null));
        assertRefused("account.own", () -> accounts.take(himself, id, role));
        assertRefused("account.own", () -> accounts.disable(himself, id));
        assertRefused("account.own", () -> accounts.resetCode(himself, id));
        assertThat(accounts.acts(himself, accounts.find(himself, id))).isEmpty();
    }

    @Test
    void roles_of_persons_are_not_given_by_hand_and_places_must_exist() {
        var id = made();

        assertFlawed("role.not-by-hand", () -> accounts.grant(SECURITY, id, Role.OFFICIAL, null));
        assertFlawed("role.not-by-hand", () -> accounts.grant(SECURITY, id, Role.SYSTEM, null));
        assertFlawed("region.unknown", () -> accounts.grant(SECURITY, id, Role.OFFICE, "990000000000"));
        assertFlawed("region.unknown", () -> accounts.grant(SECURITY, id, Role.OFFICE, "没有这个县"));
        assertRefused("account.absent", () -> accounts.grant(SECURITY, UuidCreator.getTimeOrderedEpoch(), Role.OFFICE, null));
    }

    @Test
    void an_account_sent_twice_is_made_once_and_its_code_goes_after_ten_minutes() {
        var id = UuidCreator.getTimeOrderedEpoch();
        var name = "twice" + id.toString().substring(19);

        var first = accounts.create(SYSTEM, id, name, "新同志");

        assertThat(accounts.create(SYSTEM, id, name, "新同志")).isEqualTo(first);
        assertThat(accounts.firstCode(SYSTEM, id)).contains(first);
        assertThat(accounts.firstCode(SECURITY, id)).as("for him alone who made it").isEmpty();
        assertFlawed("username.taken", () -> accounts.create(SYSTEM, UuidCreator.getTimeOrderedEpoch(), name.toUpperCase(), "别人"));
        clock.forward(Duration.ofMinutes(11));
        assertThat(accounts.firstCode(SYSTEM, id)).isEmpty();
    }

    @Test
    void a_code_of_an_administrator_is_reset_by_the_security_administrator_alone() {
        var auditor = given.account(AccountRole.everywhere(Role.AUDITOR)).id();
        var office = given.account(AccountRole.at(Role.OFFICE, "360121000000")).id();

        assertRefused("role.insufficient", () -> accounts.resetCode(SYSTEM, auditor));
        assertThat(accounts.resetCode(SECURITY, auditor).code()).matches("([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(accounts.find(SYSTEM, office).firstCode()).isFalse();
        accounts.resetCode(SYSTEM, office);
        assertThat(accounts.find(SYSTEM, office).firstCode()).isTrue();
    }

    @Test
    void accounts_are_found_by_part_of_the_name_or_the_whole_user_name() {
        var id = UuidCreator.getTimeOrderedEpoch();
        accounts.create(SYSTEM, id, "13900001234", "欧阳小糯米");

        assertThat(accounts.list(SYSTEM, new AccountFilter("小糯", List.of()), null, 50).items()).singleElement()
            .satisfies(found -> assertThat(found.username()).isEqualTo("139****1234"));
        assertThat(accounts.list(SYSTEM, new AccountFilter("１３９００００1234", List.of()), null, 50).items())
            .extracting(Account::id).containsExactly(id);
        assertThat(accounts.list(SYSTEM, new AccountFilter("1390000123", List.of()), null, 50).items()).isEmpty();
        assertRefused("role.insufficient", () -> accounts.list(GivenAccounts.holding(AccountRole.at(Role.OFFICE, "360000000000")),
            new AccountFilter(null, List.of()), null, 50));
    }

    @Test
    void a_list_goes_on_where_the_page_before_ended() {
        for (int i = 0; i < 3; i++) given.account(AccountRole.everywhere(Role.EDITOR));

        var first = accounts.list(SYSTEM, new AccountFilter(null, List.of(Role.EDITOR)), null, 2);
        var second = accounts.list(SYSTEM, new AccountFilter(null, List.of(Role.EDITOR)), UUID.fromString(first.next()), 2);

        assertThat(first.items()).hasSize(2).allMatch(account -> account.has(Role.EDITOR));
        assertThat(second.items()).isNotEmpty().noneMatch(first.items()::contains);
    }

    @Test
    void the_api_is_the_same() {
        var bearer = given.bearer(given.account(AccountRole.everywhere(Role.SYSTEM_ADMIN)).id());
        var office = given.bearer(given.account(AccountRole.at(Role.OFFICE, "360121000000")).id());
        var id = UuidCreator.getTimeOrderedEpoch();
        var body = "{\"id\":\"%s\",\"username\":\"api%s\",\"name\":\"新同志\"}".formatted(id, id.toString().substring(19));

        assertThat(mvc.post().uri("/api/v1/accounts").header("Authorization", bearer).contentType(MediaType.APPLICATION_JSON).content(body))
            .hasStatus(201).bodyJson().extractingPath("code").asString().hasSize(14);
        assertThat(mvc.get().uri("/api/v1/accounts/{id}", id).header("Authorization", bearer)).hasStatusOk().bodyJson()
            .extractingPath("firstCode").isEqualTo(true);
        assertThat(mvc.get().uri("/api/v1/accounts?limit=1").header("Authorization", bearer)).hasStatusOk().bodyJson()
            .extractingPath("items").asArray().hasSize(1);
        assertThat(mvc.get().uri("/api/v1/accounts").header("Authorization", office)).hasStatus(403);
        assertThat(mvc.post().uri("/api/v1/accounts/{id}/roles", id).header("Authorization", office)
            .contentType(MediaType.APPLICATION_JSON).content("{\"role\":\"OFFICE\",\"region\":null}")).hasStatus(403);
    }
}
