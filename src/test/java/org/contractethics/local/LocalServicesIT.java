package org.contractethics.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.contractethics.Requests;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The promises that everything else builds on: the servers behave like the ones of a production set-up. */
class LocalServicesIT {

    private static final String INDEX =
            """
            {"settings": {"number_of_replicas": 0, "analysis": {
               "filter": {
                 "owners": {"type": "stemmer", "language": "possessive_english"},
                 "names": {"type": "synonym_graph", "synonyms": ["ice, immigration customs enforcement"]}},
               "analyzer": {
                 "written": {"tokenizer": "standard", "filter": ["owners", "lowercase", "asciifolding", "porter_stem"]},
                 "asked": {"tokenizer": "standard", "filter": ["owners", "lowercase", "asciifolding", "names", "porter_stem"]}}}},
             "mappings": {"properties": {"text": {"type": "text", "analyzer": "written", "search_analyzer": "asked"}}}}
            """;

    private final LocalServices services = LocalServices.forPurpose(LocalServices.Purpose.TEST);
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void keeps_the_application_role_from_changing_tables() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                setting("spring.datasource.url"),
                setting("spring.datasource.username"),
                setting("spring.datasource.password"))) {
            assertThatThrownBy(() -> connection.createStatement().execute("create table public.own (id int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void analyses_text_as_a_full_cluster_does() throws Exception {
        String index = setting("contract-ethics.elasticsearch.url") + "/"
                + setting("contract-ethics.elasticsearch.index-prefix") + "-try-" + UUID.randomUUID();

        json("PUT", index, INDEX);
        json("POST", index + "/_doc?refresh=true", "{\"text\": \"Détention for Immigration Customs Enforcement\"}");

        assertThat(hits(index, "ice")).isEqualTo(1);
        assertThat(hits(index, "detentions")).isEqualTo(1);
        assertThat(hits(index, "border")).isZero();
    }

    @Test
    void gives_tokens_that_carry_roles_and_the_audience_of_the_api() throws Exception {
        JsonNode claims = claims(token("client_id=contract-ethics-script&grant_type=password&scope=openid"
                + "&username=dana.whitfield&password=" + DemonstrationPeople.PASSWORD));

        assertThat(claims.at("/preferred_username").asString()).isEqualTo("dana.whitfield");
        assertThat(claims.at("/aud").asString()).isEqualTo("contract-ethics-api");
        assertThat(claims.at("/realm_access/roles").toString()).contains("HR_REVIEWER", "EMPLOYEE");
    }

    @Test
    void lets_the_directory_account_read_people_and_their_roles() throws Exception {
        String token = token("client_id=contract-ethics-directory&grant_type=client_credentials&client_secret="
                + setting("contract-ethics.keycloak.directory-secret"));

        HttpResponse<String> people = http.send(
                Requests.to(URI.create(
                                services.keycloakUrl() + "/admin/realms/contract-ethics/roles/EMPLOYEE_PANELIST/users"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(JsonMapper.shared().readTree(people.body()).size()).isEqualTo(5);
    }

    private String setting(String name) {
        return services.settings().getOrDefault(name, "");
    }

    private long hits(String index, String words) throws Exception {
        return json("POST", index + "/_search", "{\"query\": {\"match\": {\"text\": \"" + words + "\"}}}")
                .at("/hits/total/value")
                .asLong();
    }

    private JsonNode json(String method, String url, String body) throws Exception {
        return send(method, url, "application/json", body);
    }

    private String token(String form) throws Exception {
        String url = services.keycloakUrl() + "/realms/contract-ethics/protocol/openid-connect/token";
        return send("POST", url, "application/x-www-form-urlencoded", form)
                .at("/access_token")
                .asString();
    }

    private JsonNode send(String method, String url, String type, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                Requests.to(URI.create(url))
                        .header("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static JsonNode claims(String token) {
        String payload = token.split("\\.", -1)[1];
        return JsonMapper.shared().readTree(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    @Test
    void points_the_application_at_the_servers() {
        Map<String, String> settings = services.settings();

        assertThat(settings.get("spring.datasource.url")).contains("localhost", "contract_ethics_");
        assertThat(settings.get("contract-ethics.keycloak.url")).isEqualTo(services.keycloakUrl());
    }
}
