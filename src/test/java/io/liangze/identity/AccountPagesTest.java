package io.liangze.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LiangzeTest
class AccountPagesTest {

    private static final Scope SYSTEM = GivenAccounts.holding(AccountRole.everywhere(Role.SYSTEM_ADMIN));
    private static final Scope SECURITY = GivenAccounts.holding(AccountRole.everywhere(Role.SECURITY_ADMIN));

    @Autowired MockMvcTester mvc;
    @Autowired Accounts accounts;
    @Autowired GivenAccounts given;

    @Test
    void the_list_is_a_page_or_for_the_filter_its_rows() {
        var account = given.account(AccountRole.everywhere(Role.EDITOR));

        assertThat(mvc.get().uri("/accounts?q={q}", account.username()).with(Given.signedIn(SYSTEM))).hasStatusOk()
            .hasViewName("identity/accounts").bodyText().contains(account.username(), "资讯编辑", "/accounts/new");
        assertThat(mvc.get().uri("/accounts?q={q}", account.username()).header("HX-Target", "rows").with(Given.signedIn(SECURITY)))
            .hasStatusOk().hasViewName("identity/accountRows").bodyText().contains(account.username()).doesNotContain("<html");
        assertThat(mvc.get().uri("/accounts?q=nobody-of-that-name").with(Given.signedIn(SYSTEM))).bodyText().contains("没有符合条件的账户");
        assertThat(mvc.get().uri("/accounts").with(Given.signedIn(GivenAccounts.holding(AccountRole.at(Role.OFFICE, "360121000000")))))
            .hasStatus(403).hasViewName("shared/refused");
    }

    @Test
    void a_new_account_shows_its_code_to_whoever_made_it_and_its_flaws_beside_the_fields() {
        var id = UuidCreator.getTimeOrderedEpoch();
        var create = mvc.post().uri("/accounts").with(Given.signedIn(SYSTEM)).with(csrf()).param("id", id.toString());

        assertThat(create.param("username", "x").param("name", "")).hasStatus(422).bodyText()
            .contains("账号为2至40个字母", "请填写姓名或单位名称");
        var made = mvc.post().uri("/accounts").with(Given.signedIn(SYSTEM)).with(csrf()).param("id", id.toString())
            .param("username", "page" + id.toString().substring(19)).param("name", "新同志").exchange();

        assertThat(made).hasStatus3xxRedirection().hasRedirectedUrl("/accounts/" + id);
        var code = accounts.firstCode(SYSTEM, id).orElseThrow().code();
        assertThat(mvc.get().uri("/accounts/{id}", id).with(Given.signedIn(SYSTEM))).bodyText().contains(code, "新同志");
        assertThat(mvc.get().uri("/accounts/{id}", id).with(Given.signedIn(SECURITY))).bodyText().doesNotContain(code);
    }

    @Test
    void a_role_is_given_and_taken_back_on_the_page_of_the_account() {
        given.account(AccountRole.everywhere(Role.SECURITY_ADMIN));
        var id = given.account().id();
        var grant = "/accounts/{id}/roles";

        assertThat(mvc.post().uri(grant, id).with(Given.signedIn(SECURITY)).with(csrf()).param("role", "OFFICE").param("region", "没有这个县"))
            .hasStatus(422).bodyText().contains("没有这个地方", "value=\"没有这个县\"");
        assertThat(mvc.post().uri(grant, id).with(Given.signedIn(SECURITY)).with(csrf()).param("role", "OFFICE").param("region", ""))
            .hasRedirectedUrl("/accounts/" + id);
        var held = accounts.find(SECURITY, id).roles().getFirst();
        assertThat(mvc.get().uri("/accounts/{id}", id).with(Given.signedIn(SECURITY))).bodyText()
            .contains("/roles/" + held.id() + "/take", "/disable", "/code").doesNotContain("/unlock");
        assertThat(mvc.get().uri("/accounts/{id}", id).with(Given.signedIn(SYSTEM))).bodyText().doesNotContain("/take", "/roles\"");

        assertThat(mvc.post().uri(grant + "/{role}/take", id, held.id()).with(Given.signedIn(SECURITY)).with(csrf()))
            .hasRedirectedUrl("/accounts/" + id);
        assertThat(accounts.find(SECURITY, id).roles()).isEmpty();
    }
}
