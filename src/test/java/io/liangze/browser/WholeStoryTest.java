package io.liangze.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.liangze.identity.AccountRole;
import io.liangze.identity.GivenAccounts;
import io.liangze.region.GivenPlaces;
import io.liangze.region.Regions;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the product is for, by clicks alone: an office sends its lists, everybody gets what he answers for, an official
 * visits with his phone and finds a problem, the business puts it right with proof, he strikes it off, the board shows it.
 */
class WholeStoryTest extends Browser {

    private static final String COUNTY = "361129000000";
    private static final String OFFICIALS_PHONE = "13879101129";

    @Autowired GivenPlaces places;
    @Autowired Regions regions;
    @Autowired GivenAccounts accounts;

    private String village;
    private Page office;

    @BeforeEach
    void an_office_at_its_desk() {
        places.county(COUNTY);
        var town = regions.children(Scope.system(), COUNTY).getFirst().code();
        village = regions.children(Scope.system(), town).getFirst().code();
        office = desktop();
        signIn(office, accounts.account(AccountRole.at(Role.OFFICE, COUNTY)).username(), "/home");
    }

    @Test
    void from_the_list_of_businesses_to_a_problem_struck_off_and_its_figures() {
        send("subjects", "名称,业态,所在地代码,负责人,联系电话\n江畔面馆,小餐饮,%s,王水生,13879100431\n没有地方的店,小餐饮,,,\n".formatted(village));
        assertThat(office.locator(".q.bad b")).hasText("1");
        shootWhole(office, "import");
        write("新增 1");
        send("officials", "姓名,手机号,单位,职务,层级,所在地代码\n刘春华,%s,村委会,村党支部书记,村,%s\n".formatted(OFFICIALS_PHONE, village));
        write("新增 1");
        var officialsCode = codeOfNewOfficial();

        match();
        generate();
        var businessCode = letThePrincipalIn();

        var official = phone(29.9, 116.55);
        signInWithCode(official, OFFICIALS_PHONE, officialsCode);
        visitWithProblem(official);
        rectify(businessCode);
        strikeOff(official);

        office.navigate("/board");
        assertThat(tile("本季督导率")).containsText("100.0%");
        assertThat(tile("未闭环问题")).containsText("0");
        assertThat(tile("未闭环问题")).containsText("100.0%");
        shoot(office, "board");
        var board = phone(29.9, 116.55);
        signIn(board, accounts.account(AccountRole.at(Role.LEADER, COUNTY)).username(), "/board");
        assertThat(board.locator(".tile", new Page.LocatorOptions().setHasText("未闭环问题"))).containsText("100.0%");
        shootWhole(board, "board-phone");
        tile("未闭环问题").getByText("100.0%").click();
        assertThat(office.locator("#rows")).containsText("江畔面馆");
        assertThat(office.locator("#rows")).containsText("已销号");
    }

    private void send(String kind, String list) {
        office.navigate("/imports?kind=" + kind);
        office.locator("#file").setInputFiles(new FilePayload(kind + ".csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
        office.getByText("上传并核对").click();
        assertThat(office.getByText("写入", exactly()).last()).isVisible();
    }

    private void write(String outcome) {
        confirm(office, office.locator("form[action$='/apply'] button"));
        assertThat(office.locator("#import")).containsText("已经写入：" + outcome);
    }

    private String codeOfNewOfficial() {
        office.getByText("新账户的一次性口令").click();
        assertThat(office.locator("#rows")).containsText("刘春华");
        shoot(office, "codes");
        return office.locator("#rows td.num b").first().innerText();
    }

    private void match() {
        office.navigate("/coverage");
        confirm(office, office.getByText("匹配本辖区"));
        assertThat(office.locator("#matching")).containsText("已完成");
        office.getByText("看包保关系").click();
        assertThat(office.locator("#rows tr", new Page.LocatorOptions().setHasText("江畔面馆"))).containsText("刘春华");
    }

    private void generate() {
        office.navigate("/tasks");
        office.locator("summary.btn-main").click();
        confirm(office, office.locator(".pop[open] button").first());
        assertThat(office.locator("#generation")).containsText("任务已经生成");
        shoot(office, "generated");
        office.getByText("看这些任务").click();
        assertThat(office.locator("#rows tr", new Page.LocatorOptions().setHasText("江畔面馆"))).containsText("待督导");
        assertThat(office.locator("#count-TASKS")).hasText("1");
    }

    private String letThePrincipalIn() {
        office.navigate("/subjects?q=江畔面馆");
        office.locator("#rows a").first().click();
        office.getByText("企业账号").click();
        office.locator("[name=username]").fill("jiangpan");
        office.locator("form.fields [type=submit]").click();
        assertThat(office.locator("#rows")).containsText("jiangpan");
        return office.locator("#rows td.num b").first().innerText();
    }

    private void visitWithProblem(Page page) {
        var form = new VisitForm(page);
        page.waitForURL("**/my");
        shoot(page, "my");
        page.getByText("开始").click();
        page.waitForURL("**/visit");
        form.throughGroup();
        page.locator("[data-item=K08] .x").click();
        var sheet = page.locator("dialog.sheet");
        sheet.locator("#sheet-text").fill("帮厨的健康证已经过期");
        form.photograph(sheet, 1);
        sheet.locator("[data-keep]").click();
        form.throughAllGroups();
        form.sign();
        page.locator("[data-go=send]").click();
        page.waitForURL(Pattern.compile("/visits/.*receipt"));
        assertThat(page.locator(".outbox").first()).containsText("帮厨的健康证已经过期");
    }

    private void rectify(String code) {
        var page = phone(29.9, 116.55);
        signInWithCode(page, "jiangpan", code);
        shootWhole(page, "business-home");
        page.getByText("帮厨的健康证已经过期").click();
        page.getByText("提交整改").first().click();
        page.locator("#photos").setInputFiles(VisitForm.picture(7));
        page.locator("[name=text]").fill("已经办好新证");
        shootWhole(page, "rectify");
        page.locator("form.fields [type=submit]").click();
        assertThat(page.locator("h1")).containsText("待复核");
        shootWhole(page, "rectified");
    }

    private void strikeOff(Page page) {
        page.navigate("/problems?mine=true");
        page.locator("#rows a").first().click();
        shootWhole(page, "to-check");
        page.locator(".acts .btn-main").click();
        page.locator("[name=text]").fill("新证看过，在有效期内");
        page.locator("form.fields [type=submit]").click();
        assertThat(page.locator("h1")).containsText("已销号");
        shootWhole(page, "struck-off");
    }

    private Locator tile(String label) {
        return office.locator(".tile", new Page.LocatorOptions().setHasText(label));
    }

    /** A formal act asks once. */
    private static void confirm(Page page, Locator button) {
        button.click();
        page.locator("dialog.ask [value=yes]").click();
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
