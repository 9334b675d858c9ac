package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.review.web.SampledDecisions.Drawn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The second review of a decision of the audit sample, and the ruling on it, by calls of the API. */
@IntegrationTest
class SampleReviewByApiIT {

    private final MockMvcTester mvc;
    private final ApiCalls api;
    private final SampledDecisions sampled;

    @Autowired
    SampleReviewByApiIT(MockMvcTester mvc, Environment settings, SampledDecisions sampled) {
        this.mvc = mvc;
        this.api = new ApiCalls(settings);
        this.sampled = sampled;
    }

    @Test
    void programs_review_a_second_time_what_they_saw_and_a_difference_can_be_upheld() {
        Drawn drawn = sampled.drawn(mvc, "Opening hours " + UUID.randomUUID());
        String results = drawn.resource() + "/results";
        assertThat(api.post("leo.brandt", results, agreeing()).status()).isEqualTo(428);
        assertThat(api.change("leo.brandt", drawn.resource(), results, agreeing())
                        .status())
                .as("not claimed")
                .isEqualTo(409);
        assertThat(api.change("tom.lindqvist", drawn.resource(), results, agreeing())
                        .status())
                .isEqualTo(403);
        assertThat(api.post("leo.brandt", "/api/inbox/tasks/" + sampled.task(drawn) + "/claim", null)
                        .status())
                .isEqualTo(204);
        Answer unknown = api.change("leo.brandt", drawn.resource(), results, Map.of("rights", List.of("R99")));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body().path("fields").toString())
                .contains("\"field\":\"rights\"", "\"field\":\"knewFirst\"");

        Map<String, Object> stricter = new LinkedHashMap<>(agreeing());
        stricter.put("outcome", "CONDITIONAL");
        stricter.put("knewFirst", true);
        Answer given = api.change("leo.brandt", drawn.resource(), results, stricter);
        assertThat(given.status()).as(given.toString()).isEqualTo(200);
        assertThat(given.body().path("verdict").asString()).isEqualTo("STRICTER");
        assertThat(given.body().path("differs").asString()).isEqualTo("OUTCOME");
        assertThat(given.body().path("first").path("reasons").asString()).isEqualTo("Weighed against the safeguards.");

        String rulings = drawn.resource() + "/rulings";
        Map<String, Object> upheld =
                Map.of("choice", "UPHOLD", "rulingReasons", "The condition is in the terms already.");
        assertThat(api.change("leo.brandt", drawn.resource(), rulings, upheld).status())
                .isEqualTo(403);
        assertThat(api.post("ines.duarte", "/api/inbox/tasks/" + sampled.task(drawn) + "/claim", null)
                        .status())
                .isEqualTo(204);
        Answer ruled = api.change("ines.duarte", drawn.resource(), rulings, upheld);
        assertThat(ruled.status()).as(ruled.toString()).isEqualTo(200);
        assertThat(ruled.body().path("ruling").path("choice").asString()).isEqualTo("UPHOLD");
        assertThat(api.get("erin.walsh", drawn.resource()).status()).isEqualTo(404);
        assertThat(api.get("august.lund", "/api/contracts/" + drawn.contract().id() + "/sample-reviews")
                        .body())
                .hasSize(1);
    }

    @Test
    void programs_read_nothing_of_the_first_review_before_their_own_result() {
        Drawn drawn = sampled.drawn(mvc, "Opening hours " + UUID.randomUUID());
        String review = "/api/reviews/" + drawn.review();
        assertThat(api.post("leo.brandt", "/api/inbox/tasks/" + sampled.task(drawn) + "/claim", null)
                        .status())
                .isEqualTo(204);

        for (String path : List.of(review, review + "/questions")) {
            Answer kept = api.get("leo.brandt", path);
            assertThat(kept.status()).as(path).isEqualTo(403);
            assertThat(kept.body().toString()).contains("kept from you until you gave your own result");
        }

        Answer given = api.change("leo.brandt", drawn.resource(), drawn.resource() + "/results", agreeing());
        assertThat(given.status()).as(given.toString()).isEqualTo(200);
        assertThat(api.get("leo.brandt", review)
                        .body()
                        .at("/openedVotes/0/votes")
                        .isEmpty())
                .isFalse();
    }

    static Map<String, Object> agreeing() {
        return Map.of(
                "tier",
                "T1",
                "outcome",
                "APPROVE",
                "rights",
                List.of(),
                "reasons",
                "Opening hours touch nobody.",
                "knewFirst",
                false,
                "noConflict",
                true);
    }
}
