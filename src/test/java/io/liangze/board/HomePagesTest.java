package io.liangze.board;

import static io.liangze.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.Given;
import io.liangze.GivenCalls;
import io.liangze.LiangzeTest;
import io.liangze.region.GivenPlaces;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.subject.GivenSubjects;
import io.liangze.subject.Numbers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LiangzeTest
class HomePagesTest {

    private static final String COUNTY = "360482000000";
    private static final String NEIGHBOUR = "360483000000";

    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenSubjects shops;
    @Autowired MockMvcTester mvc;
    @Autowired GivenCalls calls;

    @BeforeEach
    void twoCounties() {
        places.county(COUNTY);
        places.county(NEIGHBOUR);
    }

    @ParameterizedTest
    @CsvSource({"LEADER, /board", "AUDITOR, /audit"})
    void who_has_a_page_of_his_own_begins_there(Role role, String page) {
        assertThat(mvc.get().uri("/home").with(signedIn(given.at(role, COUNTY)))).hasStatus3xxRedirection().hasRedirectedUrl(page);
    }

    @Test
    void an_official_begins_with_his_visits() {
        assertThat(mvc.get().uri("/home").with(signedIn(given.official(UUID.randomUUID(), COUNTY)))).hasRedirectedUrl("/my");
    }

    @ParameterizedTest
    @CsvSource({"OFFICE, 升级督办", "REGULATOR, 已移送的问题", "INSPECTOR, 督查发现的问题", "SECURITY_ADMIN, 等待授予角色的账号",
        "SYSTEM_ADMIN, 后台任务", "EDITOR, 资讯编辑"})
    void everybody_else_sees_what_waits_for_him(Role role, String words) {
        assertThat(home(given.at(role, COUNTY))).contains(words);
    }

    @Test
    void a_new_office_is_told_its_first_steps() {
        assertThat(home(given.office(NEIGHBOUR))).contains("导入主体名单", "href=\"/imports?kind=subjects\"", "层级匹配");
    }

    @Test
    void a_business_sees_itself_and_nobody_else() {
        var own = shops.at("360482100000").named("共青面馆").saved();
        shops.at("360482100000").named("隔壁包子铺").saved();

        var page = home(given.business(own.id(), "360482100000"));

        assertThat(page).contains("共青面馆", "/subjects/" + own.id(), "没有待整改的问题").doesNotContain("隔壁包子铺", "13812341234");
    }

    @Test
    void an_account_without_a_role_is_told_whom_to_ask() {
        assertThat(home(given.holding("新人"))).contains("这个账号还没有角色");
    }

    @Test
    void a_search_finds_what_lies_in_the_scope() {
        var licence = Numbers.operation(2, "360482100000");
        var shop = shops.at("360482100000").named("鄱阳湖鱼馆").with(io.liangze.subject.SubjectField.LICENCE_NO, licence).saved();
        var office = given.office(COUNTY);

        assertThat(search(office, "鄱阳湖鱼")).contains("/subjects/" + shop.id());
        assertThat(search(office, licence)).contains("/subjects/" + shop.id());
        assertThat(search(office, "共青城市")).contains("/regions/" + COUNTY);
        assertThat(search(office, "gqcs")).contains("/regions/" + COUNTY);
        assertThat(search(given.office(NEIGHBOUR), "鄱阳湖鱼")).contains("没有找到").doesNotContain("鄱阳湖鱼馆</b>");
        assertThat(search(given.at(Role.EDITOR, COUNTY), "鄱阳湖鱼")).contains("没有找到");
        assertThat(search(office, "<script>")).contains("&lt;script>").doesNotContain("“<script>");
    }

    private String home(Scope scope) {
        return calls.page(scope, "/home");
    }

    private String search(Scope scope, String q) {
        return calls.page(scope, "/search?q=" + q);
    }
}
