package org.contractethics.review.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.contractethics.review.internal.followup.Suspensions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A contract is to be ended: its exit is planned, a harm is remedied beside it, and the chair looks at the procedures. */
@Journey
class ExitAndRemedyJourneyIT {

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final Suspensions suspensions;

    @Autowired
    ExitAndRemedyJourneyIT(MockMvcTester mvc, BegunReviews begun, Suspensions suspensions) {
        this.mvc = mvc;
        this.begun = begun;
        this.suspensions = suspensions;
    }

    @Test
    void an_exit_is_planned_and_a_harm_is_remedied() throws Exception {
        SignedContract signed = toBeEnded();
        String contract = "/contracts/" + signed.contract;

        try (Browser dana = Browser.signedInAs("dana.whitfield")) {
            dana.go(contract).inspect("exit-contract");
            dana.page().locator("main a[href*='/exits/']").first().click();
            press(dana, "Claim");
            press(dana, "Record the plan");
            assertThat(dana.page().locator(".error-summary")).containsText("Say who is affected by the end.");
            dana.inspect("exit-plan-problem");
            fill(
                    dana,
                    Map.of(
                            "leverage", "Three letters and two meetings changed nothing.",
                            "affected", "Families who use the hotline, staff of the agency.",
                            "adverse-impacts", "The hotline goes silent.",
                            "prevention", "It runs on for three months.",
                            "heard", "Two advice centres.",
                            "data-return", "Case files are returned, copies deleted.",
                            "hand-over", "Nobody takes it over.",
                            "public-note", "We end this contract."));
            fill(dana, Map.of("services-end-on", "2031-01-31", "data-gone-by", "2031-03-31"));
            press(dana, "Record the plan");
            assertThat(dana.page().locator("main")).containsText("Waits for the board committee");
            dana.inspect("exit-planned");
        }
        try (Browser mona = Browser.signedInAs("mona.keller")) {
            mona.go(contract + "/incidents");
            fill(
                    mona,
                    Map.of(
                            "happened-on",
                            "2026-01-05",
                            "source",
                            "A newspaper",
                            "account",
                            "Field offices traced families."));
            mona.page().locator("#kind").selectOption("PRESS");
            mona.page().locator("#reliability").selectOption("B");
            press(mona, "Record it");
            mona.go(contract + "/remediation").inspect("remediation-form");
            mona.page().locator("#cause").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            mona.page().locator("[name=involvement][value=CONTRIBUTE]").check();
            fill(mona, Map.of("harm", "Twelve families were traced and separated."));
            press(mona, "Open the remediation");
        }
        try (Browser helen = Browser.signedInAs("helen.okafor")) {
            helen.go(contract)
                    .page()
                    .locator("main a[href*='/remediations/']")
                    .first()
                    .click();
            press(helen, "Claim");
            press(helen, "Record the plan");
            assertThat(helen.page().locator(".error-summary")).containsText("right to go to court");
            helen.inspect("remedy-plan-problem");
        }
        try (Browser ruth = Browser.signedInAs("ruth.castillo")) {
            ruth.go("/procedures").inspect("procedures");
            assertThat(ruth.page().locator("main")).containsText("Remediation");
        }
    }

    private SignedContract toBeEnded() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", true);
        signed.hands.post(
                "ruth.castillo",
                "/contracts/" + signed.contract + "/suspension",
                Map.of("reason", "Misuse is proven."));
        String suspension =
                "/suspensions/" + suspensions.of(signed.contract).get(0).id();
        signed.claimOn(suspension, "ruth.castillo");
        signed.hands.post(
                "ruth.castillo", suspension + "/proposal", Map.of("outcome", "EXIT", "reasons", "Nothing helped."));
        signed.claimOn(suspension, "george.tan");
        signed.hands.post(
                "george.tan", suspension + "/ruling", Map.of("confirmed", "yes", "ruling-reasons", "We read it."));
        return signed;
    }

    private static void press(Browser browser, String name) {
        browser.page()
                .locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private static void fill(Browser browser, Map<String, String> answers) {
        answers.forEach((name, answer) ->
                browser.page().locator("main [name='" + name + "']").first().fill(answer));
    }
}
