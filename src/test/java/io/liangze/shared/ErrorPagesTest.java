package io.liangze.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

class ErrorPagesTest {

    private final MockMvcTester mvc = mvc();

    @Test
    void an_error_below_the_api_is_a_problem_with_its_code() {
        var answer = mvc.get().uri("/error").header("Accept-Language", "zh-CN")
            .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/nothing")
            .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 404).exchange();

        assertThat(answer).hasStatus(HttpStatus.NOT_FOUND).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("code").isEqualTo("path.absent");
        assertThat(answer).bodyJson().extractingPath("detail").isEqualTo("没有这个页面或地址。");
    }

    @Test
    void an_error_of_a_filter_is_a_page_with_a_number_to_ask_by() {
        var answer = mvc.get().uri("/error").requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/tasks")
            .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
            .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("tried by a test")).exchange();

        assertThat(answer).hasStatus(HttpStatus.INTERNAL_SERVER_ERROR).hasViewName("shared/refused");
        assertThat(answer).model().extractingByKey("refusal").isInstanceOfSatisfying(Refusal.class,
            refusal -> assertThat(refusal.more()).containsKey("id"));
        assertThat(answer).model().extractingByKey("screen").isInstanceOfSatisfying(Screen.class,
            screen -> assertThat(screen.path()).isEqualTo("/tasks"));
    }

    @Test
    void what_is_refused_to_htmx_comes_as_a_notice_and_leaves_the_page() {
        var answer = mvc.get().uri("/refusing").header("HX-Request", "true").header("HX-Target", "rows").exchange();

        assertThat(answer).hasStatus(HttpStatus.CONFLICT).hasViewName("shared/refusal").hasHeader("HX-Retarget", "#notice");
    }

    @Test
    void what_is_refused_to_a_browser_is_a_page() {
        assertThat(mvc.get().uri("/refusing").exchange()).hasStatus(HttpStatus.CONFLICT).hasViewName("shared/refused")
            .doesNotContainHeader("HX-Retarget");
    }

    @Controller
    static class Refusing {
        @GetMapping("/refusing")
        String refuse() {
            throw Refusal.conflict("something.over");
        }
    }

    private static MockMvcTester mvc() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/shared");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var nobody = new StaticListableBeanFactory(Map.of()).getBeanProvider(PlaceNames.class);
        var api = new RefusalAdvice(messages);
        var pages = new PageRefusals(new Screens(messages, Clock.systemUTC(), nobody), api);
        View blank = (model, request, response) -> { };
        return MockMvcTester.create(MockMvcBuilders
            .standaloneSetup(new ErrorPages(pages, api), new Refusing())
            .setControllerAdvice(List.of(pages).toArray())
            .setViewResolvers((name, locale) -> blank).build());
    }
}
