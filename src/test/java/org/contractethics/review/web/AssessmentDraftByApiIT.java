package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An assessment is drafted part by part by calls of the API, by who holds its task. */
@IntegrationTest
class AssessmentDraftByApiIT {

    private static final String HELEN = "helen.okafor";

    private final ApiCalls api;
    private final DocumentStories stories;
    private final JdbcClient database;
    private final Policy policy;

    @Autowired
    AssessmentDraftByApiIT(
            Environment settings,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            JdbcClient database,
            Policy policy) {
        this.api = new ApiCalls(settings);
        this.stories = new DocumentStories(registering, uploading, documents);
        this.database = database;
        this.policy = policy;
    }

    @Test
    void parts_of_a_draft_are_saved_on_what_was_seen_of_each() {
        ReviewByApi review = inAssessment();
        String marks = review.path() + "/stages/assessment/draft/marks";
        String right = review.path() + "/stages/assessment/draft/rights/R05";
        Map<String, Object> touched = Map.of("rights", Map.of("R05", true), "consultation", "Two associations.");
        assertThat(api.get(HELEN, marks).status())
                .as("before the task is claimed")
                .isEqualTo(409);
        review.claim("assessment", HELEN);
        review.declare("assessment", HELEN);

        String seen = api.get(HELEN, marks).tag();
        String seenRight = api.get(HELEN, right).tag();
        assertThat(put(HELEN, marks, touched).status()).isEqualTo(428);
        Answer saved = put(HELEN, marks, touched, "If-Match", seen);
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
        assertThat(saved.body().at("/rights/R05").asBoolean()).isTrue();
        assertThat(saved.body().at("/saved/by").asString()).isEqualTo(HELEN);
        assertThat(put(HELEN, marks, touched, "If-Match", seen).status())
                .as("saved elsewhere since")
                .isEqualTo(412);

        Answer described = put(HELEN, right, impact(), "If-Match", seenRight);
        assertThat(described.status()).as(described.toString()).isEqualTo(200);
        assertThat(described.body().at("/impact/scale/value").asInt()).isEqualTo(3);
        assertThat(api.get(HELEN, marks).body().path("described").toString()).isEqualTo("[\"R05\"]");
    }

    @Test
    void a_draft_is_for_its_holder_and_of_rights_of_the_catalogue() {
        ReviewByApi review = inAssessment();
        String draft = review.path() + "/stages/assessment/draft";
        review.claim("assessment", HELEN);
        review.declare("assessment", HELEN);

        assertThat(api.get("dana.whitfield", draft + "/marks").status())
                .as("a reviewer without the task")
                .isEqualTo(409);
        assertThat(api.get("tom.lindqvist", draft + "/marks").status()).isEqualTo(403);
        assertThat(api.get(HELEN, draft + "/rights/R99").status()).isEqualTo(404);
        assertThat(put(HELEN, draft + "/marks", Map.of("rights", Map.of("R99", true)), "If-Match", "*")
                        .status())
                .isEqualTo(422);
        Map<String, Object> other = new HashMap<>(impact());
        other.put("right", "R06");
        assertThat(put(HELEN, draft + "/rights/R05", other, "If-Match", "*").status())
                .isEqualTo(422);
        Answer wordy = put(HELEN, draft + "/rights/R05", Map.of("affected", "x".repeat(50_000)), "If-Match", "*");
        assertThat(wordy.status()).isEqualTo(422);
        assertThat(wordy.body().path("fields").findValuesAsString("field")).contains("affected");
        assertThat(api.get(HELEN, "/api/reviews/" + UUID.randomUUID() + "/stages/assessment/draft/marks")
                        .status())
                .isEqualTo(404);
    }

    private ReviewByApi inAssessment() {
        ReviewByApi review = ReviewByApi.submitted(api, stories, database, policy);
        review.workOff("document-check", "priya.raman", review.documents());
        review.workOff("legal-stop", "leo.brandt", Map.of("result", "CLEAR", "reasons", "No embargo."));
        review.workOff("triage", "tariq.osman", ReviewByApi.triage());
        review.workOff("research", "dana.whitfield", ReviewByApi.research());
        return review;
    }

    private static Map<String, Object> impact() {
        return Map.of(
                "kind", "POTENTIAL",
                "affected", "Migrants at the border",
                "vulnerableGroups", "Children",
                "scale", 3,
                "scaleReason", "Detention of days",
                "likelihood", "POSSIBLE");
    }

    private Answer put(String person, String path, Object body, String... headers) {
        List<String> all =
                new ArrayList<>(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        all.addAll(List.of(headers));
        return api.send(person, "PUT", path, body, all);
    }
}
