package io.liangze.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.liangze.identity.AccountRole;
import io.liangze.identity.GivenAccounts;
import io.liangze.region.GivenPlaces;
import io.liangze.shared.Role;
import io.liangze.subject.GivenSubjects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A formal act asks once whether it is meant, and only when nothing is missing any more. */
class FormalActTest extends Browser {

    private static final String COUNTY = "360428000000";

    @Autowired GivenPlaces places;
    @Autowired GivenSubjects subjects;
    @Autowired GivenAccounts accounts;

    private Page page;
    private Locator question;

    @BeforeEach
    void the_form_that_closes_a_business() {
        places.county(COUNTY);
        var shop = subjects.at(COUNTY.substring(0, 6) + "100001").named("要关的店").saved();
        page = desktop();
        signIn(page, accounts.account(AccountRole.at(Role.OFFICE, COUNTY)).username(), "/subjects/" + shop.id() + "/status");
        question = page.locator("dialog.ask");
        page.locator(".picks [value=CLOSED]").check();
    }

    @Test
    void a_missing_reason_is_told_before_anybody_is_asked() {
        submit();

        assertThat(page.locator("#reason-why")).isVisible();
        assertThat(question).isHidden();
        forgive();
    }

    @Test
    void with_a_reason_it_is_asked_and_then_done() {
        page.locator("#reason").fill("歇业");
        submit();
        assertThat(question).isVisible();

        question.locator("[value=yes]").click();

        assertThat(page.locator("main")).containsText("恢复经营");
    }

    private void submit() {
        page.locator("form.fields [type=submit]").click();
    }
}
