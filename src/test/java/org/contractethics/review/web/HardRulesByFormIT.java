package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** No hard rule gives way to a form, whatever a browser sends: H1 to H7 and H9, each refusal naming its rule. */
@IntegrationTest
class HardRulesByFormIT {

    private static final String OTHER_DOCUMENTS = "The documents are not the ones that were decided on (H7).";

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final ContractRegister contracts;
    private final DocumentStories stories;
    private final JdbcClient database;

    @Autowired
    HardRulesByFormIT(
            MockMvcTester mvc,
            BegunReviews begun,
            ContractRegister contracts,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.contracts = contracts;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.database = database;
    }

    /** H3, H5 */
    @Test
    void every_rule_of_vote_decision_and_signature_refuses_by_its_name() throws Exception {
        Begun review = begun.upToTheVote(mvc);
        ReviewHands hands = review.hands();
        String stages = "/reviews/" + review.review() + "/stages/";
        List<Drawn> panel = hands.drawn(review.review());
        Drawn member = panel.get(0);

        refused(hands.post("leo.brandt", stages + "signature-gate", Map.of("same", "yes")), HttpStatus.CONFLICT, "H9");
        refused(hands.post("tom.lindqvist", stages + "vote", vote(member, Map.of())), HttpStatus.FORBIDDEN, "H1");
        assertThat(hands.post("george.tan", stages + "vote", vote(member, Map.of())))
                .as("who was not drawn")
                .hasStatus(HttpStatus.FORBIDDEN);
        Drawn undeclared = panel.get(4);
        refused(
                hands.sent(undeclared.person(), stages + "vote", vote(undeclared, Map.of())),
                HttpStatus.CONFLICT,
                "H2");
        refused(vote(hands, stages, member, Map.of("choice", "APPROVE")), HttpStatus.UNPROCESSABLE_CONTENT, "H6");
        assertThat(vote(hands, stages, member, Map.of("reasons", " ")))
                .as("no opinion of one's own (H5)")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(vote(hands, stages, member, Map.of())).hasStatus3xxRedirection();
        refused(vote(hands, stages, member, Map.of("choice", "REJECT")), HttpStatus.CONFLICT, "H4");
        assertThat(hands.casePage("august.lund")).as("sealed (H4)").doesNotContain("Because of");
        refused(
                hands.post("ruth.castillo", "/reviews/" + review.review() + "/vote/close", Map.of()),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "H3");

        for (Drawn other : panel.subList(1, 5)) {
            hands.vote(review.review(), other.person(), other.role(), "REJECT");
        }
        assertThat(hands.post("ruth.castillo", "/reviews/" + review.review() + "/vote/close", Map.of()))
                .hasStatus3xxRedirection();
        hands.claim("ruth.castillo");
        Map<String, ?> override =
                Map.of("reasons", "It is worth it.", "rights", List.of("R05"), "outcome", "CONDITIONAL");
        assertThat(hands.post("ruth.castillo", stages + "decision", override)).hasStatus3xxRedirection();
        assertThat(contracts.get(review.contract()).state())
                .as("the outcome is the one that the vote carried (H6)")
                .isEqualTo(ContractState.REJECTED);
    }

    @Test
    void nothing_is_signed_by_a_form_on_documents_that_nobody_decided_on() throws Exception {
        Begun review = begun.upToTheVote(mvc);
        ReviewHands hands = review.hands();
        begun.voteAndClose(review.review());
        begun.workOff(review.review(), "decision", "ruth.castillo", ReviewSteps.decision());
        hands.claim("leo.brandt");
        // what was decided on, signed and brought: nothing but the change of the documents stands against the signature
        Map<String, Object> signed = hands.executed(review.review(), "leo.brandt");
        stories.read(stories.added(review.contract(), "annex.docx", DocumentFixtures.docx("Another clause."))
                .id());
        String gate = "/reviews/" + review.review() + "/stages/signature-gate";

        assertThat(hands.post("leo.brandt", gate + "/check", signed))
                .hasStatusOk()
                .bodyText()
                .contains(OTHER_DOCUMENTS);
        assertThat(hands.post("leo.brandt", gate, signed))
                .hasStatus3xxRedirection()
                .satisfies(answer -> assertThat(String.valueOf(
                                answer.getMvcResult().getFlashMap().get("message")))
                        .startsWith("The signature is refused."));

        assertThat(refusal(review.contract())).contains(OTHER_DOCUMENTS);
        assertThat(confirmed(review.contract())).isZero();
        assertThat(contracts.get(review.contract()).state()).isEqualTo(ContractState.IN_REVIEW);
    }

    private String refusal(ContractId contract) {
        return database.sql("select l.reason from review.decision_lapse l"
                        + " join review.decision d on d.id = l.decision_id where d.contract_id = :contract")
                .param("contract", contract.value())
                .query(String.class)
                .single();
    }

    private int confirmed(ContractId contract) {
        return database.sql("select count(*) from review.gate_confirmation where contract_id = :contract")
                .param("contract", contract.value())
                .query(Integer.class)
                .single();
    }

    private static MvcTestResult vote(ReviewHands hands, String stages, Drawn member, Map<String, String> changed) {
        return hands.post(member.person(), stages + "vote", vote(member, changed));
    }

    private static Map<String, String> vote(Drawn member, Map<String, String> changed) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "choice", "CONDITIONAL",
                "role", member.role(),
                "rights", "R05",
                "severity", "SERIOUS",
                "reasons", "Because of " + member.person()));
        fields.putAll(changed);
        return fields;
    }

    private static void refused(MvcTestResult answer, HttpStatus status, String rule) {
        assertThat(answer).as(rule).hasStatus(status).bodyText().contains("(" + rule + ")");
    }
}
