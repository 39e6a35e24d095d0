package io.liangze.imports;

import static io.liangze.Given.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.liangze.Given;
import io.liangze.LiangzeTest;
import io.liangze.region.GivenPlaces;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LiangzeTest
class ImportPagesTest {

    private static final String COUNTY = "360924000000";

    @Autowired MockMvcTester mvc;
    @Autowired Given given;
    @Autowired GivenPlaces places;
    @Autowired GivenImports imports;

    private Scope office;

    @BeforeEach
    void the_county_is_there() {
        places.county(COUNTY);
        office = given.office(COUNTY);
    }

    @Test
    void a_file_is_tried_looked_at_and_then_written() {
        var sent = upload("code,备注,name,level,parent_code\n360924701000,,新乡,4,%s\n36092470,,短,4,%s\n".formatted(COUNTY, COUNTY));

        assertThat(sent).hasStatus(303);
        var page = String.valueOf(sent.getResponse().getRedirectedUrl());
        imports.ended(office, UUID.fromString(page.substring("/imports/".length())));
        assertThat(get(office, page)).hasStatusOk().bodyText().contains("核对变化", "不合格的行", "36092470", "代码应为 12 位数字。");
        assertThat(get(office, page + "?show=CREATED")).bodyText().contains("将要新增", "新乡");
        assertThat(get(office, page + "?show=WARNED")).bodyText().contains("备注");
        var written = mvc.post().uri(page + "/apply").with(signedIn(office)).with(SecurityMockMvcRequestPostProcessors.csrf()).exchange();
        assertThat(written).hasStatus(303);
        var end = String.valueOf(written.getResponse().getRedirectedUrl());
        imports.ended(office, UUID.fromString(end.substring("/imports/".length())));
        assertThat(get(office, end)).bodyText().contains("已经写入");
    }

    @Test
    void a_bad_file_is_refused_beside_the_field() {
        assertThat(upload("code,name\n")).hasStatus(422).bodyText().contains("表头缺少必需的列");
    }

    @Test
    void the_page_offers_what_may_be_imported_and_its_templates() {
        assertThat(get(office, "/imports")).hasStatusOk().bodyText().contains("/api/v1/imports/officials/template", "drop-file");
        assertThat(get(given.at(Role.LEADER, COUNTY), "/imports")).hasStatus(403);
    }

    private MvcTestResult upload(String csv) {
        return mvc.post().uri("/imports").multipart()
            .file(new MockMultipartFile("file", "区划.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
            .param("kind", "regions").with(signedIn(office)).with(SecurityMockMvcRequestPostProcessors.csrf()).exchange();
    }

    private MvcTestResult get(Scope scope, String path) {
        return mvc.get().uri(path).with(signedIn(scope)).exchange();
    }
}
