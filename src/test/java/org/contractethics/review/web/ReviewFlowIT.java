package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
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

    private static final String OWNER = "tom.lindqvist";

    private final MockMvcTester mvc;
    private final ContractRegister contracts;
    private final Reviews reviews;
    private final Policy policy;
    private final DocumentStories stories;

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
        this.reviews = reviews;
        this.policy = policy;
        this.stories = new DocumentStories(registering, uploading, documents);
    }

    @Test
    void a_border_contract_is_reviewed_voted_on_decided_and_signed() throws Exception {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewHands hands = new ReviewHands(mvc, contract);
        ReviewId review = submit(hands, contract);
        upToTheVote(hands, review);

        voteAndClose(hands, review);
        assertThat(hands.casePage("dana.whitfield")).contains("Carried: Approve with conditions");
        hands.workOff(review, "decision", "ruth.castillo", decision());
        assertThat(contracts.get(contract).state()).isEqualTo(ContractState.APPROVED_WITH_CONDITIONS);
        hands.workOff(review, "signature-gate", "leo.brandt", Map.of("same", "yes"));

        assertThat(contracts.get(contract).state()).isEqualTo(ContractState.SIGNED);
        assertThat(hands.page("august.lund", "/reviews/" + review + "/record"))
                .contains("Decision record", "Detention and family separation", "Because of bea.novak", "clause");
        assertThat(hands.casePage("erin.walsh"))
                .contains("Decision: Approve with conditions", "Detention and family separation")
                .doesNotContain("Because of bea.novak");
        assertThat(hands.get("erin.walsh", "/reviews/" + review + "/record")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void a_stage_somebody_finished_and_a_stage_of_others_are_refused_with_the_reason() throws Exception {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewHands hands = new ReviewHands(mvc, contract);
        ReviewId review = submit(hands, contract);
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
        ReviewId review = submit(new ReviewHands(mvc, contract), contract);

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
        assertThat(hands.page("erin.walsh", "/rules/rights")).contains("Non-refoulement", "unverified");
        assertThat(hands.page("erin.walsh", "/rules/capabilities")).contains("Cloud hosting");
        assertThat(hands.get("erin.walsh", "/rules/astrology")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private ReviewId submit(ReviewHands hands, ContractId contract) throws Exception {
        Map<String, String> intake = Map.of("contract", contract.toString(), "end-use", "Case handling at the border");
        assertThat(hands.casePage(OWNER)).contains("/reviews/new?contract=");
        hands.page(OWNER, "/reviews/new?contract=" + contract);
        assertThat(hands.post(OWNER, "/reviews/new/check", intake)).hasStatusOk();
        assertThat(hands.post(OWNER, "/reviews", intake)).hasStatus3xxRedirection();
        return reviews.latestOf(contract).orElseThrow().id();
    }

    private void upToTheVote(ReviewHands hands, ReviewId review) throws Exception {
        hands.workOff(
                review, "document-check", "priya.raman", Map.of("confirmed", "yes", "gaps", "Annex B is missing."));
        hands.workOff(review, "legal-stop", "leo.brandt", Map.of("result", "CLEAR", "reasons", "No embargo."));
        hands.workOff(
                review,
                "triage",
                "tariq.osman",
                Map.of(
                        "sanctions",
                        "no",
                        "conflict",
                        "no",
                        "finding",
                        "no",
                        "record",
                        "DOCUMENTED",
                        "band",
                        "LOW",
                        "vulnerable",
                        "yes",
                        "gap",
                        "no",
                        "collective",
                        "no"));
        hands.workOff(review, "research", "dana.whitfield", research());
        assess(hands, review);
        hands.workOff(
                review,
                "mitigation",
                "priya.raman",
                Map.of(
                        "measure-1-kind", "CONTRACTUAL",
                        "measure-1-text", "Audit right",
                        "measure-1-verification", "Clause 9 is in the signed text",
                        "measure-1-rights", "R05",
                        "residual-R05-scale", "3",
                        "residual-R05-scope", "2",
                        "residual-R05-irremediability", "2",
                        "residual-R05-likelihood", "POSSIBLE",
                        "blocking-gaps", "no"));
    }

    private static Map<String, String> research() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("end-use", "Handles cases of people at the border");
        fields.put("intended", "Joins records");
        fields.put("unintended", "Could trace families");
        fields.put("evidence-1-claim", "The agency separated families");
        fields.put("evidence-1-source", "Report of the inspector general");
        fields.put("evidence-1-date", "2026-01-05");
        fields.put("evidence-1-reliability", "HIGH");
        fields.put("evidence-1-independent", "yes");
        return fields;
    }

    private void assess(ReviewHands hands, ReviewId review) throws Exception {
        String path = "/reviews/" + review + "/stages/assessment";
        hands.claim("helen.okafor");
        hands.page("helen.okafor", path);
        Map<String, String> marks =
                Map.of("R05", "yes", "consultation", "Two associations of migrants", "then", "rest");
        assertThat(hands.post("helen.okafor", path + "/marks", marks)).hasStatus3xxRedirection();
        assertThat(hands.post("helen.okafor", path + "/rights/R05", Map.of("affected", "Migrants")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        hands.page("helen.okafor", path + "/rights/R05");
        assertThat(hands.post("helen.okafor", path + "/rights/R05", impact())).hasStatus3xxRedirection();
        Map<String, String> all = new LinkedHashMap<>(marks);
        policy.rights().forEach(right -> all.putIfAbsent(right.code(), "no"));
        all.put("then", "check");
        assertThat(hands.post("helen.okafor", path + "/marks", all))
                .hasStatusOk()
                .bodyText()
                .contains("Severity: Serious", "42 rights", "#clause-0");
        assertThat(hands.post("helen.okafor", path, Map.of())).hasStatus3xxRedirection();
    }

    private static Map<String, String> impact() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", "POTENTIAL");
        fields.put("affected", "Migrants at the border");
        fields.put("scale", "3");
        fields.put("scale-reason", "Detention of days");
        fields.put("scope", "2");
        fields.put("scope-reason", "Hundreds a year");
        fields.put("irremediability", "2");
        fields.put("irremediability-reason", "Release and redress");
        fields.put("likelihood", "POSSIBLE");
        fields.put("involvement", "LINKED");
        fields.put("leverage", "SOME");
        fields.put("clauses", "1");
        return fields;
    }

    private void voteAndClose(ReviewHands hands, ReviewId review) throws Exception {
        hands.vote(review, "dana.whitfield", "HR_REVIEWER", "CONDITIONAL");
        hands.vote(review, "helen.okafor", "HR_REVIEWER", "CONDITIONAL");
        hands.vote(review, "priya.raman", "LEGAL_REVIEWER", "CONDITIONAL");
        hands.vote(review, "amir.haddad", "EMPLOYEE_PANELIST", "CONDITIONAL");
        assertThat(hands.page("amir.haddad", "/reviews/" + review + "/stages/vote"))
                .contains("You have voted");
        assertThat(hands.post("ruth.castillo", "/reviews/" + review + "/vote/close", Map.of()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("The quorum is not reached");
        hands.vote(review, "bea.novak", "EMPLOYEE_PANELIST", "REJECT");
        assertThat(hands.casePage("dana.whitfield"))
                .contains("5 votes are cast. They are sealed.")
                .doesNotContain("Because of");
        assertThat(hands.post("ruth.castillo", "/reviews/" + review + "/vote/close", Map.of()))
                .hasStatus3xxRedirection();
    }

    private static Map<String, Object> decision() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reasons", "Detention and family separation weigh; the safeguards hold.");
        fields.put("rights", List.of("R05"));
        fields.put("expires-on", LocalDate.now(ZoneOffset.UTC).plusMonths(3).toString());
        fields.put("condition-1-text", "No use for removal");
        fields.put("condition-1-owner", "mona.keller");
        fields.put("condition-1-due", LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
        fields.put("condition-1-evidence", "Audit report");
        fields.put("condition-1-blocking", "yes");
        return fields;
    }
}
