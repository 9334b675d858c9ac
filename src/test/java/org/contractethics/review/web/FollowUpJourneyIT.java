package org.contractethics.review.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** After the signature: a condition is met after it was sent back, and the services are suspended by two people. */
@Journey
class FollowUpJourneyIT {

    private final MockMvcTester mvc;
    private final BegunReviews begun;

    @Autowired
    FollowUpJourneyIT(MockMvcTester mvc, BegunReviews begun) {
        this.mvc = mvc;
        this.begun = begun;
    }

    @Test
    void a_condition_is_met_after_it_was_sent_back_and_the_services_are_suspended() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", true);
        String contract = "/contracts/" + signed.contract;

        try (Browser paul = Browser.signedInAs("paul.nguyen")) {
            assertThat(paul.go("/inbox/mine").page().locator("main")).containsText("Meet the condition");
            paul.go(signed.conditionPath());
            press(paul, "Report that it is met");
            assertThat(paul.page().locator(".error-summary")).containsText("Say what shows that the condition is met.");
            paul.inspect("condition-report-problem");
            fill(paul.page(), Map.of("evidence", "The feature is switched off."));
            press(paul, "Report that it is met");
            assertThat(paul.page().locator("main")).containsText("Waits for a monitor");
        }
        ruling(signed, "NOT_MET", "There is no audit report.");
        try (Browser paul = Browser.signedInAs("paul.nguyen")) {
            paul.go(signed.conditionPath()).inspect("condition-sent-back");
            fill(paul.page(), Map.of("evidence", "The audit report of November."));
            press(paul, "Report that it is met");
        }
        ruling(signed, "MET", "The audit report shows it.");
        try (Browser mona = Browser.signedInAs("mona.keller")) {
            mona.go("/conditions?show=met").inspect("conditions-met");
            mona.go(contract + "/visibility");
            fill(mona.page(), Map.of("statement", "No logs of queries leave the agency's network."));
            press(mona, "Record the statement");
            mona.go(contract + "/incidents").inspect("incident-form");
            fill(
                    mona.page(),
                    Map.of(
                            "happened-on", "2026-01-05",
                            "source", "A newspaper",
                            "account", "Field offices traced families."));
            mona.page().locator("#kind").selectOption("PRESS");
            mona.page().locator("#reliability").selectOption("B");
            String word =
                    "zq" + UUID.randomUUID().toString().replaceAll("[^0-9]", "").substring(0, 10) + "v";
            byte[] article = DocumentFixtures.docx("The centre " + word + " was used at night.");
            mona.page().locator("#files").setInputFiles(new FilePayload("article.docx", "application/zip", article));
            press(mona, "Record it");
            evidenceIsFound(mona, word);
        }
        suspend(contract);
    }

    private void evidenceIsFound(Browser mona, String word) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        mona.go("/search?q=" + word + "&kind=evidence").page().locator("main"))
                .containsText("Evidence of an incident of 5 Jan 2026", briefly()));
        mona.inspect("search-evidence");
        mona.page().locator(".search-hits h3 a").press("Enter");
        assertThat(mona.page().locator("tr:target")).containsText("article.docx");
        mona.inspect("incident-with-evidence");
    }

    private static LocatorAssertions.ContainsTextOptions briefly() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(500);
    }

    private void ruling(SignedContract signed, String result, String reasons) {
        try (Browser mona = Browser.signedInAs("mona.keller")) {
            mona.go("/conditions").inspect("conditions-open");
            mona.go(signed.conditionPath());
            press(mona, "Claim");
            mona.page().locator("[name=result][value=" + result + "]").check();
            fill(mona.page(), Map.of("ruling-reasons", reasons));
            mona.inspect("condition-ruling-" + result.toLowerCase(java.util.Locale.ROOT));
            press(mona, "Record the ruling");
            assertThat(mona.page().locator("main")).containsText(reasons);
        }
    }

    private void suspend(String contract) {
        String suspension;
        try (Browser ruth = Browser.signedInAs("ruth.castillo")) {
            ruth.go(contract + "/interim-measure").inspect("interim-measure-form");
            ruth.go(contract);
            ruth.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open a suspension review"))
                    .click();
            fill(ruth.page(), Map.of("reason", "A newspaper reports that families are traced."));
            press(ruth, "Open the review");
            suspension = ruth.path();
            press(ruth, "Claim");
            ruth.page().locator("[name=outcome][value=SUSPEND]").check();
            fill(ruth.page(), Map.of("reasons", "The report is credible."));
            press(ruth, "Propose this");
            ruth.inspect("suspension-proposal-problem");
            fill(
                    ruth.page(),
                    Map.of(
                            "customer-notice", "We stop the service on Monday.",
                            "safety", "Open cases are handed over on paper."));
            press(ruth, "Propose this");
            assertThat(ruth.page().locator("main")).containsText("Waits for the board committee");
        }
        try (Browser george = Browser.signedInAs("george.tan")) {
            george.go(suspension);
            press(george, "Claim");
            george.inspect("suspension-ruling");
            george.page().locator("[name=confirmed][value=yes]").check();
            fill(george.page(), Map.of("ruling-reasons", "The committee read it."));
            press(george, "Record the ruling");
            assertThat(george.go(contract).page().locator(".page-head")).containsText("Suspended");
            assertThat(george.page().locator("main")).containsText("We stop the service on Monday.");
            george.inspect("suspended-contract");
        }
    }

    private static void press(Browser browser, String name) {
        browser.page()
                .locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private static void fill(Page page, Map<String, String> answers) {
        answers.forEach((name, answer) ->
                page.locator("main [name='" + name + "']").first().fill(answer));
    }
}
