package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.review.web.BegunReviews.Begun;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** Reviews whose signature gate Leo works on, and what he brings there. */
final class CopiesAtGate {

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final ApiCalls api;

    CopiesAtGate(MockMvcTester mvc, BegunReviews begun, ApiCalls api) {
        this.mvc = mvc;
        this.begun = begun;
        this.api = api;
    }

    static String form(Begun review) {
        return "/reviews/" + review.review() + "/stages/signature-gate";
    }

    Begun reached() throws Exception {
        return reached(begun.submitted(mvc));
    }

    Begun reached(Begun review) throws Exception {
        begun.upToTheVote(review.review());
        begun.voteAndClose(review.review());
        begun.workOff(review.review(), "decision", "ruth.castillo", ReviewSteps.decision());
        review.hands().claim("leo.brandt");
        begun.declare(review.review(), "signature-gate", "leo.brandt");
        return review;
    }

    /** The copy as the API tells of it once its text was read. */
    JsonNode brought(Begun review, String fileName, byte[] file) throws Exception {
        assertThat(review.hands().bring(review.review(), "leo.brandt", fileName, file))
                .hasStatus3xxRedirection();
        return read(review, fileName);
    }

    JsonNode read(Begun review, String fileName) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !copy(review, fileName).path("likeness").asString().equals("READING"));
        return copy(review, fileName);
    }

    JsonNode copies(Begun review) {
        return api.get("leo.brandt", "/api/reviews/" + review.review() + "/executed-copies")
                .body();
    }

    private JsonNode copy(Begun review, String fileName) {
        return copies(review)
                .path("copies")
                .valueStream()
                .filter(copy -> copy.path("fileName").asString().equals(fileName))
                .findFirst()
                .orElseThrow();
    }

    static String id(JsonNode copy) {
        return copy.path("id").asString();
    }

    Answer signing(Begun review, JsonNode copy) {
        return signing(review, ExecutedByApi.signed(List.of(id(copy))));
    }

    Answer signing(Begun review, Map<String, Object> body) {
        return api.change("leo.brandt", "/api/reviews/" + review.review(), "/api" + form(review), body);
    }

    static Map<String, Object> stated(List<String> copies) {
        Map<String, Object> fields = new HashMap<>(ReviewHands.signedToday());
        fields.put("same", "yes");
        fields.put("copies", copies);
        return fields;
    }

    static void refused(Answer answer, int status, String words) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body().path("reasons").toString()).contains(words);
    }
}
