package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.ConcernHands;
import org.contractethics.concern.Concerns;
import org.contractethics.concern.DayOfFiling;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMeasures;
import org.contractethics.shared.ConcernMeasures.Measure;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The table of routing acts by itself when a concern becomes known; the decision and the signature wait for its answer. */
@IntegrationTest
class ConcernActsOnContractIT {

    private static final Map<String, String> ANSWER = Map.of(
            "cause", "NOTHING_WRONG",
            "considered", "The documents.",
            "decision", "To ask for safeguards.",
            "article", "ICCPR art. 17",
            "effect", "A condition is added.",
            "appeal", "To the board committee.");

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final ConcernMeasures measures;
    private final Concerns concerns;
    private final ContractRegister contracts;
    private final JdbcClient database;
    private final ConcernHands filing;
    private final String id = UUID.randomUUID().toString();

    @Autowired
    ConcernActsOnContractIT(
            MockMvcTester mvc,
            BegunReviews begun,
            ConcernMeasures measures,
            Concerns concerns,
            ContractRegister contracts,
            JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.measures = measures;
        this.concerns = concerns;
        this.contracts = contracts;
        this.database = database;
        this.filing = new ConcernHands(mvc);
    }

    @Test
    void imminent_harm_holds_the_signature_until_the_reasoned_answer_and_the_decision_answers_it_first()
            throws Exception {
        Begun review = begun.upToTheVote(mvc);
        sent(filing.post(
                "/concerns",
                "erin.walsh",
                form(
                        id,
                        Map.of(
                                "topic",
                                "IMMINENT_HARM",
                                "contract",
                                review.contract().toString()))));
        assertThat(measures.of(new ConcernId(UUID.fromString(id))))
                .as("nothing happens in the hour of the filing")
                .isEmpty();
        DayOfFiling.ends(database, id);
        concerns.announce();

        assertThat(measures.of(new ConcernId(UUID.fromString(id))))
                .singleElement()
                .satisfies(taken -> assertThat(taken.measure()).isEqualTo(Measure.HOLD));
        begun.voteAndClose(review.review());
        review.hands().claim("ruth.castillo");
        String decision = "/reviews/" + review.review() + "/stages/decision";
        assertThat(review.hands().post("ruth.castillo", decision, ReviewSteps.decision()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Answer the open concern about");
        Map<String, Object> whole = new LinkedHashMap<>(ReviewSteps.decision());
        whole.put("concern-" + id, "Its use for removal is excluded by a condition.");
        review.hands().send(review.review(), "decision", "ruth.castillo", whole);

        review.hands().claim("leo.brandt");
        String gate = "/reviews/" + review.review() + "/stages/signature-gate";
        Map<String, Object> signed = review.hands().executed(review.review(), "leo.brandt");
        assertThat(review.hands().post("leo.brandt", gate, signed)).hasStatus(HttpStatus.CONFLICT);
        sent(filing.post("/concerns/" + id + "/acknowledge", "olga.petrova", Map.of()));
        sent(filing.post("/concerns/" + id + "/answer", "olga.petrova", ANSWER));
        assertThat(review.hands().post("leo.brandt", gate, signed)).hasStatus3xxRedirection();
        assertThat(contracts.get(review.contract()).state()).isEqualTo(ContractState.SIGNED);
        assertThat(filing.get("/concerns/" + id, "erin.walsh"))
                .bodyText()
                .contains("The signature is held", "The concern was answered with reasons.");
    }

    @Test
    void whoever_handles_it_acts_by_hand_with_a_reason_and_nobody_else_does() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", false);
        sent(filing.post(
                "/concerns",
                "erin.walsh",
                form(id, Map.of("topic", "END_USE", "contract", signed.contract.toString()))));
        String acts = "/concerns/" + id + "/measures";
        Map<String, String> reopen = Map.of(
                "measure", "REOPEN", "measure-because", "The harm that is described was not known to the panel.");

        assertThat(filing.post(acts, "erin.walsh", reopen)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(filing.post(acts, "george.tan", reopen)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(filing.post(acts, "olga.petrova", Map.of("measure", "REOPEN", "measure-because", "ok")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("30 to 2,000 characters");
        sent(filing.post(acts, "olga.petrova", reopen));

        assertThat(contracts.get(signed.contract).state()).isEqualTo(ContractState.IN_REVIEW);
        assertThat(filing.post(acts, "olga.petrova", reopen)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        sent(filing.post(
                acts,
                "olga.petrova",
                Map.of("measure", "HOLD", "measure-because", "Nothing should be signed before this is clear.")));
        sent(filing.post(
                "/concerns/" + id + "/release",
                "olga.petrova",
                Map.of("release-because", "The review that was opened again answers it.")));
        assertThat(measures.about(signed.contract)).noneMatch(ConcernMeasures.Taken::stands);
        assertThat(signed.hands.casePage("tom.lindqvist")).doesNotContain("Held and asked for");
    }
}
