package io.liangze.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import com.microsoft.playwright.Page;
import io.liangze.identity.AccountRole;
import io.liangze.identity.GivenAccounts;
import io.liangze.region.GivenPlaces;
import io.liangze.subject.GivenSubjects;
import io.liangze.subject.Subject;
import io.liangze.subject.SubjectField;
import io.liangze.supervision.GivenTasks;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An official visits shops with his phone: without problems in a few taps, and with one that is put right on the spot. */
class VisitStoryTest extends Browser {

    private static final String VILLAGE = "360121100001";

    @Autowired GivenPlaces places;
    @Autowired GivenSubjects subjects;
    @Autowired GivenTasks tasks;
    @Autowired GivenAccounts accounts;

    private final UUID official = UuidCreator.getTimeOrderedEpoch();
    private Subject shop;
    private UUID task;

    @BeforeEach
    void one_official_with_two_shops() {
        places.county("360121000000");
        shop = subjects.at(VILLAGE).saved();
        task = tasks.of(shop).by(official, "刘春华").saved();
        tasks.of(subjects.at(VILLAGE).named("聚贤早点").saved()).by(official, "刘春华").first(LocalDate.of(2026, 11, 19)).saved();
    }

    @Test
    void a_visit_without_problems_takes_few_taps_and_no_typing() {
        var page = phone();
        var form = new VisitForm(page);
        shootWhole(page, "my");
        form.tap(page.locator(".visit", new Page.LocatorOptions().setHasText("老王面馆")).getByText("开始"));
        shoot(page, "group");
        form.throughAllGroups();
        shootWhole(page, "finish-unsigned");
        form.sign();
        shootWhole(page, "finish");
        form.tap(page.locator("[data-go=send]"));
        page.waitForURL(Pattern.compile("/visits/.*receipt"));
        shootWhole(page, "receipt");

        assertThat(form.taps()).isLessThanOrEqualTo(25);
        assertThat(page.locator(".result h2")).hasText("已送达");
        assertThat(page.locator(".rows")).containsText("未发现问题");
        page.navigate("/my");
        assertThat(page.locator("my-drafts")).isHidden();
        assertThat(page.locator(".outbox.sent")).containsText("老王面馆");
    }

    @Test
    void a_problem_by_taps_with_photos_is_put_right_on_the_spot_and_survives_a_reload() {
        var page = phone();
        var form = new VisitForm(page);
        page.navigate("/tasks/" + task + "/visit");
        var item = page.locator(".item[data-photo=WITH_PROBLEM]:visible").first();
        var id = item.getAttribute("data-item");

        item.locator(".x").click();
        var sheet = page.locator("dialog.sheet");
        shoot(page, "sheet");
        sheet.locator("[data-keep]").click();
        assertThat(sheet.locator("[data-flaw]")).hasText("请选一个常见问题，或写明问题。");
        if (sheet.locator(".picks label").first().isVisible()) sheet.locator("[data-picks] label").first().click();
        sheet.locator("#sheet-text").fill("证照未公示");
        form.photograph(sheet, 1);
        sheet.locator(".toggle").click();
        form.photograph(sheet, 2);
        shoot(page, "sheet-fixed");
        sheet.locator("[data-keep]").click();
        assertThat(sheet).isHidden();
        page.reload();
        item = page.locator("[data-item=" + id + "]");
        assertThat(item.locator(".found b")).containsText("证照未公示");
        shoot(page, "group-with-problem");
        form.throughAllGroups();
        form.sign();
        page.locator(".picks label", new Page.LocatorOptions().setHasText("票据当天归档")).click();
        assertThat(page.locator("[data-will]")).containsText("将记 1 个问题");
        shootWhole(page, "finish-with-problem");
        page.locator("[data-go=send]").click();
        page.waitForURL(Pattern.compile("/visits/.*receipt"));
        shootWhole(page, "receipt-with-problem");

        assertThat(page.locator(".outbox").first()).containsText("证照未公示");
        var desk = desktop();
        signIn(desk, accounts.account(AccountRole.at(io.liangze.shared.Role.OFFICE, "360121000000")).username(), "/tasks");
        desk.navigate(page.url().replace("?receipt", ""));
        assertThat(desk.locator(".say").first()).containsText("证照未公示");
        assertThat(desk.locator("tr:has(.say) .shots img")).hasCount(2);
        shootWhole(desk, "record");
        desk.navigate("/tasks");
        assertThat(desk.locator("#views data").first()).isVisible();
        shoot(desk, "tasks");
        desk.navigate("/tasks?q=滕王&grade=B");
        shoot(desk, "tasks-empty");
        desk.navigate("/visits");
        shoot(desk, "visits");
        desk.navigate("/tasks/" + task);
        shootWhole(desk, "task");
    }

    @Test
    void a_value_outside_its_limits_is_a_problem_whatever_was_tapped() {
        var restaurant = tasks.of(subjects.at(VILLAGE).named("赣味瓦罐汤馆").kind("C4").with(SubjectField.AREA, "800").saved()).by(official, "刘春华").saved();
        var page = phone();
        var form = new VisitForm(page);
        page.navigate("/tasks/" + restaurant + "/visit#PREVENTION");
        var item = page.locator(".item:has([data-value]):visible").first();

        item.locator("[data-value]").fill("4");
        item.locator("[data-value]").blur();
        assertThat(item.locator("[value=OK]")).isChecked();
        item.locator("[data-value]").fill("15");
        item.locator("[data-value]").blur();

        assertThat(page.locator("dialog.sheet")).isVisible();
        form.photograph(page.locator("dialog.sheet"), 1);
        page.locator("dialog.sheet [data-keep]").click();
        assertThat(item.locator("[value=PROBLEM]")).isChecked();
        shoot(page, "measured");
    }

    @Test
    void without_a_signal_nothing_is_lost_and_sending_again_counts_once() {
        var page = phone();
        var form = new VisitForm(page);
        page.navigate("/tasks/" + task + "/visit");
        form.throughAllGroups();
        form.sign();
        page.context().setOffline(true);
        assertThat(page.locator("[data-net=off]")).isVisible();

        page.locator("[data-go=send]").click();

        assertThat(page.locator("[data-trouble]")).containsText("没有送到");
        shoot(page, "unsent");
        page.context().setOffline(false);
        page.reload();
        assertThat(page.locator("[data-sum=OK]")).hasText("11");
        forgive();
        page.locator("[data-go=send]").click();
        page.waitForURL(Pattern.compile("/visits/.*receipt"));
    }

    @Test
    void the_form_works_in_large_type_and_in_the_dark() {
        var page = phone();
        page.context().addCookies(java.util.List.of(
            new com.microsoft.playwright.options.Cookie("theme", "dark").setUrl(page.url()),
            new com.microsoft.playwright.options.Cookie("type", "large").setUrl(page.url())));

        page.navigate("/my");
        shoot(page, "my-dark-large");
        page.navigate("/tasks/" + task + "/visit");
        shoot(page, "group-dark-large");
        page.locator(".item .x").first().click();
        shoot(page, "sheet-dark-large");

        assertThat(page.locator("dialog.sheet [data-keep]")).isVisible();
        assertThat((Integer) page.evaluate("""
            Math.min(...[...document.querySelectorAll("dialog.sheet .picks label, dialog.sheet .btn")].filter(e => e.offsetHeight).map(e => e.getBoundingClientRect().height | 0))"""))
            .isGreaterThanOrEqualTo(44);
    }

    private Page phone() {
        var page = phone(28.5438, 115.9426);
        signIn(page, accounts.account(AccountRole.official(official, VILLAGE)).username(), "/my");
        return page;
    }
}
