package io.liangze;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LiangzeTest
class ForOperatorsTest {

    @Autowired MockMvcTester mvc;
    @Autowired Given given;

    @Test
    void health_is_open_to_all() {
        assertThat(mvc.get().uri("/health/live")).hasStatusOk().bodyJson().extractingPath("status").isEqualTo("UP");
        assertThat(mvc.get().uri("/health/ready")).hasStatusOk().bodyJson().extractingPath("status").isEqualTo("UP");
    }

    @Test
    void figures_are_for_system_administrators() {
        assertThat(mvc.get().uri("/metrics")).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl("/sign-in?next=%2Fmetrics");
        assertThat(mvc.get().uri("/metrics").with(Given.signedIn(given.office("360121000000")))).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void the_description_of_the_api_is_open_and_names_its_paths() {
        assertThat(mvc.get().uri("/api/docs")).hasStatusOk().bodyJson()
            .extractingPath("info.title").isEqualTo("Liangze 两责");
        assertThat(mvc.get().uri("/api/docs/swagger-ui/index.html")).hasStatusOk();
    }
}
