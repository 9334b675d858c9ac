package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.UntouchedReasons;
import org.contractethics.contract.ContractRegister;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.HumanRight;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A right that the contract brings to mind is not put aside without a reason, by form and by API. */
@IntegrationTest
class UntouchedRightsIT {

    private static final String HELEN = "helen.okafor";

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final ContractRegister contracts;
    private final JdbcClient database;
    private final Policy policy;
    private final ApiCalls api;

    @Autowired
    UntouchedRightsIT(
            MockMvcTester mvc,
            BegunReviews begun,
            ContractRegister contracts,
            JdbcClient database,
            Policy policy,
            Environment settings) {
        this.mvc = mvc;
        this.begun = begun;
        this.contracts = contracts;
        this.database = database;
        this.policy = policy;
        this.api = new ApiCalls(settings);
    }

    @Test
    void the_form_leaves_such_rights_open_and_keeps_what_was_typed_where_it_refuses() throws Exception {
        Begun assessing = inAssessment();
        ReviewHands hands = assessing.hands();
        hands.claim(HELEN);
        String form = "/reviews/" + assessing.review() + "/stages/assessment";
        String right = broughtToMind(assessing.contract()).get(0);
        Map<String, String> marks = new LinkedHashMap<>(Map.of("R05", "yes", "then", "rest", "seen", "0"));

        assertThat(hands.post(HELEN, form + "/marks", marks)).hasStatus3xxRedirection();
        assertThat(marked(assessing)).as("left open").doesNotContain("\"" + right + "\"");

        marks.putAll(
                Map.of(right, "no", "then", "check", "untouched-because-" + right, "No, no, no, no, no, no, no, no."));
        marks.put(
                "seen",
                ReviewHands.hidden(hands.page(HELEN, form))
                        .getOrDefault("seen", List.of("0"))
                        .get(0));
        assertThat(hands.post(HELEN, form + "/marks", marks))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(right, "is brought to mind by: ", "Say in words", "No, no, no, no, no, no, no, no.");
        assertThat(hands.post(HELEN, form, Map.of("checked", "marks:2"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(assessments(assessing)).isZero();
    }

    @Test
    void programs_are_refused_with_the_place_of_each_reason_that_is_missing() throws Exception {
        Begun assessing = inAssessment();
        ReviewByApi review = ReviewByApi.of(api, assessing, database, policy);
        review.claim("assessment", HELEN);
        review.declare("assessment", HELEN);
        review.done(HELEN, "consultations", ReviewByApi.consultation());
        List<String> rights = broughtToMind(assessing.contract());
        Map<String, Object> assessment = new HashMap<>(review.assessment());
        Map<String, String> reasons = new HashMap<>(UntouchedReasons.of(policy));
        reasons.keySet().removeAll(rights);
        assessment.put("untouchedBecause", reasons);

        Answer refused = review.send(HELEN, "stages/assessment", assessment);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.body().path("fields").findValuesAsString("field"))
                .containsExactlyInAnyOrderElementsOf(rights.stream()
                        .map(right -> "untouchedBecause[" + right + "]")
                        .toList());
        assertThat(assessments(assessing)).isZero();
        review.done(HELEN, "stages/assessment", review.assessment());
        assertThat(assessments(assessing)).isOne();
    }

    private Begun inAssessment() throws Exception {
        Begun begins = begun.submitted(mvc);
        begun.workOff(begins.review(), "document-check", "priya.raman", ReviewSteps.documents());
        begun.workOff(begins.review(), "legal-stop", "leo.brandt", ReviewSteps.legal());
        begun.workOff(begins.review(), "triage", "tariq.osman", ReviewSteps.triage());
        begun.workOff(begins.review(), "research", "dana.whitfield", ReviewSteps.research());
        return begins;
    }

    /** All but the one that is marked as touched. */
    private List<String> broughtToMind(ContractId contract) {
        List<String> capabilities = List.copyOf(contracts.get(contract).capabilities());
        List<String> rights = policy.rights().stream()
                .filter(right -> right.triggers().stream().anyMatch(capabilities::contains))
                .map(HumanRight::code)
                .filter(code -> !code.equals("R05"))
                .collect(Collectors.toList());
        assertThat(rights).isNotEmpty();
        return rights;
    }

    private String marked(Begun assessing) {
        return api.get(HELEN, "/api/reviews/" + assessing.review() + "/stages/assessment/draft/marks")
                .body()
                .path("rights")
                .toString();
    }

    private long assessments(Begun assessing) {
        return database.sql("select count(*) from review.assessment where review_id = :id")
                .param("id", assessing.review().value())
                .query(Long.class)
                .single();
    }
}
