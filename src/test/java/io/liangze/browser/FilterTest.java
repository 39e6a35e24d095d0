package io.liangze.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.liangze.identity.AccountRole;
import io.liangze.identity.GivenAccounts;
import io.liangze.region.GivenPlaces;
import io.liangze.shared.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A filter bar asks for its list once for each thing that a person does. */
class FilterTest extends Browser {

    private static final String COUNTY = "360428000000";
    private static final Pattern LIST = Pattern.compile(".*/subjects\\?.*");

    @Autowired GivenPlaces places;
    @Autowired GivenAccounts accounts;

    private final List<String> asked = new ArrayList<>();
    private Page page;

    @BeforeEach
    void the_list_of_subjects() {
        places.county(COUNTY);
        page = desktop();
        signIn(page, accounts.account(AccountRole.at(Role.OFFICE, COUNTY)).username(), "/subjects");
        page.waitForLoadState();
        page.onRequest(request -> { if (LIST.matcher(request.url()).matches() && request.headers().containsKey("hx-request")) asked.add(request.url()); });
    }

    @Test
    void a_choice_asks_once() {
        page.locator(".filters select[name=grade]").selectOption("C");
        rest();

        assertThat(asked).singleElement().asString().contains("grade=C");
    }

    @Test
    void a_word_asks_once_when_typing_rests_and_not_again_on_the_way_out() {
        page.locator(".filters [name=q]").pressSequentially("面馆");
        rest();
        page.locator(".filters [name=q]").press("Tab");
        rest();

        assertThat(asked).hasSize(1);
    }

    @Test
    void a_word_that_is_left_at_once_asks_once() {
        page.locator(".filters [name=q]").pressSequentially("面馆");
        page.locator(".filters [name=q]").press("Tab");
        rest();

        assertThat(asked).hasSize(1);
    }

    @Test
    void a_word_with_enter_asks_once() {
        page.locator(".filters [name=q]").pressSequentially("面馆");
        page.locator(".filters [name=q]").press("Enter");
        rest();

        assertThat(asked).hasSize(1);
    }

    /** Longer than typing takes to come to rest: nothing more may come. */
    private void rest() {
        page.waitForTimeout(1_000);
    }
}
