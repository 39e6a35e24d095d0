package io.liangze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.liangze.shared.Scope;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody signed in asks, through all filters but not over the wire: {@code calls.get(office, "/tasks")}. As other
 * programs ask, with a token: {@link GivenHttp}.
 */
@Component
public class GivenCalls {

    private static final JsonMapper JSON = new JsonMapper();

    private final MockMvcTester mvc;

    GivenCalls(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    public MvcTestResult get(Scope scope, String address) {
        return mvc.get().uri(address).with(Given.signedIn(scope)).exchange();
    }

    /** A page that is there. */
    public String page(Scope scope, String address) {
        var answer = get(scope, address);
        assertThat(answer).as(address).hasStatusOk();
        return text(answer);
    }

    /** Sends JSON. */
    public MvcTestResult post(Scope scope, String path, String body) {
        return send(HttpMethod.POST, scope, path, "application/json", body);
    }

    public MvcTestResult post(Scope scope, String path, JsonNode body) {
        return post(scope, path, body.toString());
    }

    /** Sends a merge patch. */
    public MvcTestResult patch(Scope scope, String path, String body) {
        return send(HttpMethod.PATCH, scope, path, "application/merge-patch+json", body);
    }

    private MvcTestResult send(HttpMethod method, Scope scope, String path, String type, String body) {
        return mvc.method(method).uri(path).with(Given.signedIn(scope)).with(csrf()).contentType(type).content(body).exchange();
    }

    /** Submits a form. @param typed names, each with its value */
    public MvcTestResult submit(Scope scope, String path, String... typed) {
        var form = mvc.post().uri(path).with(Given.signedIn(scope)).with(csrf());
        for (int i = 0; i < typed.length; i += 2) form = form.param(typed[i], typed[i + 1]);
        return form.exchange();
    }

    public static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    public static JsonNode json(MvcTestResult answer) {
        return JSON.readTree(text(answer));
    }
}
