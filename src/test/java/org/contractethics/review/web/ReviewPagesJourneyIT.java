package org.contractethics.review.web;

import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.contractethics.policy.Policy;
import org.contractethics.review.Reviews;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every page of the review in a browser: accessible, light and dark, on a phone, without a complaint in the console. */
@Journey
class ReviewPagesJourneyIT {

    private final MockMvcTester mvc;
    private final JdbcClient database;
    private final ReviewSteps steps;
    private final DocumentStories stories;

    @Autowired
    ReviewPagesJourneyIT(
            MockMvcTester mvc,
            JdbcClient database,
            Reviews reviews,
            BehindPages pages,
            Policy policy,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents) {
        this.mvc = mvc;
        this.database = database;
        this.steps = new StepsBehindPages(reviews, policy, pages);
        this.stories = new DocumentStories(registering, uploading, documents);
    }

    @Test
    void the_rules_are_readable_everywhere() {
        try (Browser erin = Browser.signedInAs("erin.walsh")) {
            erin.go("/rules").inspect("rules");
            erin.go("/rules/triage-tier").inspect("rules-triage-tier");
            erin.go("/rules/rights").inspect("rules-rights");
            erin.go("/rules/capabilities").inspect("rules-capabilities");
        }
    }

    @Test
    void every_form_of_a_review_can_be_used_by_everyone() throws Exception {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewHands hands = steps.hands(mvc, contract);
        try (Browser tom = Browser.signedInAs("tom.lindqvist")) {
            tom.go("/contracts/" + contract).inspect("review-case-before");
            tom.go("/reviews/new?contract=" + contract).inspect("review-submit");
        }
        ReviewId review = steps.submit(hands, contract);
        String stages = "/reviews/" + review + "/stages/";
        try (Browser priya = Browser.signedInAs("priya.raman")) {
            hands.claim("priya.raman");
            priya.go("/reviews/" + review + "/declaration?stage=document-check").inspect("review-declaration");
            priya.go(stages + "document-check").inspect("review-document-check");
            priya.go("/reviews/" + review + "/conflict?stage=document-check").inspect("review-conflict");
            hands.send(review, "document-check", "priya.raman", ReviewSteps.documents());
            hands.claim("priya.raman");
            priya.go(stages + "legal-stop")
                    .page()
                    .locator("main form button.btn-primary")
                    .click();
            Browser.shows(priya.page().locator(".error-summary"), "Choose a result.");
            priya.inspect("review-legal-stop-problems");
            hands.send(review, "legal-stop", "priya.raman", ReviewSteps.legal());
        }
        hands.workOff(review, "triage", "tariq.osman", ReviewSteps.triage());
        try (Browser dana = Browser.signedInAs("dana.whitfield")) {
            hands.claim("dana.whitfield");
            dana.go(stages + "research").inspect("review-research");
            hands.send(review, "research", "dana.whitfield", ReviewSteps.research());
        }
        try (Browser helen = Browser.signedInAs("helen.okafor")) {
            hands.claim("helen.okafor");
            helen.go(stages + "assessment").inspect("review-assessment");
            helen.go(stages + "assessment/rights/R05").inspect("review-impact");
            steps.assess(hands, review);
        }
        hands.workOff(review, "mitigation", "leo.brandt", ReviewSteps.mitigation());
        decide(hands, contract, review, stages);
    }

    @Test
    void a_stage_others_finished_keeps_what_was_typed_and_the_chair_takes_back_what_is_late() throws Exception {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewHands hands = steps.hands(mvc, contract);
        ReviewId review = steps.submit(hands, contract);
        String stages = "/reviews/" + review + "/stages/";
        try (Browser priya = Browser.signedInAs("priya.raman")) {
            hands.workOff(review, "document-check", "priya.raman", ReviewSteps.documents());
            hands.claim("priya.raman");
            priya.go(stages + "legal-stop").page().locator("#reasons").fill("No embargo applies here.");
            hands.send(review, "legal-stop", "priya.raman", ReviewSteps.legal());
            priya.page().locator("main form button.btn-primary").click();
            Browser.shows(priya.page().locator("main"), "No embargo applies here.", "Finished by", "Priya Raman");
            priya.inspect("review-stale");
        }
        hands.claim("tariq.osman");
        database.sql("update workflow.inbox_item set due_at = now() - interval '1 day' where subject_id = :review"
                        + " and completed_at is null")
                .param("review", review.value())
                .update();
        try (Browser ruth = Browser.signedInAs("ruth.castillo")) {
            ruth.go("/contracts/" + contract + "#work-to-do").inspect("review-take-back");
            ruth.page().locator("text=Take back").click();
            Browser.shows(ruth.page().locator("body"), "The task is taken back", "Unclaimed");
        }
    }

    private void decide(ReviewHands hands, ContractId contract, ReviewId review, String stages) throws Exception {
        String panelist = hands.drawn(review).get(4).person();
        try (Browser browser = Browser.signedInAs(panelist)) {
            browser.go(stages + "vote").inspect("review-vote");
            browser.go("/reviews/" + review + "/panel").inspect("panel-drawn");
        }
        steps.voteAndClose(hands, review);
        try (Browser ruth = Browser.signedInAs("ruth.castillo")) {
            hands.claim("ruth.castillo");
            ruth.go(stages + "decision").inspect("review-decision");
            hands.send(review, "decision", "ruth.castillo", ReviewSteps.decision());
            ruth.go("/contracts/" + contract).inspect("review-case-decided");
            ruth.go("/reviews/" + review + "/record").inspect("review-record");
            ruth.go(DecisionOnPaper.of(hands, review).page()).inspect("review-decision-paper");
        }
        try (Browser priya = Browser.signedInAs("priya.raman")) {
            hands.claim("priya.raman");
            priya.go(stages + "signature-gate").inspect("review-signature-gate");
            priya.go("/reviews/" + review + "/executed-copies").inspect("review-executed-copies");
            hands.executed(review, "priya.raman");
            priya.go(stages + "signature-gate").inspect("review-signature-gate-with-copies");
        }
    }
}
