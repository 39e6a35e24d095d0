package io.liangze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;

/** Request lines that no client sends by mistake: written to the wire as they are. */
@LiangzeTest
class MalformedRequestsTest {

    @Value("${local.server.port}") int port;

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tasks/%00", "/api/v1/tasks/%2F", "/api/v1/tasks/%", "/api/v1/tasks/%zz"})
    void a_program_is_told_in_problem_json(String target) throws IOException {
        var answer = ask(target, "zh-CN");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "\"code\":\"input.unreadable\"");
        assertThat(answer).doesNotContainIgnoringCase("tomcat").doesNotContainIgnoringCase("apache").doesNotContain("<html", "Exception");
    }

    /** Where the line itself cannot be read, nobody knows what was asked for: that too is our page. */
    @ParameterizedTest
    @CsvSource({"/tasks/%00, zh-CN, 请求没有看懂", "/tasks/%00, en, was not understood", "/<tasks>, zh-CN, 请求没有看懂", "/api/v1/tasks?q={}, zh-CN, 请求没有看懂"})
    void a_person_sees_our_page(String target, String language, String word) throws IOException {
        var answer = ask(target, language);

        assertThat(answer).startsWith("HTTP/1.1 400").contains("text/html", "/web/app.css", word);
        assertThat(answer).doesNotContainIgnoringCase("tomcat").doesNotContainIgnoringCase("apache").doesNotContain("Exception");
    }

    private String ask(String target, String language) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write("GET %s HTTP/1.1\r\nHost: localhost\r\nAccept-Language: %s\r\nConnection: close\r\n\r\n"
                .formatted(target, language).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
