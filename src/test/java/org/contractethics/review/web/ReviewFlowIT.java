package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.review.Reviews;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A contract on its whole way through the pages, the process, the record and the database. */
@IntegrationTest
class ReviewFlowIT {

    private final MockMvcTester mvc;
    private final ContractRegister contracts;
    private final Policy policy;
    private final DocumentStories stories;
    private final ReviewSteps steps;
    private final Documents documents;

    @Autowired
    ReviewFlowIT(
            MockMvcTester mvc,
            ContractRegister contracts,
            Reviews reviews,
            Policy policy,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents) {
        this.mvc = mvc;
        this.contracts = contracts;
        this.documents = documents;
        this.policy = policy;
        this.steps = new ReviewSteps(reviews, policy);
        this.stories = new DocumentStories(registering, uploading, documents);
    }

    @Test
    void a_border_contract_is_reviewed_voted_on_decided_and_signed() throws Exception {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewHands hands = new ReviewHands(mvc, contract);
        ReviewId review = steps.submit(hands, contract);
        steps.upToTheVote(hands, review);

        String dissenter = steps.voteAndClose(hands, review);
        assertThat(hands.casePage("dana.whitfield")).contains("Carried: Approve with conditions");
        hands.claim("Record the decision", "ruth.castillo");
        hands.send(review, "decision", "ruth.castillo", ReviewSteps.decision());
        assertThat(contracts.get(contract).state()).isEqualTo(ContractState.APPROVED_WITH_CONDITIONS);
        hands.claim("Confirm the signed documents", "leo.brandt");
        hands.send(review, "signature-gate", "leo.brandt", Map.of("same", "yes"));

        assertThat(contracts.get(contract).state()).isEqualTo(ContractState.SIGNED);
        assertThat(hands.page("august.lund", "/reviews/" + review + "/record"))
                .contains("Decision record", "Detention and family separation", "Because of " + dissenter, "clause");
        assertThat(hands.casePage("erin.walsh"))
                .contains("Decision: Approve with conditions", "Detention and family separation")
                .doesNotContain("Because of " + dissenter);
        assertThat(hands.get("erin.walsh", "/reviews/" + review + "/record")).hasStatus(HttpStatus.NOT_FOUND);
        DecisionOnPaper paper = DecisionOnPaper.of(hands, review);
        String file = documents.currentVersions(contract).get(0).sha256();
        paper.saysEverywhere(
                "august.lund",
                "Because of " + dissenter,
                file,
                "A dissent was recorded",
                "root ",
                "Assessed and residual severity",
                "R05 Liberty and security",
                "Contractual: Audit right",
                "Serious, possible",
                "Why tier T3",
                "triage-tier-06: An agency with coercive power",
                "capability-risk-29: ");
        paper.isKeptFrom("erin.walsh");
    }

    @Test
    void a_stage_somebody_finished_and_a_stage_of_others_are_refused_with_the_reason() throws Exception {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewHands hands = new ReviewHands(mvc, contract);
        ReviewId review = steps.submit(hands, contract);
        String documentCheck = "/reviews/" + review + "/stages/document-check";

        assertThat(hands.get("dana.whitfield", documentCheck)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(hands.get("priya.raman", documentCheck)).hasStatus(HttpStatus.CONFLICT);
        hands.workOff(review, "document-check", "priya.raman", Map.of("confirmed", "yes"));
        assertThat(hands.get("priya.raman", documentCheck)).hasStatus(HttpStatus.CONFLICT);
        assertThat(hands.post("priya.raman", documentCheck, Map.of("confirmed", "yes")))
                .hasStatus(HttpStatus.CONFLICT);
        hands.claim("priya.raman");
        assertThat(hands.post(
                        "priya.raman",
                        "/reviews/" + review + "/stages/legal-stop/check",
                        Map.of("reasons", "Kept words")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose a result.", "Kept words");
    }

    @Test
    void the_api_reads_a_review_for_whom_the_facts_are() throws Exception {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewId review = steps.submit(new ReviewHands(mvc, contract), contract);

        assertThat(mvc.get()
                        .uri("/api/reviews/" + review)
                        .with(People.tokenOf("dana.whitfield"))
                        .exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.openStages[0]")
                .isEqualTo("document-check");
        assertThat(mvc.get()
                        .uri("/api/reviews/" + review)
                        .with(People.tokenOf("erin.walsh"))
                        .exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void the_rules_are_shown_to_everyone_signed_in() throws Exception {
        ReviewHands hands = new ReviewHands(mvc, stories.aContract());

        assertThat(hands.page("erin.walsh", "/rules"))
                .contains("Triage tier", policy.current().contentHash());
        for (String table : List.of(
                "capability-risk",
                "agency-risk",
                "context-risk",
                "triage-tier",
                "severity",
                "priority",
                "decision-space")) {
            assertThat(hands.page("erin.walsh", "/rules/" + table)).contains("In force since", "Reason");
        }
        assertThat(hands.page("erin.walsh", "/rules/rights"))
                .contains(
                        "Non-refoulement",
                        "ICRMW 14 (unverified)",
                        "ICPPED 16",
                        "<div>Targeting or analysis of drone imagery</div>")
                .doesNotContain("ICPPED 16 (unverified)");
        assertThat(hands.page("erin.walsh", "/rules/capabilities")).contains("Cloud hosting");
        assertThat(hands.get("erin.walsh", "/rules/astrology")).hasStatus(HttpStatus.NOT_FOUND);
    }
}
