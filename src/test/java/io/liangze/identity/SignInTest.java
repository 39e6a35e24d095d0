package io.liangze.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.LiangzeTest;
import io.liangze.TestClock;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.shared.Sm3;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@LiangzeTest
class SignInTest {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Autowired MockMvcTester mvc;
    @Autowired JsonMapper json;
    @Autowired GivenAccounts given;
    @Autowired Accounts accounts;
    @Autowired Lockout lockout;
    @Autowired TestClock clock;

    /** Each test comes from an address of its own: wrong passwords of one must not slow another. */
    private final String address = "10.2.0." + ADDRESSES.incrementAndGet();

    private MvcTestResult post(String path, Map<String, String> body) {
        return mvc.post().uri(path).contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body))
            .with(request -> {
                request.setRemoteAddr(address);
                return request;
            }).exchange();
    }

    private MvcTestResult signIn(String username, String password) {
        return post("/api/v1/tokens", Map.of("username", username, "password", password));
    }

    private MvcTestResult change(String username, String password, String newPassword) {
        return post("/api/v1/passwords", Map.of("username", username, "password", password, "newPassword", newPassword));
    }

    private MvcTestResult whoAmI(String bearer) {
        return mvc.get().uri("/api/v1/session").header("Authorization", bearer).exchange();
    }

    private String token(MvcTestResult opened) {
        return "Bearer " + text(opened, "token");
    }

    private String text(MvcTestResult answer, String member) {
        try {
            return json.readTree(answer.getResponse().getContentAsString()).path(member).asString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertRefused(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
            .bodyJson().extractingPath("code").isEqualTo(code);
    }

    @Test
    void the_right_password_opens_a_token_that_says_what_the_account_is() {
        var account = given.account(AccountRole.at(Role.OFFICE, "360121000000"));

        var opened = signIn(account.username().toUpperCase(), GivenAccounts.PASSWORD);

        assertThat(opened).hasStatus(201).bodyJson()
            .hasPathSatisfying("account.roles", roles -> assertThat(roles).asArray().hasSize(1))
            .hasPathSatisfying("account.roles[0].role", role -> assertThat(role).isEqualTo("OFFICE"))
            .hasPathSatisfying("account.roles[0].region", region -> assertThat(region).isEqualTo("360121000000"))
            .hasPathSatisfying("expiresAt", at -> assertThat(at).isEqualTo("2026-12-01T10:00:00+08:00"));
        assertThat(whoAmI(token(opened))).hasStatusOk();
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_answered_alike() throws Exception {
        var account = given.account(AccountRole.everywhere(Role.AUDITOR));

        var wrong = signIn(account.username(), "Noodles-2025");
        var unknown = signIn("nobody-of-that-name", "Noodles-2025");

        assertRefused(wrong, 401, "session.bad-credentials");
        assertThat(wrong.getResponse().getContentAsString()).isEqualTo(unknown.getResponse().getContentAsString());
        assertThat(unknown).hasStatus(401);
    }

    @Test
    void five_wrong_passwords_lock_a_name_for_a_quarter_of_an_hour_known_or_not() {
        var account = given.account(AccountRole.everywhere(Role.AUDITOR));

        for (var name : new String[] {account.username(), "not-a-name-" + address}) {
            for (int i = 0; i < 5; i++) assertRefused(signIn(name, "wrong " + i), 401, "session.bad-credentials");
            var locked = signIn(name, GivenAccounts.PASSWORD);
            assertRefused(locked, 429, "session.locked");
            assertThat(locked.getResponse().getHeader("Retry-After")).isEqualTo("901");
        }

        clock.forward(Duration.ofMinutes(16));
        assertThat(signIn(account.username(), GivenAccounts.PASSWORD)).hasStatus(201);
    }

    @Test
    void the_security_administrator_unlocks() {
        var account = given.account(AccountRole.everywhere(Role.AUDITOR));
        for (int i = 0; i < 5; i++) signIn(account.username(), "wrong");
        var security = GivenAccounts.holding(AccountRole.everywhere(Role.SECURITY_ADMIN));
        assertThat(accounts.find(security, account.id()).lockedUntil()).isNotNull();

        var unlocked = accounts.unlock(security, account.id());

        assertThat(unlocked.lockedUntil()).isNull();
        assertThat(signIn(account.username(), GivenAccounts.PASSWORD)).hasStatus(201);
    }

    @Test
    void four_wrong_passwords_are_forgotten_by_a_right_one() {
        var account = given.account(AccountRole.everywhere(Role.AUDITOR));

        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) signIn(account.username(), "wrong");
            assertThat(signIn(account.username(), GivenAccounts.PASSWORD)).hasStatus(201);
        }
    }

    @Test
    void an_address_that_is_wrong_sixty_times_waits() {
        assertRefused(signIn("guess-" + address, "x"), 401, "session.bad-credentials");
        for (int i = 1; i < 60; i++) lockout.count(Sm3.digest("guess-%s-%d".formatted(address, i)), address);

        assertRefused(signIn("guess-" + address, "x"), 429, "session.too-many");
    }

    @Test
    void a_one_time_code_only_sets_the_first_password() {
        var admin = GivenAccounts.holding(AccountRole.everywhere(Role.SYSTEM_ADMIN));
        var username = "first-" + address;
        var code = accounts.create(admin, UuidCreator.getTimeOrderedEpoch(), username, "新同志").code();

        assertRefused(signIn(username, code), 403, "session.password-expired");
        assertThat(change(username, "0000-0000-0000", GivenAccounts.PASSWORD)).hasStatus(401);
        assertThat(change(username, code.toLowerCase().replace("-", " "), GivenAccounts.PASSWORD)).hasStatus(204);
        assertThat(signIn(username, GivenAccounts.PASSWORD)).hasStatus(201);
        assertRefused(signIn(username, code), 401, "session.bad-credentials");
    }

    @Test
    void a_one_time_code_ends_after_thirty_days() {
        var admin = GivenAccounts.holding(AccountRole.everywhere(Role.SYSTEM_ADMIN));
        var username = "late-" + address;
        var code = accounts.create(admin, UuidCreator.getTimeOrderedEpoch(), username, "新同志").code();

        clock.forward(Duration.ofDays(30));

        assertRefused(signIn(username, code), 401, "session.bad-credentials");
    }

    @Test
    void a_change_sent_twice_is_answered_as_the_first_time() {
        var account = given.account(AccountRole.everywhere(Role.AUDITOR));

        assertThat(change(account.username(), GivenAccounts.PASSWORD, "Dumplings-2026")).hasStatus(204);
        var opened = signIn(account.username(), "Dumplings-2026");

        assertThat(change(account.username(), GivenAccounts.PASSWORD, "Dumplings-2026")).hasStatus(204);
        assertThat(whoAmI(token(opened))).as("the second time changes nothing").hasStatusOk();
        assertThat(change(account.username(), GivenAccounts.PASSWORD, "Another-2026")).hasStatus(401);
    }

    @Test
    void weak_passwords_are_refused_each_with_its_reason() {
        var account = given.account(AccountRole.everywhere(Role.AUDITOR));

        for (var weak : Map.of("Ab1", "password.short", "lowercase1234", "password.plain", "aaaaaaaaaaaaaaaaaa", "password.plain",
                account.username() + "-A1", "password.holds-name", GivenAccounts.PASSWORD, "password.same").entrySet()) {
            var answer = change(account.username(), GivenAccounts.PASSWORD, weak.getKey());
            assertThat(answer).hasStatus(422).bodyJson().extractingPath("errors[*].code").asArray().contains(weak.getValue());
            assertThat(answer).bodyJson().extractingPath("errors[0].field").isEqualTo("newPassword");
        }
        assertThat(change(account.username(), GivenAccounts.PASSWORD, "fourteen small letters")).hasStatus(204);
    }

    @Test
    void a_token_ends_when_it_is_given_back_when_the_password_changes_and_after_a_week() {
        var account = given.account(AccountRole.everywhere(Role.AUDITOR));
        var one = given.bearer(account.id());
        var two = given.bearer(account.id());
        var three = given.bearer(given.account(AccountRole.everywhere(Role.AUDITOR)).id());
        assertThat(whoAmI(one)).hasStatusOk();
        assertThat(whoAmI(two)).hasStatusOk();

        assertThat(mvc.delete().uri("/api/v1/tokens/current").header("Authorization", one)).hasStatus(204);
        assertRefused(whoAmI(one), 401, "session.absent");
        assertThat(whoAmI(two)).hasStatusOk();

        change(account.username(), GivenAccounts.PASSWORD, "Dumplings-2026");
        assertRefused(whoAmI(two), 401, "session.absent");

        assertThat(whoAmI(three)).hasStatusOk();
        clock.forward(Duration.ofDays(7));
        assertRefused(whoAmI(three), 401, "session.absent");
    }

    @Test
    void bad_bodies_change_nothing() {
        assertThat(post("/api/v1/tokens", Map.of("user", "x"))).hasStatus(400).bodyJson()
            .extractingPath("code").isEqualTo("input.unknown-field");
        assertThat(post("/api/v1/tokens", Map.of())).hasStatus(401);
        assertThat(signIn("x", "p".repeat(100_000))).hasStatus(401);
    }

    @Test
    void a_disabled_account_is_as_unknown() {
        var account = given.account(AccountRole.at(Role.OFFICE, "360121000000"));
        var bearer = given.bearer(account.id());
        assertThat(whoAmI(bearer)).hasStatusOk();

        accounts.disable(Scope.system(), account.id());

        assertThat(whoAmI(bearer)).hasStatus(401);
        assertRefused(signIn(account.username(), GivenAccounts.PASSWORD), 401, "session.bad-credentials");
    }
}
