package io.liangze.evidence;

import static io.liangze.GivenCalls.json;
import static io.liangze.GivenCalls.text;
import static io.liangze.evidence.Photo.aPhoto;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.liangze.Given;
import io.liangze.GivenCalls;
import io.liangze.LiangzeTest;
import io.liangze.shared.Scope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LiangzeTest
class EvidenceApiTest {

    @Autowired Given given;
    @Autowired MockMvcTester mvc;
    @Autowired GivenCalls calls;

    private Scope sender;

    @BeforeEach
    void somebody_signs_in() {
        sender = given.official(UUID.randomUUID(), "360121100000");
    }

    @Test
    void a_photo_is_sent_and_seen_again() throws IOException {
        var photo = aPhoto().claiming(6, "2026:11:20 09:30:00", 28.5, 115.9).jpeg();

        var sent = send("photo.exe", photo);
        assertThat(sent).hasStatus(HttpStatus.CREATED).bodyJson().extractingPath("$.type").isEqualTo("image/jpeg");
        assertThat(sent).bodyJson().extractingPath("$.bytes").isEqualTo(photo.length);

        var seen = calls.get(sender, "/api/v1/evidence/" + id(sent));
        assertThat(seen).hasStatusOk().hasContentType("image/jpeg")
            .hasHeader("X-Content-Type-Options", "nosniff")
            .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox")
            .hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=43200, private")
            .hasHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"%s.jpg\"".formatted(id(sent)));
        var picture = ImageIO.read(new ByteArrayInputStream(seen.getResponse().getContentAsByteArray()));
        assertThat(picture.getHeight()).isEqualTo(800);

        var small = calls.get(sender, "/evidence/%s/thumbnail".formatted(id(sent)));
        assertThat(small).hasStatusOk();
        assertThat(ImageIO.read(new ByteArrayInputStream(small.getResponse().getContentAsByteArray())).getHeight()).isEqualTo(320);
    }

    @Test
    void a_document_is_given_to_keep_and_never_opens_in_the_browser() {
        var sent = send("letter.pdf", "%PDF-1.7\n<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));

        var seen = calls.get(sender, "/evidence/" + id(sent));
        assertThat(seen).hasStatusOk().hasContentType("application/pdf")
            .hasHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.pdf\"".formatted(id(sent)))
            .hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(calls.get(sender, "/api/v1/evidence/%s/thumbnail".formatted(id(sent)))).hasStatus(HttpStatus.NOT_FOUND)
            .bodyJson().extractingPath("$.code").isEqualTo("thumbnail.absent");
    }

    @Test
    void what_is_not_taken_is_refused_in_words() {
        assertThat(send("page.jpg", "<html>".getBytes(StandardCharsets.US_ASCII))).hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
            .bodyJson().extractingPath("$.code").isEqualTo("evidence.type");
        assertThat(send("large.jpg", new byte[Depot.LARGEST + 1])).hasStatus(HttpStatus.CONTENT_TOO_LARGE)
            .bodyJson().extractingPath("$.code").isEqualTo("evidence.too-large");
        assertThat(mvc.post().uri("/api/v1/evidence").multipart().param("takenAt", "yesterday")
            .file("file", aPhoto().jpeg()).with(Given.signedIn(sender)).with(csrf()))
            .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyJson().extractingPath("$.errors[0].field").isEqualTo("takenAt");
        assertThat(mvc.post().uri("/api/v1/evidence").multipart().param("latitude", "28.5")
            .file("file", aPhoto().jpeg()).with(Given.signedIn(sender)).with(csrf()))
            .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyJson().extractingPath("$.errors[0].code").isEqualTo("evidence.place");
    }

    static Stream<Path> brokenPhotos() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/bad-input/images"))) {
            return files.sorted().toList().stream();
        }
    }

    /** A phone's photo may be odd within: it is evidence all the same, or is refused in words; what is shown tells nothing besides. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenPhotos")
    void a_photo_with_broken_claims_is_no_accident(Path photo) throws IOException {
        var sent = send(photo.getFileName().toString(), Files.readAllBytes(photo));

        if (sent.getResponse().getStatus() != 201) {
            assertThat(sent).hasStatus4xxClientError().bodyJson().extractingPath("$.code").asString().startsWith("evidence.");
            return;
        }
        for (var path : new String[] {"/api/v1/evidence/" + id(sent), "/api/v1/evidence/%s/thumbnail".formatted(id(sent))}) {
            var seen = calls.get(sender, path);
            assertThat(seen).hasStatusOk().hasContentType("image/jpeg");
            assertThat(seen.getResponse().getContentAsString(StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "http://ns.adobe.com");
        }
    }

    @Test
    void a_misspelt_field_or_a_file_of_another_name_is_named() {
        assertThat(mvc.post().uri("/api/v1/evidence").multipart().param("takenat", "2026-11-20T09:31:00+08:00")
            .file("file", aPhoto().jpeg()).with(Given.signedIn(sender)).with(csrf()))
            .hasStatus(HttpStatus.BAD_REQUEST).bodyJson().extractingPath("$.field").isEqualTo("takenat");
        assertThat(mvc.post().uri("/api/v1/evidence").multipart().file("photo", aPhoto().jpeg()).with(Given.signedIn(sender)).with(csrf()))
            .hasStatus(HttpStatus.BAD_REQUEST).bodyJson().extractingPath("$.field").isEqualTo("photo");
        assertThat(mvc.post().uri("/api/v1/evidence").multipart().with(Given.signedIn(sender)).with(csrf())).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void the_same_id_is_answered_as_the_first_time() {
        var id = UUID.randomUUID();

        var first = send(id, aPhoto().jpeg());
        var again = send(id, aPhoto().jpeg());

        assertThat(first).hasStatus(HttpStatus.CREATED).bodyJson().extractingPath("$.id").isEqualTo(id.toString());
        assertThat(again).hasStatus(HttpStatus.CREATED).bodyText().isEqualTo(text(first));
    }

    @Test
    void others_are_told_that_it_is_not_there() {
        var sent = send("photo.jpg", aPhoto().jpeg());
        var office = given.office("360121000000");

        assertThat(calls.get(office, "/api/v1/evidence/" + id(sent))).hasStatus(HttpStatus.NOT_FOUND)
            .bodyJson().extractingPath("$.code").isEqualTo("evidence.absent");
        assertThat(calls.get(sender, "/api/v1/evidence/" + UUID.randomUUID())).hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult send(String name, byte[] bytes) {
        return mvc.post().uri("/api/v1/evidence").multipart().file(new MockMultipartFile("file", name, "image/jpeg", bytes))
            .param("takenAt", "2026-11-20T09:31:00+08:00").with(Given.signedIn(sender)).with(csrf()).exchange();
    }

    private MvcTestResult send(UUID id, byte[] bytes) {
        return mvc.post().uri("/api/v1/evidence").multipart().file("file", bytes)
            .param("id", id.toString()).with(Given.signedIn(sender)).with(csrf()).exchange();
    }

    private static String id(MvcTestResult sent) {
        return json(sent).get("id").asString();
    }
}
