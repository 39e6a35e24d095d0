package io.liangze.audit;

import static io.liangze.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.region.GivenPlaces;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import io.liangze.subject.GivenSubjects;
import io.liangze.subject.SubjectField;
import io.liangze.subject.Subjects;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@LiangzeTest
class AuditPagesTest {

    private static final String COUNTY = "360426000000";
    private static final String TOWN = "360426100000";

    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenSubjects shops;
    @Autowired Subjects subjects;
    @Autowired Audit audit;
    @Autowired TransactionTemplate transactions;
    @Autowired MockMvcTester mvc;

    @Test
    void the_auditor_reads_what_was_changed_in_words() throws Exception {
        places.county(COUNTY);
        var shop = shops.at(TOWN).named("德安面馆").saved();
        subjects.change(given.office(COUNTY), shop.id(), Map.of(SubjectField.NAME, "德安老面馆"), "更名");

        var page = page(auditor(), "/audit?object=" + shop.id());

        assertThat(page).contains("变更主体", "登记主体", "<del>德安面馆</del>", "<ins>德安老面馆</ins>", "食安办 " + COUNTY);
        assertThat(page(auditor(), "/audit?act=subject.changed&object=" + shop.id())).contains("变更主体").doesNotContain("<ins>德安面馆</ins>");
        assertThat(page(auditor(), "/audit?to=2026-01-01&object=" + shop.id())).contains("没有符合条件的记录");
    }

    @Test
    void a_list_of_things_is_told_in_words_too() throws Exception {
        places.county(COUNTY);
        var account = UUID.randomUUID();
        transactions.executeWithoutResult(_ -> audit.record(given.office(COUNTY), Change.made("account.created", "ACCOUNT", account, COUNTY,
            Map.of("by", "BROWSER", "roles", List.of(Map.of("role", "OFFICE"))))));

        var page = page(auditor(), "/audit?object=" + account);

        assertThat(page).contains("角色", "食安办", "网页").doesNotContain("BROWSER", "roles", "OFFICE");
    }

    @Test
    void what_is_filtered_goes_out_as_a_table() throws Exception {
        places.county(COUNTY);
        var shop = shops.at(TOWN).saved();

        var lines = page(auditor(), "/audit/export.csv?object=" + shop.id()).lines().toList();

        assertThat(lines.getFirst()).contains("操作人", "SM3");
        assertThat(lines).hasSizeGreaterThanOrEqualTo(2).anyMatch(line -> line.contains(shop.id().toString()));
    }

    @Test
    void nobody_else_reads_the_log() {
        for (var role : Role.values())
            if (role != Role.AUDITOR && role != Role.SYSTEM)
                for (var path : new String[] {"/audit", "/audit/export.xlsx"})
                    assertThat(mvc.get().uri(path).with(signedIn(given.at(role, COUNTY)))).as("%s as %s", path, role).hasStatus(403);
    }

    private Scope auditor() {
        return given.at(Role.AUDITOR, COUNTY);
    }

    private String page(Scope scope, String address) throws Exception {
        var answer = mvc.get().uri(address).with(signedIn(scope)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
