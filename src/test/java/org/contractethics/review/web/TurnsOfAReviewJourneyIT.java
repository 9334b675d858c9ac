package org.contractethics.review.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.contractethics.journeys.Browser.shows;
import static org.contractethics.review.web.Screens.claim;
import static org.contractethics.review.web.Screens.fill;
import static org.contractethics.review.web.Screens.follow;
import static org.contractethics.review.web.Screens.press;
import static org.contractethics.review.web.Screens.putAsideTheRest;
import static org.contractethics.review.web.Screens.send;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.contractethics.policy.Policy;
import org.contractethics.review.Reviews;
import org.contractethics.review.Stage;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The turns a review can take besides the straight way, in a browser by those who take them. */
@Journey
class TurnsOfAReviewJourneyIT {

    private static final String WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final MockMvcTester mvc;
    private final Reviews reviews;
    private final ReviewSteps steps;
    private final DocumentStories stories;

    @Autowired
    TurnsOfAReviewJourneyIT(
            MockMvcTester mvc,
            Reviews reviews,
            BehindPages pages,
            Policy policy,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents) {
        this.mvc = mvc;
        this.reviews = reviews;
        this.steps = new StepsBehindPages(reviews, policy, pages);
        this.stories = new DocumentStories(registering, uploading, documents);
    }

    private record Submitted(ContractId contract, ReviewId review, ReviewHands hands, DocumentVersion document) {}

    @Test
    void a_returned_contract_is_clarified_and_submitted_again() throws Exception {
        Map<String, String> unchecked = ReviewSteps.mitigation();
        unchecked.put("safeguard-END_USE_RESTRICTION", "");
        Submitted it = voted("RETURN", unchecked);
        try (Browser ruth = Browser.signedInAs("ruth.castillo")) {
            claim(ruth, it.contract(), "Record the decision");
            fill(ruth, Map.of("reasons", "The end use of the second module is not known."));
            press(ruth, "Check what will be recorded");
            shows(ruth.page().locator(".error-summary"), "account owner");
            ruth.inspect("return-without-question");
            fill(ruth, Map.of("question", "Who uses the second module, and for what?"));
            send(ruth, it.contract());
        }
        try (Browser tom = Browser.signedInAs("tom.lindqvist")) {
            tom.go("/contracts/" + it.contract());
            follow(tom, "Open");
            shows(tom.page().locator("main"), "Who uses the second module, and for what?");
            tom.inspect("clarification");
            fill(tom, Map.of("answer", "Nobody: it is taken out of the contract."));
            send(tom, it.contract());
            shows(tom.page().locator("main"), "Confirm the documents", "pass 2");
            tom.inspect("submitted-again");
        }
    }

    @Test
    void a_reviewer_steps_back_and_the_task_goes_to_another() throws Exception {
        Submitted it = submitted();
        try (Browser priya = Browser.signedInAs("priya.raman")) {
            claim(priya, it.contract(), "Confirm the documents");
            follow(priya, "Declare a conflict of interest");
            press(priya, "Step back from this review");
            shows(priya.page().locator(".error-summary"), "Choose what kind of interest it is.");
            priya.inspect("conflict-problems");
            priya.page().locator("[name=interest]").first().check();
            press(priya, "Step back from this review");
            priya.go("/contracts/" + it.contract());
            assertThat(claims(priya)).hasCount(0);
            priya.inspect("stepped-back");
            priya.go("/reviews/" + it.review() + "/stages/document-check");
            shows(priya.page().locator("main"), "conflict");
        }
        try (Browser leo = Browser.signedInAs("leo.brandt")) {
            claim(leo, it.contract(), "Confirm the documents");
        }
    }

    @Test
    void a_change_after_the_approval_ends_it() throws Exception {
        Submitted it = approved();
        try (Browser tom = Browser.signedInAs("tom.lindqvist")) {
            tom.go("/contracts/" + it.contract() + "/edit");
            shows(tom.page().locator("main"), "The approval lapses if you change");
            tom.page().locator("[name=obligated]").fill("900000000");
            tom.inspect("change-after-approval");
            tom.page()
                    .locator("main form button[type=submit].btn-primary")
                    .first()
                    .click();
            shows(tom.page().locator("main"), "The approval lapsed: Facts of the contract changed", "volume");
            tom.inspect("approval-lapsed");
        }
        reviewsWhatChanged(it);
    }

    /** Only triage and panel are touched by the volume; the rest is carried over until somebody reopens it. */
    private void reviewsWhatChanged(Submitted it) throws Exception {
        ReviewId delta = reviews.latestOf(it.contract()).orElseThrow().id();
        try (Browser leo = Browser.signedInAs("leo.brandt")) {
            claim(leo, it.contract(), "Clear or stop on legal grounds");
            leo.inspect("delta-review-begins");
            it.hands().send(delta, "legal-stop", "leo.brandt", ReviewSteps.legal());
        }
        it.hands().workOff(delta, "triage", "tariq.osman", ReviewSteps.triage());
        try (Browser dana = Browser.signedInAs("dana.whitfield")) {
            dana.go("/contracts/" + it.contract());
            shows(dana.page().locator("main"), "4 items carried over", "Research (carried over, not made anew)");
            dana.inspect("carried-over");
            dana.page()
                    .locator("main a[href*='/carried-over/']", new Page.LocatorOptions().setHasText("Assessment"))
                    .click();
            press(dana, "Reopen it");
            shows(dana.page().locator(".error-summary"), "Say why it cannot stand.");
            fill(dana, Map.of("reason", "Four times the volume reaches more people."));
            dana.inspect("reopening");
            press(dana, "Reopen it");
            shows(dana.page().locator(".note-done"), "It is reopened");
            shows(dana.page().locator("main"), "Reopened by Dana Whitfield");
            claim(dana, it.contract(), "Assess the impact on rights");
            dana.inspect("assessment-reopened");
        }
    }

    @Test
    void a_signature_with_another_document_is_refused() throws Exception {
        Submitted it = approved();
        stories.read(stories.added(
                        it.contract(),
                        it.document().document(),
                        "contract.docx",
                        DocumentFixtures.docx("1. Scope. Anything the Agency wants."))
                .id());
        try (Browser leo = Browser.signedInAs("leo.brandt")) {
            claim(leo, it.contract(), "Confirm the signed documents");
            shows(leo.page().locator("main"), "The documents are not the ones that were decided on (H7).");
            leo.go("/contracts/" + it.contract());
            shows(leo.page().locator("#documents-since"), "The documents are not the ones that were decided on.");
            leo.inspect("documents-since-the-decision");
            follow(leo, "All of what changed");
            shows(leo.page().locator("main"), "Replaced", "version 1 by version 2");
            leo.inspect("document-changes");
            leo.go("/reviews/" + it.review() + "/stages/signature-gate");
            shows(leo.page().locator("main"), "The documents are not the ones that were decided on (H7).");
            follow(leo, "1 replaced");
            leo.go("/reviews/" + it.review() + "/stages/signature-gate");
            leo.inspect("signature-with-another-document");
            fill(leo, Map.of("same", "yes"));
            send(leo, it.contract());
            shows(leo.page().locator("body"), "The signature is refused.", "a delta review of what changed began");
            leo.inspect("signature-refused");
        }
    }

    @Test
    void a_rejection_is_appealed_and_the_board_rules() throws Exception {
        Submitted it = voted("REJECT");
        Map<String, Object> rejection = new LinkedHashMap<>(ReviewSteps.decision());
        rejection.keySet().removeIf(name -> name.startsWith("condition") || name.startsWith("expires"));
        it.hands().workOff(it.review(), "decision", "ruth.castillo", rejection);
        try (Browser lena = Browser.signedInAs("lena.hoffman")) {
            lena.go("/contracts/" + it.contract());
            follow(lena, "Appeal the rejection");
            press(lena, "File the appeal");
            shows(lena.page().locator(".error-summary"), "reasons");
            lena.inspect("appeal-problems");
            fill(lena, Map.of("reasons", "The agency has ended the programme the panel feared."));
            press(lena, "File the appeal");
            shows(lena.page().locator("main"), "appeal");
        }
        try (Browser george = Browser.signedInAs("george.tan")) {
            claim(george, it.contract(), "Decide the appeal");
            george.inspect("appeal-of-the-board");
        }
    }

    @Test
    void a_harmless_contract_is_decided_in_one_sitting() throws Exception {
        ContractId contract = stories.aHarmlessContract();
        try (Browser tom = Browser.signedInAs("tom.lindqvist")) {
            tom.go("/contracts/" + contract);
            tom.page()
                    .locator("#document-file")
                    .setInputFiles(new FilePayload(
                            "Order.docx", WORD_FILE, DocumentFixtures.docx("1. Scope. Mailboxes for schools.")));
            press(tom, "Upload document");
            shows(tom.page().locator("#document-rows"), "1 clause");
            tom.go("/reviews/new?contract=" + contract);
            fill(tom, Map.of("end-use", "Mail of teachers and pupils", "planned-signature", "2030-01-15"));
            press(tom, "Check what will be submitted");
            press(tom, "Submit for review");
        }
        ReviewHands hands = steps.hands(mvc, contract);
        ReviewId review = reviews.latestOf(contract).orElseThrow().id();
        stage(hands, review, Stage.DOCUMENT_CHECK, "priya.raman", Map.of("confirmed", "yes"));
        stage(hands, review, Stage.LEGAL_STOP, "leo.brandt", ReviewSteps.legal());
        Map<String, String> triage = new LinkedHashMap<>(ReviewSteps.triage());
        triage.putAll(Map.of("record", "NONE", "vulnerable", "no"));
        stage(hands, review, Stage.TRIAGE, "tariq.osman", triage);
        try (Browser dana = Browser.signedInAs("dana.whitfield")) {
            claim(dana, contract, "Assess the impact on rights");
            putAsideTheRest(dana);
            press(dana, "Save and check what will be recorded");
            dana.page().locator("main form button.btn-primary").click();
            dana.page().waitForURL("**/contracts/" + contract);
            follow(dana, "Open");
            fill(dana, Map.of("choice", "APPROVE", "severity", "LOW", "reasons", "Mail of schools."));
            send(dana, contract);
        }
        try (Browser ruth = Browser.signedInAs("ruth.castillo")) {
            claim(ruth, contract, "Record the decision");
            fill(ruth, Map.of("reasons", "Nobody's rights are touched."));
            send(ruth, contract);
            shows(ruth.page().locator("main"), "Approved", "T1");
        }
        stage(hands, review, Stage.SIGNATURE_GATE, "leo.brandt", Map.of("same", "yes"));
        try (Browser erin = Browser.signedInAs("erin.walsh")) {
            erin.go("/contracts/" + contract);
            shows(erin.page().locator("main"), "Signed", "Nobody's rights are touched.");
            erin.inspect("t1-in-one-sitting");
        }
    }

    /** These pages are looked at elsewhere; here they are only on the way. */
    private static void stage(ReviewHands hands, ReviewId review, Stage stage, String person, Map<String, ?> answers)
            throws Exception {
        hands.workOff(review, stage.taskKey(), person, answers);
    }

    private Submitted submitted() throws Exception {
        ContractId contract = stories.aContract();
        DocumentVersion document = stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewHands hands = steps.hands(mvc, contract);
        return new Submitted(contract, steps.submit(hands, contract), hands, document);
    }

    private Submitted voted(String outcome) throws Exception {
        return voted(outcome, ReviewSteps.mitigation());
    }

    private Submitted voted(String outcome, Map<String, String> mitigation) throws Exception {
        Submitted it = submitted();
        steps.upToTheVote(it.hands(), it.review(), mitigation);
        List<Drawn> members = it.hands().drawn(it.review());
        for (Drawn member : members) {
            it.hands().vote(it.review(), member.person(), member.role(), outcome);
        }
        Assertions.assertThat(it.hands().post("ruth.castillo", "/reviews/" + it.review() + "/vote/close", Map.of()))
                .hasStatus3xxRedirection();
        return it;
    }

    private Submitted approved() throws Exception {
        Submitted it = voted("CONDITIONAL");
        it.hands().workOff(it.review(), "decision", "ruth.castillo", ReviewSteps.decision());
        return it;
    }

    private static Locator claims(Browser browser) {
        return browser.page().locator("main form[action$='/claim'] button");
    }
}
