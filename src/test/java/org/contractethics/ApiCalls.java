package org.contractethics;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of the API over HTTP, with tokens that Keycloak gave out to demonstration people. */
public final class ApiCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String ours;
    private final String tokens;

    public ApiCalls(Environment settings) {
        this.ours = settings.getRequiredProperty("contract-ethics.base-url");
        this.tokens = settings.getRequiredProperty("contract-ethics.keycloak.url")
                + "/realms/contract-ethics/protocol/openid-connect/token";
    }

    private record Token(String text, Instant until) {}

    /** What came back. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        public String tag() {
            return raw.headers().firstValue("ETag").orElse("");
        }

        public @Nullable String rule() {
            JsonNode rule = body.path("rule");
            return rule.isMissingNode() ? null : rule.asString();
        }

        /** For the message of a failed assertion. */
        @Override
        public String toString() {
            return status + " " + raw.body();
        }
    }

    public Answer get(String person, String path) {
        return send(person, "GET", path, null, List.of());
    }

    /** With a fresh key. */
    public Answer post(String person, String path, @Nullable Object body, String... headers) {
        DeclaredInterests.beforeSending(
                person, path, (review, stage) -> declare(person, "/api/reviews/" + review, stage));
        return postUndeclared(person, path, body, headers);
    }

    /**
     * Signs the declaration of interests of a review, as people do before its first task.
     *
     * @param review path of the review
     * @param stage empty for whoever adds to the review
     */
    public boolean declare(String person, String review, String stage) {
        return postUndeclared(
                                person,
                                review + "/declarations",
                                stage.isEmpty() ? Map.of("conflict", false) : Map.of("stage", stage, "conflict", false),
                                "If-Match",
                                get(person, review).tag())
                        .status()
                == 200;
    }

    /** Without a declaration of interests. */
    public Answer postUndeclared(String person, String path, @Nullable Object body, String... headers) {
        List<String> all =
                new ArrayList<>(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        all.addAll(List.of(headers));
        return send(person, "POST", path, body, all);
    }

    /** With a fresh key, after reading what it changes. */
    public Answer change(String person, String resource, String path, @Nullable Object body) {
        Answer seen = get(person, resource);
        return post(person, path, body, "If-Match", seen.tag().isEmpty() ? "\"none\"" : seen.tag());
    }

    public Answer send(String person, String method, String path, @Nullable Object body, List<String> headers) {
        BodyPublisher sent = body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
        List<String> all = new ArrayList<>(headers);
        if (body != null && !headers.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        return exchange(person, method, path, sent, all);
    }

    /** Adds a file in the field {@code file}, with a fresh key. */
    public Answer upload(String person, String path, String fileName, byte[] file) {
        return upload(person, path, Map.of(fileName, file));
    }

    /** Adds several in the field of that name, with a fresh key. */
    public Answer upload(String person, String path, Map<String, byte[]> files) {
        String boundary = UUID.randomUUID().toString();
        List<BodyPublisher> parts = new ArrayList<>();
        files.forEach((fileName, file) -> {
            parts.add(BodyPublishers.ofString(
                    "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                            .formatted(boundary, fileName)));
            parts.add(BodyPublishers.ofByteArray(file));
            parts.add(BodyPublishers.ofString("\r\n"));
        });
        parts.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return exchange(
                person,
                "POST",
                path,
                BodyPublishers.concat(parts.toArray(BodyPublisher[]::new)),
                List.of(
                        "Idempotency-Key",
                        UUID.randomUUID().toString(),
                        "Content-Type",
                        "multipart/form-data; boundary=" + boundary));
    }

    /** A file as it was uploaded. */
    public byte[] bytes(String person, String path) {
        HttpRequest request = Requests.to(URI.create(ours + path))
                .header("Authorization", "Bearer " + token(person))
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray()).body();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Answer exchange(String person, String method, String path, BodyPublisher body, List<String> headers) {
        HttpRequest.Builder request = Requests.to(URI.create(ours + path))
                .header("Authorization", "Bearer " + token(person))
                .method(method, body);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            boolean json =
                    answer.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(answer.statusCode(), JSON.readTree(json ? answer.body() : "{}"), answer);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Keycloak refuses somebody who signs in elsewhere at the same moment; a moment later it does not. */
    private String token(String person) {
        Token known = TOKENS.get(tokens + person);
        if (known != null && known.until().isAfter(Instant.now())) {
            return known.text();
        }
        String form = Map.of(
                        "grant_type", "password",
                        "client_id", "contract-ethics-script",
                        "username", person,
                        "password", "ethics-demo")
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = Requests.to(URI.create(tokens))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        String text = await().atMost(PATIENCE)
                .until(
                        () -> JSON.readTree(http.send(request, BodyHandlers.ofString())
                                        .body())
                                .path("access_token")
                                .asString(""),
                        token -> !token.isEmpty());
        TOKENS.put(tokens + person, new Token(text, Instant.now().plusSeconds(200)));
        return text;
    }
}
