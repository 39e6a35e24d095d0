package io.liangze.subject;

import static io.liangze.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.TestClock;
import io.liangze.audit.Audit;
import io.liangze.audit.AuditFilter;
import io.liangze.identity.BusinessAccount;
import io.liangze.identity.FirstCode;
import io.liangze.imports.GivenImports;
import io.liangze.official.GivenOfficials;
import io.liangze.region.GivenPlaces;
import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@LiangzeTest
class SubjectAccountsTest {

    private static final String COUNTY = "360121000000";
    private static final String VILLAGE = "360121100001";
    private static final String OTHER_COUNTY = "360123000000";
    private static final String OTHER_VILLAGE = "360123100001";
    private static final String PASSWORD = "Noodles-2026";

    @Autowired MockMvcTester mvc;
    @Autowired JsonMapper json;
    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenSubjects subjects;
    @Autowired Subjects businesses;
    @Autowired SubjectAccounts accounts;
    @Autowired GivenImports imports;
    @Autowired TestClock clock;
    @Autowired Audit audit;

    private Scope office;

    @BeforeEach
    void places() {
        places.county(COUNTY);
        places.county(OTHER_COUNTY);
        office = given.office(COUNTY);
    }

    @Test
    void the_office_lets_the_principal_in_and_he_sees_his_own_business_alone() {
        var phone = GivenOfficials.mobile();
        var shop = subjects.at(VILLAGE).with(SubjectField.PHONE, phone).saved();
        var neighbour = subjects.at(VILLAGE).saved();

        var account = accounts.open(office, shop.id(), null, null);

        assertThat(account.name()).isEqualTo("王水生");
        assertThat(code(account).username()).isEqualTo(phone);
        var bearer = signIn(account);
        assertThat(seen(bearer, shop.id())).hasStatusOk();
        assertThat(seen(bearer, neighbour.id())).hasStatus(404);
    }

    @Test
    void opened_twice_it_is_one_account_and_its_code_can_still_be_read() {
        var shop = subjects.at(VILLAGE).with(SubjectField.PHONE, GivenOfficials.mobile()).saved();

        var first = accounts.open(office, shop.id(), null, null);
        var second = accounts.open(office, shop.id(), null, null);

        assertThat(second).isEqualTo(first);
        assertThat(accounts.of(office, shop.id())).containsExactly(first);
    }

    @Test
    void a_business_that_moves_to_another_county_takes_its_account_along() {
        var shop = subjects.at(VILLAGE).with(SubjectField.PHONE, GivenOfficials.mobile()).saved();
        var bearer = signIn(accounts.open(office, shop.id(), null, null));

        var moved = businesses.change(given.office("360100000000"), shop.id(), Map.of(SubjectField.REGION, OTHER_VILLAGE), "搬迁");

        assertThat(moved.id()).isNotEqualTo(shop.id());
        assertThat(seen(bearer, moved.id())).hasStatusOk();
        assertThat(seen(bearer, shop.id())).hasStatus(404);
        assertThat(accounts.of(given.office(OTHER_COUNTY), moved.id())).hasSize(1);
    }

    @Test
    void a_business_that_an_import_moves_takes_its_account_along_too() {
        var city = given.office("360100000000");
        var shop = subjects.at(VILLAGE).with(SubjectField.PHONE, GivenOfficials.mobile()).saved();
        var licence = Objects.requireNonNull(shop.particulars().licenceNo()).value();
        var bearer = signIn(accounts.open(office, shop.id(), null, null));

        imports.done(city, "subjects", "名称,许可证编号,业态,所在地代码\n老王面馆,%s,小餐饮,%s\n".formatted(licence, OTHER_VILLAGE));

        var moved = businesses.page(city, SubjectFilter.ALL.withQ(licence), null, 10).items().stream().filter(s -> !s.isClosed()).findFirst();
        assertThat(seen(bearer, moved.orElseThrow().id())).hasStatusOk();
    }

    @Test
    void nobody_speaks_for_a_business_that_is_closed() {
        var shop = subjects.at(VILLAGE).with(SubjectField.PHONE, GivenOfficials.mobile()).saved();
        var bearer = signIn(accounts.open(office, shop.id(), null, null));

        businesses.close(office, shop.id(), "停业不再经营", clock.today());

        assertThat(seen(bearer, shop.id())).hasStatus(401);
        assertThat(accounts.of(office, shop.id())).isEmpty();
        assertRefused("subject.closed", () -> accounts.open(office, shop.id(), null, null));
    }

    @Test
    void the_office_takes_one_account_back_and_the_other_stays() {
        var shop = subjects.at(VILLAGE).saved();
        var leaving = accounts.open(office, shop.id(), GivenOfficials.mobile(), "陈老板");
        var staying = accounts.open(office, shop.id(), GivenOfficials.mobile(), "王水生");
        var bearer = signIn(leaving);

        accounts.end(office, shop.id(), leaving.id());

        assertThat(seen(bearer, shop.id())).hasStatus(401);
        assertThat(accounts.of(office, shop.id())).extracting(BusinessAccount::id).containsExactly(staying.id());
        assertRefused("account.absent", () -> accounts.end(office, shop.id(), leaving.id()));
    }

    @Test
    void another_countys_business_is_absent_and_a_name_that_nobody_can_type_is_refused() {
        var shop = subjects.at(VILLAGE).saved();

        assertRefused("subject.absent", () -> accounts.open(given.office(OTHER_COUNTY), shop.id(), GivenOfficials.mobile(), "越权"));
        assertRefused("role.insufficient", () -> accounts.open(given.at(Role.LEADER, COUNTY), shop.id(), GivenOfficials.mobile(), "领导"));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> accounts.open(office, shop.id(), "王 水 生", "x".repeat(61)))
            .satisfies(refusal -> assertThat(refusal.flaws()).extracting(Refusal.Flaw::code).containsExactly("username.unfit", "name.unfit"));
        assertThat(accounts.of(office, shop.id())).isEmpty();
    }

    @Test
    void the_office_gives_a_code_in_place_of_a_lost_password() {
        var shop = subjects.at(VILLAGE).saved();
        var account = accounts.open(office, shop.id(), GivenOfficials.mobile(), "王水生");
        var bearer = signIn(account);

        var reset = accounts.resetCode(office, shop.id(), account.id());

        assertThat(seen(bearer, shop.id())).as("what was signed in ends").hasStatus(401);
        assertThat(code(reset).code()).isNotEqualTo(code(account).code());
        var old = Map.of("username", code(account).username(), "password", PASSWORD);
        assertThat(post("/api/v1/tokens", old)).hasStatus(401);
        assertThat(post("/api/v1/tokens", Map.of("username", code(account).username(), "password", code(reset).code())))
            .as("the change is forced").hasStatus(403);
        assertThat(seen(signIn(reset), shop.id())).hasStatusOk();
        assertThat(audit.entries(given.at(Role.AUDITOR, "360000000000"), new AuditFilter(null, null, null, account.id(), "account.code-reset"), null, 10).items())
            .hasSize(1);
    }

    @Test
    void no_office_gets_at_an_account_that_holds_more_than_its_own_businesses() {
        var phone = GivenOfficials.mobile();
        var here = subjects.at(VILLAGE).saved();
        var there = subjects.at(OTHER_VILLAGE).saved();
        var account = accounts.open(office, here.id(), phone, "王水生");
        accounts.open(given.office(OTHER_COUNTY), there.id(), phone, "王水生");
        var bearer = signIn(account);

        assertRefused("account.beyond", () -> accounts.resetCode(office, here.id(), account.id()));
        assertRefused("account.absent", () -> accounts.resetCode(office, subjects.at(VILLAGE).saved().id(), account.id()));
        assertRefused("subject.absent", () -> accounts.resetCode(office, there.id(), account.id()));
        assertRefused("role.insufficient", () -> accounts.resetCode(given.at(Role.LEADER, COUNTY), here.id(), account.id()));
        assertThat(seen(bearer, here.id())).as("nothing has changed").hasStatusOk();
        assertThat(accounts.resetCode(given.office("360100000000"), here.id(), account.id()).code()).as("the city is over both").isNotNull();
    }

    @Test
    void on_the_page_and_by_a_program_it_is_reset_too() {
        var shop = subjects.at(VILLAGE).saved();
        var path = "/subjects/" + shop.id() + "/accounts";
        var account = accounts.open(office, shop.id(), GivenOfficials.mobile(), "王水生");

        assertThat(mvc.post().uri(path + "/" + account.id() + "/code").with(signedIn(office)).with(csrf()).exchange()).hasStatus(303).hasRedirectedUrl(path);
        var byPage = code(accounts.of(office, shop.id()).getFirst());
        assertThat(mvc.get().uri(path).with(signedIn(office)).exchange()).hasStatusOk().bodyText().contains(byPage.code());

        var answer = mvc.post().uri("/api/v1" + path + "/" + account.id() + "/code").with(signedIn(office)).with(csrf()).exchange();
        assertThat(answer).hasStatus(201).hasHeader("Location", "/api/v1" + path);
        assertThat(answer).bodyJson().extractingPath("$.code.code").isNotEqualTo(byPage.code());
    }

    @Test
    void on_the_page_the_office_opens_it_and_reads_the_code() {
        var shop = subjects.at(VILLAGE).with(SubjectField.PHONE, GivenOfficials.mobile()).saved();
        var path = "/subjects/" + shop.id() + "/accounts";

        var opened = mvc.post().uri(path).param("name", "王水生").with(signedIn(office)).with(csrf()).exchange();

        assertThat(opened).hasStatus3xxRedirection().hasRedirectedUrl(path);
        var code = code(accounts.of(office, shop.id()).getFirst());
        assertThat(mvc.get().uri(path).with(signedIn(office)).exchange()).hasStatusOk().bodyText()
            .contains(code.code(), code.username(), "王水生");
        assertThat(mvc.post().uri(path).param("username", "*").with(signedIn(office)).with(csrf()).exchange()).hasStatus(422);
    }

    private static FirstCode code(BusinessAccount account) {
        return Objects.requireNonNull(account.code());
    }

    /** The principal sets his password by the code, and signs in. */
    private String signIn(BusinessAccount account) {
        var username = code(account).username();
        assertThat(post("/api/v1/passwords", Map.of("username", username, "password", code(account).code(), "newPassword", PASSWORD)))
            .hasStatus2xxSuccessful();
        var opened = post("/api/v1/tokens", Map.of("username", username, "password", PASSWORD));
        assertThat(opened).hasStatus(201);
        return "Bearer " + json.readTree(opened.getResponse().getContentAsByteArray()).path("token").asString();
    }

    private MvcTestResult post(String path, Map<String, String> body) {
        return mvc.post().uri(path).contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body)).exchange();
    }

    private MvcTestResult seen(String bearer, UUID subject) {
        return mvc.get().uri("/api/v1/subjects/" + subject).header("Authorization", bearer).exchange();
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(call).extracting(Refusal::code).isEqualTo(code);
    }
}
