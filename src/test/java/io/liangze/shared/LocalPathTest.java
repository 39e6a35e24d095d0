package io.liangze.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tasks", "/tasks?grade=A&q=%E7%8E%8B&after=360121", "/problems/0193-7d"})
    void a_path_of_ours_is_returned_to(String path) {
        assertThat(LocalPath.of(path, "/")).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "//evil.example", "/\\evil.example", "https://evil.example/", "javascript:alert(1)",
        "tasks", "/tasks\r\nSet-Cookie: a=b", "/\tx"})
    void nobody_is_sent_elsewhere(String path) {
        assertThat(LocalPath.of(path, "/")).isEqualTo("/");
    }
}
