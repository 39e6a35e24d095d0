package io.liangze.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the product over HTTP, signed in. */
final class Web {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
        .executor(Executors.newVirtualThreadPerTaskExecutor()).connectTimeout(Duration.ofSeconds(10)).build();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String BOUNDARY = "liangze-bench-5f1d";

    private final String address;
    private final String token;

    Web(String address, String token) {
        this.address = address;
        this.token = token;
    }

    static Web signIn(Product product, String username) throws IOException, InterruptedException {
        var token = new Web(product.address, "").post("/api/v1/tokens", Map.of("username", username, "password", Product.PASSWORD));
        return new Web(product.address, token.path("token").asString());
    }

    Web as(String otherToken) {
        return new Web(address, otherToken);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(text(path));
    }

    /** The answer unread: for what a page costs, not what our reading of it does. */
    byte[] text(String path) throws IOException, InterruptedException {
        return taken(HTTP.send(request(path).build(), BodyHandlers.ofByteArray())).body();
    }

    InputStream stream(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).build(), BodyHandlers.ofInputStream()).body();
    }

    JsonNode post(String path, Object body) throws IOException, InterruptedException {
        var bytes = body instanceof byte[] ready ? ready : JSON.writeValueAsBytes(body);
        return JSON.readTree(taken(HTTP.send(request(path).header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(bytes)).build(), BodyHandlers.ofByteArray())).body());
    }

    /** Sends a file as a form does. */
    JsonNode send(String path, Path file) throws IOException, InterruptedException {
        return send(path, file.getFileName().toString(), BodyPublishers.ofFile(file));
    }

    JsonNode send(String path, String name, byte[] content) throws IOException, InterruptedException {
        return send(path, name, BodyPublishers.ofByteArray(content));
    }

    private JsonNode send(String path, String name, HttpRequest.BodyPublisher content) throws IOException, InterruptedException {
        var head = "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(BOUNDARY, name);
        var body = BodyPublishers.concat(BodyPublishers.ofString(head), content, BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        return JSON.readTree(taken(HTTP.send(request(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(body).build(), BodyHandlers.ofByteArray())).body());
    }

    /** Waits until a long action has ended, and gives it back. */
    JsonNode await(String path) throws IOException, InterruptedException {
        while (true) {
            var state = get(path);
            if (Set.of("DONE", "FAILED").contains(state.path("state").asString())) return state;
            Thread.sleep(100);
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE).header("Accept", "application/json, text/html, */*");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<byte[]> taken(HttpResponse<byte[]> response) {
        if (response.statusCode() < 300) return response;
        throw new IllegalStateException("%s %s: %d %s".formatted(response.request().method(), response.uri(), response.statusCode(),
            new String(response.body())));
    }
}
