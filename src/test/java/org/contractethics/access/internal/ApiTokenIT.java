package org.contractethics.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.contractethics.IntegrationTest;
import org.contractethics.Requests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.json.JsonMapper;

/** The API takes tokens of the real Keycloak that were made for it, and nothing else. */
@IntegrationTest
class ApiTokenIT {

    private static final String ROUTE = "/api/record/entries";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String ours;
    private final KeycloakProperties keycloak;
    private final JsonMapper json;

    @Autowired
    ApiTokenIT(@Value("${contract-ethics.base-url}") String ours, KeycloakProperties keycloak, JsonMapper json) {
        this.ours = ours;
        this.keycloak = keycloak;
        this.json = json;
    }

    @Test
    void a_token_for_the_api_with_the_right_role_passes() throws Exception {
        assertThat(call(tokenOf("august.lund")).statusCode()).isEqualTo(200);
    }

    @Test
    void another_role_is_refused_with_a_problem_document() throws Exception {
        HttpResponse<String> refused = call(tokenOf("erin.walsh"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void a_token_that_was_not_made_for_the_api_is_refused() throws Exception {
        String foreign = token(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                KeycloakProperties.DIRECTORY_CLIENT,
                "client_secret",
                keycloak.directorySecret()));

        HttpResponse<String> refused = call(foreign);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse("")).contains("aud claim");
    }

    @Test
    void nobody_and_rubbish_are_refused_with_a_problem_document() throws Exception {
        for (String token : new String[] {null, "rubbish", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."}) {
            HttpResponse<String> refused = call(token);

            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer");
            assertThat(refused.headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void a_session_of_the_pages_opens_nothing_in_the_api() throws Exception {
        Visitor visitor = new Visitor();
        visitor.signIn(visitor.get(ours + "/account"), "august.lund", "ethics-demo");

        assertThat(visitor.get(ours + ROUTE).statusCode()).isEqualTo(401);
    }

    @Test
    void an_address_that_does_not_exist_is_not_found() throws Exception {
        HttpRequest request = Requests.to(URI.create(ours + "/api/nothing-here"))
                .header("Authorization", "Bearer " + tokenOf("august.lund"))
                .build();

        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }

    @Test
    void programs_read_the_description_with_their_token() throws Exception {
        HttpResponse<String> description = call("/v3/api-docs", tokenOf("august.lund"));
        HttpResponse<String> refused = call("/v3/api-docs", "rubbish");

        assertThat(description.statusCode()).isEqualTo(200);
        assertThat(description.body()).contains("\"openapi\"");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(call("/v3/api-docs", null).statusCode())
                .as("people sign in on the pages")
                .isEqualTo(302);
    }

    private HttpResponse<String> call(@Nullable String token) throws IOException, InterruptedException {
        return call(ROUTE, token);
    }

    private HttpResponse<String> call(String route, @Nullable String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = Requests.to(URI.create(ours + route));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String tokenOf(String username) {
        return token(Map.of(
                "grant_type", "password",
                "client_id", "contract-ethics-script",
                "username", username,
                "password", "ethics-demo"));
    }

    private String token(Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = Requests.to(URI.create(keycloak.endpoint("token")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        // refused to somebody whom another process signs in at the same moment
        HttpResponse<String> answer = await("a token from Keycloak")
                .until(() -> http.send(request, BodyHandlers.ofString()), token -> token.statusCode() == 200);
        return json.readTree(answer.body()).path("access_token").asString();
    }
}
