package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.internal.letter.OpenLetters.NOAH;
import static org.contractethics.concern.internal.letter.OpenLetters.aLetter;

import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.internal.letter.OpeningLetters;
import org.contractethics.concern.internal.letter.SigningMode;
import org.contractethics.policy.Policy;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An open letter about the contract counts in its triage, whatever the officer answers (table 2.9, H16). */
@IntegrationTest
class LetterInTriageIT {

    private final MockMvcTester mvc;
    private final ApiCalls api;
    private final BegunReviews begun;
    private final OpeningLetters opening;
    private final JdbcClient database;
    private final Policy policy;

    @Autowired
    LetterInTriageIT(
            MockMvcTester mvc,
            Environment settings,
            BegunReviews begun,
            OpeningLetters opening,
            JdbcClient database,
            Policy policy) {
        this.mvc = mvc;
        this.api = new ApiCalls(settings);
        this.begun = begun;
        this.opening = opening;
        this.database = database;
        this.policy = policy;
    }

    @Test
    void a_form_that_denies_it_is_told_why_and_changes_nothing() throws Exception {
        Begun review = begun.submitted(mvc);
        ReviewHands hands = review.hands();
        begun.workOff(review.review(), "document-check", "priya.raman", ReviewSteps.documents());
        begun.workOff(review.review(), "legal-stop", "leo.brandt", ReviewSteps.legal());
        hands.claim("tariq.osman");
        String triage = "/reviews/" + review.review() + "/stages/triage";
        assertThat(hands.page("tariq.osman", triage)).doesNotContain("waits for an answer");

        open(review.contract());

        assertThat(hands.page("tariq.osman", triage)).contains("waits for an answer: it counts in any case");
        assertThat(hands.post("tariq.osman", triage + "/check", ReviewSteps.triage()))
                .bodyText()
                .contains("Yes, whatever was chosen: a collective letter about this contract waits for an answer.");
        hands.send(review.review(), "triage", "tariq.osman", ReviewSteps.triage());
        assertThat(weighed(review.review().toString())).isEqualTo("true");
    }

    @Test
    void a_gap_that_was_found_before_is_named_where_the_triage_denies_it() throws Exception {
        Begun review = begun.submitted(mvc);
        ReviewHands hands = review.hands();
        begun.workOff(review.review(), "document-check", "priya.raman", ReviewSteps.documents());
        begun.workOff(review.review(), "legal-stop", "leo.brandt", ReviewSteps.legal());
        hands.claim("tariq.osman");
        String triage = "/reviews/" + review.review() + "/stages/triage";

        assertThat(hands.page("tariq.osman", triage)).contains("which count", "in any case; checking this form names");
        assertThat(hands.post("tariq.osman", triage + "/check", ReviewSteps.triage()))
                .bodyText()
                .contains("Yes, whatever was chosen. ", "The document check says: Annex B is missing.");
        hands.send(review.review(), "triage", "tariq.osman", ReviewSteps.triage());
        assertThat(hands.casePage("tariq.osman")).contains("Counted although the triage denied it");
    }

    @Test
    void a_program_that_denies_it_changes_nothing() throws Exception {
        ReviewByApi review = ReviewByApi.of(api, begun.submitted(mvc), database, policy);
        review.workOff("document-check", "priya.raman", review.documents());
        review.workOff("legal-stop", "leo.brandt", Map.of("result", "CLEAR", "reasons", "No embargo."));
        open(review.contract);

        review.workOff("triage", "tariq.osman", ReviewByApi.triage());

        assertThat(weighed(review.review)).isEqualTo("true");
    }

    private void open(ContractId contract) {
        opening.open(aLetter(SigningMode.NAMED, "", contract), NOAH);
    }

    private String weighed(String review) {
        return database.sql(
                        """
                        select convert_from(body, 'UTF8')::jsonb #>> '{facts,inputs,collectiveConcern}' from record.entry
                        where convert_from(body, 'UTF8')::jsonb ->> 'kind' = 'triage-confirmed'
                          and position(:review in convert_from(body, 'UTF8')) > 0""")
                .param("review", review)
                .query(String.class)
                .single();
    }
}
