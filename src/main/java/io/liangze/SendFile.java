package io.liangze;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./liangze import}: sends a file to a running server, follows the work and keeps what was rejected beside the file.
 * Ends with 0 if every row was taken, with 2 if some were rejected, with 1 if nothing could be done.
 */
final class SendFile {

    private static final Set<String> KINDS = Set.of("subjects", "officials", "regions");
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final JsonMapper json = JsonMapper.shared();
    private final String server;
    private String token = "";

    private SendFile(String server) {
        this.server = server.replaceFirst("/+$", "");
    }

    public static void main(String[] args) throws InterruptedException {
        try {
            System.exit(new SendFile(option(args, "server", "LIANGZE_SERVER", "http://127.0.0.1:" + port()))
                .send(Path.of(args[0]), option(args, "kind", "LIANGZE_KIND", ""),
                    option(args, "user", "LIANGZE_USER", "admin"), password()));
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
        } catch (IOException e) {
            System.err.println("The server cannot be reached: " + e);
        }
        System.exit(1);
    }

    private int send(Path file, String kind, String user, String password) throws IOException, InterruptedException {
        if (!KINDS.contains(kind)) throw new Failure("--kind must be one of " + String.join(", ", KINDS));
        if (!Files.isReadable(file)) throw new Failure("No such file: " + file);
        token = post("/api/v1/tokens", BodyPublishers.ofString(json.writeValueAsString(
            Map.of("username", user, "password", password))), "application/json").path("token").asString();
        var id = post("/api/v1/imports/" + kind, multipart(file), "multipart/form-data; boundary=" + BOUNDARY).path("id").asString();
        var done = follow("/api/v1/imports/" + id);
        System.out.printf("%s: %d read, %d created, %d updated, %d unchanged, %d rejected%n", done.path("state").asString(),
            done.path("read").asLong(), done.path("created").asLong(), done.path("updated").asLong(),
            done.path("unchanged").asLong(), done.path("rejected").asLong());
        if (done.path("state").asString().equals("FAILED")) throw new Failure(done.path("error").asString());
        return done.path("rejected").asLong() == 0 ? 0 : keepRejects(file, "/api/v1/imports/" + id + "/rejects");
    }

    private JsonNode follow(String path) throws IOException, InterruptedException {
        while (true) {
            var state = answer(http.send(request(path).build(), BodyHandlers.ofString()));
            if (Set.of("DONE", "FAILED").contains(state.path("state").asString())) return state;
            System.out.printf("  %d rows read …%n", state.path("read").asLong());
            Thread.sleep(PAUSE);
        }
    }

    private int keepRejects(Path file, String path) throws IOException, InterruptedException {
        var name = file.getFileName().toString();
        var dot = name.lastIndexOf('.');
        var rejects = file.resolveSibling(dot < 0 ? name + ".rejects" : name.substring(0, dot) + ".rejects" + name.substring(dot));
        http.send(request(path).build(), BodyHandlers.ofFile(rejects));
        System.out.println("Rejected rows, each with its reason: " + rejects);
        return 2;
    }

    private static final String BOUNDARY = "liangze-7f3c1a90d2";

    private static HttpRequest.BodyPublisher multipart(Path file) throws IOException {
        var head = "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return BodyPublishers.concat(BodyPublishers.ofString(head.formatted(BOUNDARY, file.getFileName().toString().replace("\"", "_"))),
            BodyPublishers.ofFile(file), BodyPublishers.ofString("\r\n--%s--\r\n".formatted(BOUNDARY)));
    }

    private JsonNode post(String path, HttpRequest.BodyPublisher body, String type) throws IOException, InterruptedException {
        return answer(http.send(request(path).POST(body).header("Content-Type", type).build(), BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(server + path)).timeout(Duration.ofMinutes(10))
            .header("Accept", "application/json, application/problem+json").header("Accept-Language", "zh-CN");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode answer(HttpResponse<String> response) {
        var body = response.body().startsWith("{") ? json.readTree(response.body()) : json.createObjectNode();
        if (response.statusCode() < 300) return body;
        throw new Failure("%d %s".formatted(response.statusCode(), body.path("detail").asString()));
    }

    private static String option(String[] args, String name, String variable, String otherwise) {
        var values = new HashMap<String, String>();
        for (int i = 1; i + 1 < args.length; i++) values.put(args[i], args[i + 1]);
        for (var arg : args) if (arg.startsWith("--" + name + "=")) return arg.substring(name.length() + 3);
        var given = values.getOrDefault("--" + name, System.getenv(variable));
        return given == null || given.isBlank() ? otherwise : given;
    }

    private static String port() {
        return Objects.requireNonNullElse(System.getenv("LIANGZE_PORT"), "8080");
    }

    private static String password() {
        var given = System.getenv("LIANGZE_PASSWORD");
        if (given != null) return given;
        if (System.console() == null) throw new Failure("The password is missing: LIANGZE_PASSWORD");
        return new String(System.console().readPassword("Password: "));
    }

    /** Told to the person in one line. */
    private static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Failure(String words) {
            super(words);
        }
    }
}
