package org.contractethics.review.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.contractethics.review.web.Screens.fill;
import static org.contractethics.review.web.Screens.press;
import static org.contractethics.review.web.Screens.putAsideTheRest;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.LinkedHashMap;
import java.util.Map;
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
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An assessment with what it rests on: sources, consultation, advice of several, and what was decided before. */
@Journey
class AssessmentJourneyIT {

    private final MockMvcTester mvc;
    private final DocumentStories stories;
    private final ReviewSteps steps;

    @Autowired
    AssessmentJourneyIT(
            MockMvcTester mvc,
            Reviews reviews,
            BehindPages pages,
            Policy policy,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents) {
        this.mvc = mvc;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.steps = new StepsBehindPages(reviews, policy, pages);
    }

    @Test
    void a_right_is_assessed_on_sources_consultation_advice_and_precedents() throws Exception {
        decidedBefore();
        ContractId contract = aContract();
        ReviewHands hands = steps.hands(mvc, contract);
        ReviewId review = steps.submit(hands, contract);
        ReviewSteps.upToResearch(hands, review);
        hands.workOff(review, "research", "dana.whitfield", ReviewSteps.research());
        hands.claim("helen.okafor");
        advise(review);
        assess(review);
        countersign(hands, review);
        try (Browser bea = Browser.signedInAs("bea.novak")) {
            Page page = bea.go("/contracts/" + contract).page();
            Browser.shows(page.locator("main"), "Conflicting advice", "Same agency", "1 consultation", "2 independent");
            bea.inspect("assessment-case");
        }
    }

    private void decidedBefore() throws Exception {
        ContractId contract = aContract();
        ReviewHands hands = steps.hands(mvc, contract);
        ReviewId review = steps.submit(hands, contract);
        steps.upToTheVote(hands, review);
        steps.voteAndClose(hands, review);
        hands.workOff(review, "decision", "ruth.castillo", ReviewSteps.decision());
    }

    private ContractId aContract() {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        return contract;
    }

    private void advise(ReviewId review) {
        String advice = "/reviews/" + review + "/advice";
        try (Browser priya = Browser.signedInAs("priya.raman")) {
            priya.go(advice);
            press(priya, "Save the advice");
            assertThat(priya.page().locator(".error-summary")).containsText("Choose the element that you advise on.");
            priya.inspect("advice-problem");
            write(priya, "OBJECTION", "No court reviews what the agency does with it.");
        }
        try (Browser dana = Browser.signedInAs("dana.whitfield")) {
            dana.go(advice);
            dana.page().locator("main input[name=remark]").fill("I read the same rulings.");
            press(dana, "Countersign");
            write(dana, "NO_OBJECTION", "The ombudsperson has access to every case.");
            Browser.shows(dana.page().locator("main"), "Conflicting advice", "Countersigned by Dana Whitfield");
        }
        try (Browser priya = Browser.signedInAs("priya.raman")) {
            priya.go(advice)
                    .page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Edit your advice: Agency"))
                    .click();
            write(priya, "CONDITIONS", "Only with a right of audit for the court.");
            priya.page().locator("main details summary").first().click();
            Browser.shows(priya.page().locator("main"), "invalidated by the later edit", "I read the same rulings.");
            priya.inspect("advice-edited");
        }
    }

    private void countersign(ReviewHands hands, ReviewId review) throws Exception {
        Map<String, String> mitigation = new LinkedHashMap<>(ReviewSteps.mitigation());
        mitigation.put("residual-R05-scale", "2");
        mitigation.put(
                "residual-R05-scale-reason", "Audits end a detention that rests on a wrong record within hours.");
        mitigation.put("residual-R05-scale-measure", "1");
        hands.workOff(review, "mitigation", "priya.raman", mitigation);
        try (Browser dana = Browser.signedInAs("dana.whitfield")) {
            Page page = dana.go("/reviews/" + review + "/residual-severity").page();
            Browser.shows(page.locator("main"), "assessed serious and possible, residual moderate and possible");
            page.locator("#reasons").fill("fine");
            press(dana, "Send");
            assertThat(page.locator("#reasons")).hasValue("fine");
            dana.inspect("residual-severity-problem");
            page.locator("[name=agreed][value=yes]").check();
            page.locator("#reasons").fill("The audit right names hours, and the agency signed it.");
            press(dana, "Send");
            Browser.shows(page.locator("main"), "By Dana Whitfield", "The audit right names hours");
            dana.inspect("residual-severity");
        }
    }

    private static void write(Browser browser, String position, String text) {
        Page page = browser.page();
        page.locator("#element").selectOption("AGENCY");
        page.locator("[name=position][value=" + position + "]").check();
        page.locator("#text").fill(text);
        press(browser, "Save the advice");
        Browser.shows(page.locator("main"), text);
    }

    private void assess(ReviewId review) {
        String base = "/reviews/" + review;
        try (Browser helen = Browser.signedInAs("helen.okafor")) {
            Page page = helen.page();
            helen.go(base + "/sources");
            fill(helen, EvidenceFlowIT.source());
            helen.inspect("sources-form");
            press(helen, "Add the source");
            Browser.shows(page.locator("main"), "Nothing of what you typed is sent yet.");
            helen.inspect("declaration-before-a-source");
            helen.declared();
            assertThat(page.locator("#source")).hasValue("Report on detention");
            press(helen, "Add the source");
            Browser.shows(page.locator("main"), "Source 2: Report on detention");
            helen.inspect("sources");
            findsNothingWorse(helen, base);

            helen.go(base + "/stages/assessment");
            page.locator("[name=R05][value=yes]").check();
            putAsideTheRest(helen, "R05");
            helen.go(base + "/stages/assessment/rights/R05");
            fill(helen, ReviewSteps.impact());
            page.locator("[name=sources][value='2']").check();
            helen.inspect("assessment-impact");
            page.locator("main form button.btn-primary").click();
            page.waitForURL("**/stages/assessment");
            press(helen, "Save and check what will be recorded");
            assertThat(page.locator(".error-summary")).containsText("log a consultation");
            helen.inspect("assessment-without-consultation");

            helen.go(base + "/consultations");
            fill(helen, ReviewSteps.consultation());
            press(helen, "Log the consultation");
            helen.inspect("consultations");

            helen.go(base + "/stages/assessment");
            Browser.shows(page.locator("main"), "Conflicting advice", "Similar past decisions", "Same right: R05");
            helen.inspect("assessment");
            press(helen, "Save and check what will be recorded");
            Browser.shows(page.locator("main"), "Source 2: Report on detention", "A1, independent");
            helen.inspect("assessment-check");
            page.locator("main form button.btn-primary").click();
            page.waitForURL("**/contracts/*");
        }
    }

    private static void findsNothingWorse(Browser helen, String base) {
        Page page = helen.go(base + "/stages/assessment").page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nothing found against the triage"))
                .click();
        helen.inspect("triage-findings");
        page.locator("#band").selectOption("MEDIUM");
        page.locator("#source").selectOption("2");
        page.locator("#why").fill("Two of three indices moved the country up since the triage.");
        press(helen, "Have it triaged anew");
        assertThat(page.locator(".error-summary")).containsText("the triage stands");
        assertThat(page.locator("#why")).hasValue("Two of three indices moved the country up since the triage.");
        helen.inspect("triage-findings-problem");
    }
}
