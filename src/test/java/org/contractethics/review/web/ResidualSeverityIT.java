package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** A critical harm that occurs is not talked down by one person: by page and by API. */
@IntegrationTest
class ResidualSeverityIT {

    private static final String REASONS = "The log of builds was read, and the feature is gone.";

    private final MockMvcTester mvc;
    private final ApiCalls api;
    private final DocumentStories stories;
    private final JdbcClient database;
    private final Policy policy;
    private ReviewByApi review;
    private ReviewHands hands;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    ResidualSeverityIT(
            MockMvcTester mvc,
            Environment settings,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            JdbcClient database,
            Policy policy) {
        this.mvc = mvc;
        this.api = new ApiCalls(settings);
        this.stories = new DocumentStories(registering, uploading, documents);
        this.database = database;
        this.policy = policy;
    }

    @BeforeEach
    void assessedAsCritical() {
        review = ReviewByApi.submitted(api, stories, database, policy);
        hands = new ReviewHands(mvc, review.contract);
        review.workOff("document-check", "priya.raman", review.documents());
        review.workOff("legal-stop", "leo.brandt", Map.of("result", "CLEAR", "reasons", "No embargo."));
        review.workOff("triage", "tariq.osman", ReviewByApi.triage());
        review.workOff("research", "dana.whitfield", ReviewByApi.research());
        review.done("helen.okafor", "consultations", ReviewByApi.consultation());
        review.workOff("assessment", "helen.okafor", critical());
        review.claim("mitigation", "leo.brandt");
    }

    @Test
    void a_harm_that_occurs_is_not_lowered_by_a_letter_and_what_was_typed_stays() throws Exception {
        Answer refused = review.send("leo.brandt", "stages/mitigation", mitigation("x", "RARE"));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(fields(refused))
                .contains(
                        "residuals[R05].likelihood",
                        "residuals[R05].scaleReason",
                        "residuals[R05].scopeReason",
                        "residuals[R05].irremediabilityReason",
                        "residuals[R05].likelihoodReason");
        assertThat(hands.post(
                        "leo.brandt",
                        "/reviews/" + review.review + "/stages/mitigation/check",
                        Map.of(
                                "measure-count", "1",
                                "measure-1-text", "x",
                                "measure-1-verification", "x",
                                "measure-1-rights", "R05",
                                "residual-R05-scale", "1",
                                "residual-R05-scale-reason", "because I say so",
                                "residual-R05-scale-measure", "1",
                                "residual-R05-likelihood", "RARE")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("because I say so", "A plan does not make it rare", "at least 30 characters, why the scale");
    }

    @Test
    void the_vote_is_about_the_assessed_severity_until_another_reviewer_countersigns() throws Exception {
        review.done(
                "leo.brandt",
                "stages/mitigation",
                mitigation("The feature is gone from the build, by measure 1", "LIKELY"));
        assertThat(allowed()).containsExactly("REJECT");
        assertThat(hands.casePage("dana.whitfield"))
                .contains("Countersign residual severity", "assessed critical and occurring, residual low and likely");
        assertThat(hands.post("dana.whitfield", page(), Map.of("agreed", "yes", "reasons", "fine", "seen", basis())))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("fine</textarea>", "at least 30 characters");
        assertThat(hands.post("dana.whitfield", page(), Map.of("agreed", "yes", "reasons", REASONS, "seen", "old")))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(hands.post("dana.whitfield", page(), Map.of("agreed", "yes", "reasons", REASONS, "seen", basis())))
                .hasStatus3xxRedirection();

        assertThat(allowed()).contains("APPROVE", "CONDITIONAL", "REJECT");
        assertThat(countersign("helen.okafor").status()).isEqualTo(409);
        Drawn member = review.panel().get(0);
        review.declare("vote", member.person());
        assertThat(hands.page(member.person(), "/reviews/" + review.review + "/stages/vote"))
                .contains("Assessed and residual severity", "By Dana Whitfield");
    }

    @Test
    void who_is_no_human_rights_reviewer_does_not_countersign_and_a_refusal_counts() {
        review.done(
                "leo.brandt",
                "stages/mitigation",
                mitigation("The feature is gone from the build, by measure 1", "LIKELY"));
        assertThat(countersign("leo.brandt").status()).isEqualTo(403);
        assertThat(countersign("priya.raman").status()).isEqualTo(403);
        assertThat(say("helen.okafor", false).status()).isEqualTo(204);

        assertThat(allowed()).containsExactly("REJECT");
        JsonNode told = api.get("august.lund", "/api" + page()).body();
        assertThat(countersign("dana.whitfield").status()).as(told.toString()).isEqualTo(409);
    }

    @Test
    void votes_cast_on_the_assessed_severity_keep_it() {
        review.done(
                "leo.brandt",
                "stages/mitigation",
                mitigation("The feature is gone from the build, by measure 1", "LIKELY"));
        Drawn first = review.panel().get(0);
        review.done(first.person(), "votes", ReviewByApi.vote(first, "REJECT"));

        Answer late = countersign("helen.okafor");
        assertThat(late.status()).as(late.toString()).isEqualTo(409);
        assertThat(allowed()).containsExactly("REJECT");
    }

    private String page() {
        return "/reviews/" + review.review + "/residual-severity";
    }

    private String basis() {
        return api.get("dana.whitfield", "/api" + page()).body().path("basis").asString();
    }

    private Answer countersign(String person) {
        return say(person, true);
    }

    private Answer say(String person, boolean agreed) {
        return review.send(
                person,
                "residual-severity/countersignature",
                Map.of("agreed", agreed, "reasons", REASONS, "seen", basis()));
    }

    private List<String> allowed() {
        List<String> allowed = new ArrayList<>();
        api.get("dana.whitfield", review.path())
                .body()
                .at("/vote/allowed")
                .forEach(outcome -> allowed.add(outcome.asString()));
        return allowed;
    }

    private static List<String> fields(Answer refused) {
        List<String> fields = new ArrayList<>();
        refused.body()
                .path("fields")
                .forEach(field -> fields.add(field.path("field").asString()));
        return fields;
    }

    private Map<String, Object> critical() {
        Map<String, Object> assessment = new HashMap<>(review.assessment());
        List<?> impacts = (List<?>) Objects.requireNonNull(assessment.get("impacts"));
        Map<String, Object> impact = new HashMap<>();
        ((Map<?, ?>) impacts.get(0)).forEach((name, value) -> impact.put(name.toString(), value));
        impact.putAll(Map.of(
                "kind",
                "ACTUAL",
                "scale",
                4,
                "scope",
                4,
                "irremediability",
                4,
                "likelihood",
                "OCCURRING",
                "involvement",
                "CONTRIBUTE"));
        assessment.put("impacts", List.of(impact));
        return assessment;
    }

    private Map<String, Object> mitigation(String reason, String likelihood) {
        Map<String, Object> mitigation = new HashMap<>(review.mitigation());
        Map<String, Object> residual = new HashMap<>(
                Map.of("right", "R05", "scale", 1, "scope", 1, "irremediability", 1, "likelihood", likelihood));
        for (String number : List.of("scale", "scope", "irremediability", "likelihood")) {
            residual.put(number + "Reason", reason.length() == 1 ? reason : reason + ", as its " + number + " shows");
            residual.put(number + "Measure", 1);
        }
        mitigation.put("residuals", List.of(residual));
        return mitigation;
    }
}
