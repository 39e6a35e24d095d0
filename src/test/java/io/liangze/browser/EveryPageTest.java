package io.liangze.browser;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.liangze.Given;
import io.liangze.identity.AccountRole;
import io.liangze.identity.GivenAccounts;
import io.liangze.official.GivenOfficials;
import io.liangze.region.GivenPlaces;
import io.liangze.region.Level;
import io.liangze.shared.Role;
import io.liangze.subject.GivenSubjects;
import io.liangze.subject.Subject;
import io.liangze.supervision.GivenReports;
import io.liangze.supervision.GivenTasks;
import io.liangze.supervision.Supervision;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Follows every link from where a role begins, each kind of page once: none is dead, wider than its screen, or complains.
 * The pictures show the whole product, for each role on its screen.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest extends Browser {

    private static final String COUNTY = "360428000000";
    private static final Pattern CHANGING = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|\\d{12}|\\d{4}Q\\d");
    private static final Pattern NO_PAGE = Pattern.compile("^/(?:api|evidence|web|webjars|sign-out)/.*|.*/export\\..*|.*/(?:template|rejects|warnings)$");

    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenOfficials officials;
    @Autowired GivenSubjects subjects;
    @Autowired GivenTasks tasks;
    @Autowired GivenReports reports;
    @Autowired GivenAccounts accounts;
    @Autowired Supervision supervision;

    private UUID official;
    private String village;
    private Subject shop;

    @BeforeAll
    void a_county_with_something_of_everything() {
        places.county(COUNTY);
        village = COUNTY.substring(0, 6) + "100001";
        official = officials.inPost(Level.VILLAGE, village, "刘春华");
        shop = subjects.at(village).named("都昌面馆").saved();
        tasks.of(subjects.at(village).named("都昌早点").saved()).by(official, "刘春华").saved();
        var owed = tasks.of(shop).by(official, "刘春华").saved();
        var secretary = given.official(official, village);
        supervision.visit(secretary, owed, reports.of(secretary, supervision.task(secretary, owed)).wrong("K08", "健康证过期").made());
    }

    @ParameterizedTest
    @CsvSource({"OFFICE, false, 30", "OFFICE, true, 30", "OFFICIAL, true, 20", "BUSINESS, true, 10", "REGULATOR, false, 15",
        "SYSTEM_ADMIN, false, 20", "LEADER, true, 10", "INSPECTOR, false, 10",
        "SECURITY_ADMIN, false, 5", "AUDITOR, false, 5", "EDITOR, true, 4"})
    void every_link_leads_to_a_page_that_fits(Role role, boolean phone, int atLeast) {
        var page = phone ? phone(29.27, 116.2) : desktop();
        signIn(page, accounts.account(holding(role)).username(), "/home");
        var seen = new HashSet<String>();
        var waiting = new ArrayDeque<>(beginning(role));

        while (!waiting.isEmpty()) {
            var address = waiting.remove();
            var kind = CHANGING.matcher(address.replaceFirst("[?#].*", "")).replaceAll("_");
            if (!seen.add(kind)) continue;
            var answer = page.navigate(address);
            assertThat(answer.status()).as("%s as %s", address, role).isEqualTo(200);
            page.waitForCondition(() -> page.locator(".htmx-request").count() == 0);
            assertThat(page.locator("form:not([novalidate]) [required]").count()).as("what the browser would say in its own words at %s", address).isZero();
            shootWhole(page, "%s-%s%s".formatted(role, phone ? "phone" : "desktop", kind.replace('/', '-')));
            waiting.addAll(links(page));
        }

        assertThat(seen).hasSizeGreaterThanOrEqualTo(atLeast);
    }

    /** Who sees all counties begins in ours: those of other tests have half of what a page shows. */
    private static List<String> beginning(Role role) {
        if (role != Role.SYSTEM_ADMIN) return List.of("/home");
        return List.of("/tasks?region=" + COUNTY, "/visits?region=" + COUNTY, "/problems?region=" + COUNTY, "/subjects?region=" + COUNTY,
            "/officials?region=" + COUNTY, "/assignments?region=" + COUNTY, "/home");
    }

    private AccountRole holding(Role role) {
        return switch (role) {
            case OFFICIAL -> AccountRole.official(official, village);
            case BUSINESS -> AccountRole.business(shop.id(), village);
            case SYSTEM_ADMIN, SECURITY_ADMIN, AUDITOR -> AccountRole.everywhere(role);
            default -> AccountRole.at(role, COUNTY);
        };
    }

    /** Where the page leads to within the product, downloads left out. */
    @SuppressWarnings("unchecked")
    private static List<String> links(Page page) {
        return ((List<String>) page.evaluate("[...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.getAttribute('href'))")).stream()
            .filter(not(NO_PAGE.asMatchPredicate())).filter(href -> !href.replaceFirst("\\?.*", "").matches(NO_PAGE.pattern())).toList();
    }
}
