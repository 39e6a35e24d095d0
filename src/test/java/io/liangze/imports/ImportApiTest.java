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
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LiangzeTest
class ImportApiTest {

    private static final String COUNTY = "360922000000";

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
    void an_import_is_queued_and_then_told_of() throws Exception {
        var queued = send(office, "regions", "code,name,level,parent_code\n360922701000,新乡,4,%s\n".formatted(COUNTY), "false");

        assertThat(queued).hasStatus(202);
        var id = UUID.fromString(com.jayway.jsonpath.JsonPath.read(queued.getResponse().getContentAsString(), "$.id"));
        assertThat(queued).hasHeader("Location", "/api/v1/imports/" + id);
        imports.ended(office, id);
        var told = get(office, "/api/v1/imports/" + id);
        assertThat(told).bodyJson().extractingPath("$.state").isEqualTo("DONE");
        assertThat(told).bodyJson().extractingPath("$.kind").isEqualTo("regions");
        assertThat(told).bodyJson().extractingPath("$.read").isEqualTo(1);
        assertThat(told).bodyJson().extractingPath("$.created").isEqualTo(1);
        assertThat(told).bodyJson().extractingPath("$.error").isNull();
    }

    @Test
    void somebody_else_does_not_see_it_but_the_office_above_does() {
        var id = imports.done(office, "regions", "code,name,level,parent_code\n").id();

        assertThat(get(given.office("360921000000"), "/api/v1/imports/" + id)).hasStatus(404);
        assertThat(get(given.office("360900000000"), "/api/v1/imports/" + id)).hasStatusOk();
        assertThat(get(given.admin(), "/api/v1/imports/" + id + "/rejects")).hasStatusOk();
    }

    @Test
    void who_may_not_import_is_refused_and_an_unknown_kind_is_not_there() {
        assertThat(send(given.at(Role.LEADER, COUNTY), "regions", "code,name,level,parent_code\n", "false")).hasStatus(403);
        assertThat(send(office, "dragons", "code\n", "false")).hasStatus(404);
        assertThat(get(office, "/api/v1/imports/" + UUID.randomUUID())).hasStatus(404);
        assertThat(get(office, "/api/v1/imports/dragons/template")).hasStatus(404);
    }

    @Test
    void a_file_that_is_no_table_or_lacks_columns_is_refused_in_words() {
        var lacking = send(office, "regions", "code,name\n1,2\n", "false");
        var empty = send(office, "regions", "", "false");

        assertThat(lacking).hasStatus(422);
        assertThat(lacking).bodyJson().extractingPath("$.errors[0].message").asString().contains("level", "parent_code");
        assertThat(empty).hasStatus(422).bodyJson().extractingPath("$.errors[0].field").isEqualTo("file");
    }

    @Test
    void an_unknown_column_is_one_warning() {
        var status = imports.done(office, "regions", "code,备注,name,level,parent_code\n360922702000,无,新乡,4,%s\n".formatted(COUNTY));

        assertThat(status.warnings()).isEqualTo(1);
        assertThat(status.created()).isEqualTo(1);
        assertThat(imports.warnings(office, status.id())).contains("不认识的列“备注”");
    }

    @Test
    void a_workbook_is_answered_with_a_workbook() throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("区划");
            var rows = new Object[][] {{"code", "name", "level", "parent_code"}, {"360922703000", "新乡", "4", COUNTY}, {360922704000123456d, "数字", "4", COUNTY}};
            for (int r = 0; r < rows.length; r++)
                for (int c = 0; c < 4; c++)
                    if (rows[r][c] instanceof Double number) sheet.value(r, c, number);
                    else sheet.value(r, c, (String) rows[r][c]);
        }

        var status = imports.done(office, "regions", out.toByteArray(), false);

        assertThat(status.created()).isEqualTo(1);
        assertThat(status.rejected()).isEqualTo(1);
        var rejects = get(office, "/api/v1/imports/%s/rejects".formatted(status.id()));
        assertThat(rejects.getResponse().getContentType()).startsWith("application/vnd.openxmlformats");
        assertThat(rejects.getResponse().getContentAsByteArray()).startsWith('P', 'K');
    }

    @Test
    void a_trial_run_is_applied_once_it_has_ended() throws Exception {
        var trial = imports.trial(office, "regions", "code,name,level,parent_code\n360922705000,新乡,4,%s\n".formatted(COUNTY));

        var applied = imports.ended(office, imports.apply(office, trial.id()));

        assertThat(applied.created()).isEqualTo(1);
        assertThat(applied.dryRun()).isFalse();
        assertThat(applied.fileName()).isEqualTo(trial.fileName());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> imports.apply(office, trial.id())).hasMessage("import.not-now");
    }

    @Test
    void the_template_names_every_column_and_can_be_sent_back_empty() {
        var template = get(office, "/api/v1/imports/officials/template");

        assertThat(template).hasStatusOk();
        var sent = imports.done(office, "officials", template.getResponse().getContentAsByteArray(), false);
        assertThat(sent.read()).isZero();
        assertThat(sent.error()).isNull();
    }

    private MvcTestResult send(Scope scope, String kind, String csv, String dryRun) {
        return mvc.post().uri("/api/v1/imports/" + kind).multipart()
            .file(new MockMultipartFile("file", "表.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
            .param("dryRun", dryRun).with(signedIn(scope)).with(SecurityMockMvcRequestPostProcessors.csrf()).exchange();
    }

    private MvcTestResult get(Scope scope, String path) {
        return mvc.get().uri(path).with(signedIn(scope)).exchange();
    }
}
