package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.contractethics.journeys.Browser.shows;
import static org.contractethics.review.web.Screens.claim;
import static org.contractethics.review.web.Screens.follow;
import static org.contractethics.review.web.Screens.press;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.Map;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.finding.Findings;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.contractethics.policy.Policy;
import org.contractethics.review.Reviews;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A reviewer reads the findings, confirms one, rejects one, and meets them again at mitigation. */
@Journey
class FindingJourneyIT {

    private static final String[] CONTRACT = {
        "Services agreement",
        "1. Use. The Agency will run facial recognition against booking photos of travellers.",
        "2. Limits. The Services shall not be used for the interception of telephone communications.",
        "3. Audit. The Provider has the right to audit the use of the Services once a year.",
        "4. Term. The Provider shall not suspend the Services for any reason."
    };

    private final MockMvcTester mvc;
    private final ReviewSteps steps;
    private final DocumentStories stories;
    private final Findings findings;

    @Autowired
    FindingJourneyIT(
            MockMvcTester mvc,
            Reviews reviews,
            BehindPages pages,
            Policy policy,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            Findings findings) {
        this.mvc = mvc;
        this.steps = new StepsBehindPages(reviews, policy, pages);
        this.stories = new DocumentStories(registering, uploading, documents);
        this.findings = findings;
    }

    @Test
    void findings_are_judged_and_stand_beside_the_safeguards() throws Exception {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "agreement.docx", DocumentFixtures.docx(CONTRACT))
                .id());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> findings.of(contract).querySet() > 0
                        && findings.of(contract).notRead().isEmpty());
        ReviewHands hands = steps.hands(mvc, contract);
        ReviewId review = steps.submit(hands, contract);
        try (Browser dana = Browser.signedInAs("dana.whitfield")) {
            dana.go("/contracts/" + contract);
            shows(dana.page().locator("#findings >> xpath=ancestor::section"), "Red flags", "Facial recognition");
            dana.inspect("findings-panel");
            follow(dana, "Open the findings");
            judge(dana, "#check-K15", "REJECTED", "A quotation from the tender.");
            shows(dana.page().locator("#check-K15"), "Rejected", "A quotation from the tender.");
            judge(dana, "#check-G03", "CONFIRMED", "Clause 3 says it.");
            dana.inspect("findings");
            dana.page().locator("#check-G03 a").first().click();
            shows(dana.page().locator("main mark").first(), "right to audit");
            dana.inspect("findings-beside-the-text");
            dana.go("/query-set");
            press(dana, "Propose the term");
            shows(dana.page().locator(".error-summary"), "Write a term");
            dana.inspect("query-set");
        }
        confirmTheRest(hands, contract);
        toMitigation(hands, review);
        try (Browser priya = Browser.signedInAs("priya.raman")) {
            claim(priya, contract, "Agree on mitigation");
            shows(priya.page().locator("main"), "Confirmed by a reviewer", "a clause speaks against it");
            priya.inspect("mitigation-with-findings");
        }
    }

    private static void judge(Browser browser, String check, String verdict, String reason) {
        Locator finding = browser.page().locator(check + " li.list-group-item").first();
        finding.locator("summary").click();
        finding.locator("[name=verdict][value=" + verdict + "]").check();
        finding.locator("[name=reason]").fill(reason);
        finding.locator("button[type=submit]").click();
        shows(browser.page().locator("main"), reason);
    }

    /** The documents count as checked when each red flag is judged. */
    private void confirmTheRest(ReviewHands hands, ContractId contract) {
        findings.of(contract).redFlags().stream().filter(flag -> !flag.judged()).forEach(flag -> assertThat(hands.post(
                        "priya.raman",
                        "/contracts/" + contract + "/findings/" + flag.place().id() + "/judgement",
                        Map.of("verdict", "CONFIRMED", "reason", "The clause says it.", "seen", "0")))
                .hasStatus3xxRedirection());
    }

    private void toMitigation(ReviewHands hands, ReviewId review) throws Exception {
        hands.workOff(review, "document-check", "priya.raman", ReviewSteps.documents());
        hands.workOff(review, "legal-stop", "leo.brandt", ReviewSteps.legal());
        hands.workOff(review, "triage", "tariq.osman", ReviewSteps.triage());
        hands.workOff(review, "research", "dana.whitfield", ReviewSteps.research());
        hands.claim("helen.okafor");
        steps.assess(hands, review);
    }
}
