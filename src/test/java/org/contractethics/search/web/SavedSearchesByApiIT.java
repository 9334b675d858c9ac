package org.contractethics.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Saved searches by calls of the API: theirs who save them, until they share them. */
@IntegrationTest
class SavedSearchesByApiIT {

    private static final String SAVED = "/api/search/saved";
    private static final String OWNER = "priya.raman";
    private static final String OTHER = "leo.brandt";

    private final ApiCalls api;
    private final String name = "Audit " + UUID.randomUUID();

    @Autowired
    SavedSearchesByApiIT(Environment settings) {
        this.api = new ApiCalls(settings);
    }

    @Test
    void a_search_is_saved_alerted_shared_copied_and_deleted_by_its_owner_alone() {
        String path = saved();
        assertThat(api.get(OTHER, path).status()).isEqualTo(404);
        assertThat(api.get(OWNER, path).body().path("query").asString()).contains("q=audit", "tier=T3");

        assertThat(call(OWNER, "PUT", path + "/alert", Map.of("alert", "ON")).status())
                .isEqualTo(428);
        String seen = api.get(OWNER, path).tag();
        Answer alerted = call(OWNER, "PUT", path + "/alert", Map.of("alert", "ON"), "If-Match", seen);
        assertThat(alerted.body().path("alert").asString())
                .as(alerted.toString())
                .isEqualTo("ON");
        assertThat(call(OWNER, "PUT", path + "/alert", Map.of("alert", "NONE"), "If-Match", seen)
                        .status())
                .isEqualTo(412);

        JsonNode shares = api.post(OWNER, path + "/shares", Map.of("person", OTHER))
                .body()
                .path("shares");
        assertThat(shares.findValuesAsString("person")).containsExactly(OTHER);
        JsonNode shared = api.get(OTHER, path).body();
        assertThat(shared.path("shares")).isEmpty();
        assertThat(shared.path("alert").asString()).isEqualTo("NONE");
        assertThat(call(OTHER, "PUT", path + "/alert", Map.of("alert", "ON"), "If-Match", "*")
                        .status())
                .as("it is not theirs")
                .isEqualTo(404);
        Answer copy = api.post(OTHER, path + "/copy", null);
        assertThat(copy.status()).as(copy.toString()).isEqualTo(201);

        String share = shares.get(0).path("id").asString();
        assertThat(call(OTHER, "DELETE", path + "/shares/" + share, null).status())
                .isEqualTo(404);
        assertThat(call(OWNER, "DELETE", path + "/shares/" + share, null).status())
                .isEqualTo(204);
        assertThat(api.get(OTHER, path).status()).isEqualTo(404);
        assertThat(call(OTHER, "DELETE", path, null).status()).isEqualTo(404);
        assertThat(call(OWNER, "DELETE", path, null).status()).isEqualTo(204);
        assertThat(api.get(OWNER, path).status()).isEqualTo(404);
        assertThat(call(OTHER, "DELETE", location(copy), null).status()).isEqualTo(204);
    }

    @Test
    void a_search_without_a_free_name_or_for_nothing_or_with_what_the_search_does_not_know_is_refused() {
        String path = saved();
        try {
            for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                    Map.of("name", name, "parameters", Map.of("q", List.of("audit"))),
                    Map.of("name", "Nothing " + name),
                    Map.of("parameters", Map.of("q", List.of("audit"))),
                    Map.of("name", "Tiers " + name, "parameters", Map.of("tiers", List.of("T3"))))) {
                assertThat(api.post(OWNER, SAVED, wrong).status())
                        .as(wrong.toString())
                        .isEqualTo(422);
            }
            assertThat(api.post(OWNER, path + "/shares", Map.of()).status()).isEqualTo(422);
            assertThat(api.post(OWNER, path + "/shares", Map.of("role", "LEADERSHIP"))
                            .status())
                    .isEqualTo(422);
            assertThat(api.post(OWNER, path + "/shares", Map.of("person", "no.body"))
                            .status())
                    .isEqualTo(422);
            assertThat(api.post(OWNER, path + "/shares", Map.of("person", OTHER, "role", "AUDITOR"))
                            .status())
                    .isEqualTo(422);
            assertThat(api.get("fatima.noor", SAVED).status())
                    .as("who does not search")
                    .isEqualTo(403);
        } finally {
            call(OWNER, "DELETE", path, null);
        }
    }

    private String saved() {
        Answer saved = api.post(
                OWNER, SAVED, Map.of("name", name, "parameters", Map.of("q", List.of("audit"), "tier", List.of("T3"))));
        assertThat(saved.status()).as(saved.toString()).isEqualTo(201);
        assertThat(api.get(OWNER, SAVED).body().path("own").findValuesAsString("name"))
                .contains(name);
        return location(saved);
    }

    private static String location(Answer answer) {
        return answer.raw().headers().firstValue("Location").orElseThrow();
    }

    private Answer call(String person, String method, String path, @Nullable Object body, String... headers) {
        List<String> all =
                new ArrayList<>(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        all.addAll(List.of(headers));
        return api.send(person, method, path, body, all);
    }
}
