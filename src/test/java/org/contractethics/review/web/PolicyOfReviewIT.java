package org.contractethics.review.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.internal.PolicyInForce;
import org.contractethics.review.Reviews;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** New rules come into force while a review runs: it keeps those it was triaged under, and is a case of every dry run. */
@IntegrationTest
class PolicyOfReviewIT {

    private final MockMvcTester mvc;
    private final PolicyInForce policy;
    private final ContractRegister contracts;
    private final DocumentStories stories;
    private final ReviewSteps steps;

    @Autowired
    PolicyOfReviewIT(
            MockMvcTester mvc,
            PolicyInForce policy,
            ContractRegister contracts,
            Reviews reviews,
            BehindPages pages,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents) {
        this.mvc = mvc;
        this.policy = policy;
        this.contracts = contracts;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.steps = new StepsBehindPages(reviews, policy, pages);
    }

    @Test
    void a_running_review_is_decided_under_the_version_it_was_triaged_under() throws Exception {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewHands hands = steps.hands(mvc, contract);
        ReviewId review = steps.submit(hands, contract);
        hands.workOff(review, "document-check", "priya.raman", ReviewSteps.documents());
        hands.workOff(review, "legal-stop", "leo.brandt", ReviewSteps.legal());
        hands.workOff(review, "triage", "tariq.osman", ReviewSteps.triage());
        int triagedUnder = policy.current().number();
        String triagedHash = policy.current().contentHash();

        String proposed = proposed();
        assertThat(hands.page("george.tan", "/inbox/all?step=decide-policy-version"))
                .contains("Rules of the review", "Decide on a change of the rules");
        assertThat(hands.post("george.tan", proposed + "/approval", Map.of("reasons", "Good")))
                .hasStatus3xxRedirection();
        assertThat(policy.current().number()).isGreaterThan(triagedUnder);
        hands.workOff(review, "research", "dana.whitfield", ReviewSteps.research());
        hands.claim("helen.okafor");
        steps.assess(hands, review);
        hands.workOff(review, "mitigation", "priya.raman", ReviewSteps.mitigation());
        steps.voteAndClose(hands, review);
        hands.workOff(review, "decision", "ruth.castillo", ReviewSteps.decision());

        assertThat(hands.page("august.lund", "/reviews/" + review + "/record"))
                .contains(triagedHash, "/rules/versions/" + triagedUnder + "/tables/decision-space#")
                .doesNotContain(policy.current().contentHash());
        inADryRun(hands, contracts.get(contract).reference());
        assertThat(hands.page("august.lund", "/audit?kind=policy-in-force"))
                .contains("Version " + policy.current().number() + " of the rules came into force");
    }

    /** The agency's record becomes as grave as an international finding. */
    private void inADryRun(ReviewHands hands, String reference) throws Exception {
        String table = policy.now()
                .content()
                .file("context-risk.dmn")
                .orElseThrow()
                .replace("context-risk-07-o1\"><text>2<", "context-risk-07-o1\"><text>4<");
        String stricter =
                proposed(new MockMultipartFile("files", "context-risk.dmn", "text/xml", table.getBytes(UTF_8)));

        assertThat(hands.page("george.tan", stricter + "/dry-run")).contains(reference, "T3 becomes T4", "Same");
        assertThat(hands.page("august.lund", stricter + "/dry-run.csv")).contains("\"" + reference + "\"", "\"T4\"");
        assertThat(hands.post("dana.whitfield", stricter + "/withdrawal", Map.of("reasons", "Only to see")))
                .hasStatus3xxRedirection();
    }

    private String proposed(MockMultipartFile... files) throws Exception {
        var request = mvc.post().uri("/rules/versions").multipart();
        for (MockMultipartFile file : files) {
            request.file(file);
        }
        MvcTestResult answer = request.param(
                        "based-on", String.valueOf(policy.current().number()))
                .param("text", policy.now().content().text() + "- Said again at " + System.nanoTime() + ".")
                .param("reason", "Said more clearly.")
                .param("effective-on", LocalDate.now(ZoneOffset.UTC).toString())
                .with(People.signedInAs("dana.whitfield"))
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus3xxRedirection();
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }
}
