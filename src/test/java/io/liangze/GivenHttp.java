package io.liangze;

import io.liangze.identity.AccountRole;
import io.liangze.identity.GivenAccounts;
import io.liangze.shared.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls over the wire, as other programs make them: from an address of their own, so that no limit hits another test. */
@Component
public class GivenHttp {

    private static final JsonMapper JSON = new JsonMapper();

    private final GivenAccounts accounts;
    private final Environment environment;
    private final HttpClient client;

    GivenHttp(GivenAccounts accounts, Environment environment) throws IOException {
        this.accounts = accounts;
        this.environment = environment;
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).localAddress(InetAddress.getByName("127.0.0.77")).build();
    }

    /** What came back. */
    public record Answer(int status, String type, String location, String text) {

        public JsonNode json() {
            return JSON.readTree(text);
        }

        public boolean isProblem() {
            return type.startsWith("application/problem+json") && json().path("code").asString("").contains(".");
        }

        /** Nothing of our own inner life. */
        public boolean isDiscreet() {
            return !text.contains("Exception") && !text.contains("\tat ") && !text.contains("io.liangze");
        }
    }

    /** Bearer tokens of all who have a part in the API, at one place. */
    public record Tokens(String office, String systemAdmin, String securityAdmin, String auditor) {

        /** Of whoever the call is for. */
        public String of(String path) {
            if (path.startsWith("/api/v1/audit")) return auditor;
            if (path.contains("/roles") || path.endsWith("/unlock")) return securityAdmin;
            return path.startsWith("/api/v1/accounts") ? systemAdmin : office;
        }
    }

    /** One account holds all roles that look after a place, three others administer. */
    public Tokens tokens(String place) {
        return new Tokens(
            bearer(AccountRole.at(Role.OFFICE, place), AccountRole.official(UUID.randomUUID(), place), AccountRole.at(Role.REGULATOR, place),
                AccountRole.at(Role.INSPECTOR, place), AccountRole.at(Role.LEADER, place)),
            bearer(AccountRole.everywhere(Role.SYSTEM_ADMIN)), bearer(AccountRole.everywhere(Role.SECURITY_ADMIN)),
            bearer(AccountRole.everywhere(Role.AUDITOR)));
    }

    public String bearer(AccountRole... roles) {
        return accounts.bearer(accounts.account(roles).id());
    }

    public Answer get(@Nullable String bearer, String path) {
        return send("GET", bearer, path, null, new byte[0]);
    }

    public Answer post(@Nullable String bearer, String path, String body) {
        return send("POST", bearer, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer send(String method, @Nullable String bearer, String path, @Nullable String type, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port") + path))
            .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (bearer != null) request.header("Authorization", bearer);
        if (type != null) request.header("Content-Type", type);
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), header(answer, "Content-Type"), header(answer, "Location"), answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + path, failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
