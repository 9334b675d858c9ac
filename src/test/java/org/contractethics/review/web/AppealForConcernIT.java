package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.form;

import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.ConcernHands;
import org.contractethics.review.web.BegunReviews.Begun;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An appeal by the ombuds is for an open concern about this contract, and tells the account owner nothing of it (H13). */
@IntegrationTest
class AppealForConcernIT {

    private static final String REASONS = "Families wrote that they are traced.";

    private final MockMvcTester mvc;
    private final BegunReviews begun;

    @Autowired
    AppealForConcernIT(MockMvcTester mvc, BegunReviews begun) {
        this.mvc = mvc;
        this.begun = begun;
    }

    @Test
    void the_account_owner_learns_that_there_is_an_appeal_and_not_that_there_is_a_concern() throws Exception {
        Begun decided = decided();
        String elsewhere = filed(begun.upToTheVote(mvc).contract().toString());
        assertThat(appeal(decided, elsewhere))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("open concern about this contract", REASONS);

        String about = filed(decided.contract().toString());
        assertThat(appeal(decided, about)).hasStatus3xxRedirection();

        assertThat(decided.hands().casePage("tom.lindqvist"))
                .contains("An appeal waits for the board committee")
                .doesNotContain(REASONS, "Olga Petrova", "Ombuds");
        assertThat(decided.hands().casePage("dana.whitfield")).contains(REASONS, "Olga Petrova");
    }

    private Begun decided() throws Exception {
        Begun review = begun.upToTheVote(mvc);
        begun.voteAndClose(review.review());
        begun.workOff(review.review(), "decision", "ruth.castillo", ReviewSteps.decision());
        return review;
    }

    private String filed(String contract) {
        String id = UUID.randomUUID().toString();
        ConcernHands.sent(
                new ConcernHands(mvc).post("/concerns", "erin.walsh", form(id, Map.of("contract", contract))));
        return id;
    }

    private static MvcTestResult appeal(Begun review, String concern) {
        return review.hands()
                .post(
                        "olga.petrova",
                        "/reviews/" + review.review() + "/appeal",
                        Map.of("reasons", REASONS, "concern", concern));
    }
}
