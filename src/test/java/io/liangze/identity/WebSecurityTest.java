package io.liangze.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.LiangzeTest;
import io.liangze.shared.Role;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LiangzeTest
class WebSecurityTest {

    @Autowired MockMvcTester mvc;
    @Autowired GivenAccounts given;

    GivenAccounts.Made account;

    @BeforeEach
    void account() {
        account = given.account(AccountRole.at(Role.OFFICE, "360121000000"));
    }

    /** What a browser has after it opened the form: the cookie and, masked, the same in the page. */
    private record Form(Cookie csrf, String field) {}

    private Form openSignIn() throws Exception {
        var page = mvc.get().uri("/sign-in").exchange();
        var field = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.getResponse().getContentAsString());
        assertThat(field.find()).isTrue();
        return new Form(page.getResponse().getCookie("csrf"), field.group(1));
    }

    private MvcTestResult signIn(Form form, String next, String password) {
        return mvc.post().uri("/sign-in").cookie(form.csrf).param("_csrf", form.field).param("next", next)
            .param("username", account.username()).param("password", password).exchange();
    }

    @Test
    void pages_lead_to_the_sign_in_and_back_and_the_api_says_so() {
        assertThat(mvc.get().uri(URI.create("/tasks?grade=A&q=%E7%8E%8B"))).hasStatus(303)
            .hasRedirectedUrl("/sign-in?next=%2Ftasks%3Fgrade%3DA%26q%3D%25E7%258E%258B");
        assertThat(mvc.get().uri("/api/v1/regions/360000000000")).hasStatus(401).bodyJson()
            .extractingPath("code").isEqualTo("session.absent");
        assertThat(mvc.post().uri("/api/v1/accounts").contentType(MediaType.APPLICATION_JSON).content("{}"))
            .as("before anything is said about CSRF").hasStatus(401);
        var part = mvc.get().uri("/tasks").header("HX-Request", "true").header("HX-Current-URL", "http://localhost/tasks?grade=A").exchange();
        assertThat(part).hasStatus(401);
        assertThat(part.getResponse().getHeader("HX-Redirect")).isEqualTo("/sign-in?next=%2Ftasks%3Fgrade%3DA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/web/app.css", "/webjars/htmx.org/2.0.10/dist/htmx.min.js"})
    void some_addresses_stand_open(String path) {
        assertThat(mvc.get().uri(path)).hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({"/tasks?grade=A, /tasks?grade=A", "//evil.example/x, /home", "https://evil.example, /home", "/\\evil.example, /home", "'', /home"})
    void signing_in_leads_to_where_one_was_and_nowhere_else(String next, String to) throws Exception {
        var signedIn = signIn(openSignIn(), next, GivenAccounts.PASSWORD);

        assertThat(signedIn).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl(to);
        var session = signedIn.getResponse().getCookie("session");
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(mvc.get().uri("/api/v1/session").cookie(session)).hasStatusOk();
    }

    @Test
    void each_sign_in_gives_a_session_of_its_own_and_signing_out_ends_it() throws Exception {
        var before = new Cookie("session", given.cookie(account.id()));
        var form = openSignIn();

        var again = signIn(form, "", GivenAccounts.PASSWORD).getResponse().getCookie("session");
        assertThat(again.getValue()).isNotEqualTo(before.getValue()).hasSize(43);
        assertThat(mvc.post().uri("/sign-out").cookie(again, form.csrf).param("_csrf", form.field)).hasRedirectedUrl("/sign-in");

        assertThat(mvc.get().uri("/api/v1/session").cookie(again)).hasStatus(401);
        assertThat(mvc.get().uri("/api/v1/session").cookie(before)).hasStatusOk();
    }

    @Test
    void a_wrong_password_shows_the_form_again_with_the_name() throws Exception {
        var page = signIn(openSignIn(), "", "wrong");

        assertThat(page).hasStatus(401).bodyText().contains("账号或密码不对。", "value=\"%s\"".formatted(account.username()));
    }

    @Test
    void what_is_missing_is_told_beside_its_field_and_counts_as_no_attempt() throws Exception {
        for (int i = 0; i < 6; i++)
            assertThat(signIn(openSignIn(), "", "")).hasStatus(422).bodyText()
                .contains("id=\"password-why\"", "value=\"%s\"".formatted(account.username())).doesNotContain("username-why", "账号或密码不对。");

        assertThat(signIn(openSignIn(), "", GivenAccounts.PASSWORD)).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void a_first_password_is_set_before_anything_else() throws Exception {
        var admin = GivenAccounts.holding(AccountRole.everywhere(Role.SYSTEM_ADMIN));
        var code = given.reset(admin, account.id());
        var form = openSignIn();

        var proved = signIn(form, "", code);
        assertThat(proved).hasRedirectedUrl("/password");
        assertThat(proved.getResponse().getCookie("session")).isNull();
        var first = proved.getResponse().getCookie("first-password");
        assertThat(mvc.get().uri("/home").cookie(new Cookie("session", first.getValue()))).as("opens nothing else").hasStatus(303);
        assertThat(mvc.get().uri("/password").cookie(first)).hasStatusOk();
        var set = mvc.post().uri("/password").cookie(first, form.csrf).param("_csrf", form.field);
        assertThat(set.param("newPassword", "Dumplings-2026").param("repeated", "Dumplings-2025")).hasStatus(422);
        var changed = mvc.post().uri("/password").cookie(first, form.csrf).param("_csrf", form.field)
            .param("newPassword", "Dumplings-2026").param("repeated", "Dumplings-2026").exchange();

        assertThat(changed).hasRedirectedUrl("/home");
        assertThat(mvc.get().uri("/api/v1/session").cookie(changed.getResponse().getCookie("session"))).hasStatusOk();
        assertThat(mvc.get().uri("/password").cookie(first)).as("used once").hasRedirectedUrl("/sign-in");
    }

    @Test
    void changes_from_a_browser_need_the_token_of_its_page() throws Exception {
        var session = new Cookie("session", given.cookie(account.id()));
        var form = openSignIn();

        assertThat(mvc.delete().uri("/api/v1/tokens/current").cookie(session)).hasStatus(403).bodyJson()
            .extractingPath("code").isEqualTo("session.csrf");
        assertThat(mvc.post().uri("/sign-out").cookie(session)).hasStatus(403);
        assertThat(mvc.delete().uri("/api/v1/tokens/current").cookie(session, form.csrf).header("X-CSRF-TOKEN", form.field)).hasStatus(204);
    }

    @Test
    void a_cookie_beside_a_bearer_token_does_not_count() {
        var session = new Cookie("session", given.cookie(account.id()));

        assertThat(mvc.get().uri("/api/v1/session").cookie(session).header("Authorization", "Bearer wrong")).hasStatus(401);
        assertThat(mvc.get().uri("/api/v1/session").header("Authorization", "Bearer " + session.getValue()))
            .as("a browser's token is no bearer token").hasStatus(401);
    }

    @Test
    void every_answer_tells_browsers_what_they_may_do_with_it() {
        for (var path : new String[] {"/sign-in", "/api/v1/session", "/web/app.css"})
            assertThat(mvc.get().uri(path)).headers()
                .hasValue("X-Content-Type-Options", "nosniff").hasValue("X-Frame-Options", "DENY")
                .hasValue("Referrer-Policy", "same-origin")
                .hasValue("Permissions-Policy", "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()")
                .hasValue("Content-Security-Policy", "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; "
                    + "script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
                .doesNotContainHeader("Strict-Transport-Security");
        assertThat(mvc.get().uri("/sign-in").secure(true)).headers()
            .hasValue("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
    }

    @Test
    void the_api_answers_unknown_paths_as_the_rest() {
        assertThat(mvc.get().uri("/api/v1/nonsense").header("Authorization", given.bearer(account.id()))).hasStatus(404)
            .hasContentType(MediaType.APPLICATION_PROBLEM_JSON).bodyJson().extractingPath("code").isEqualTo("path.absent");
    }
}
