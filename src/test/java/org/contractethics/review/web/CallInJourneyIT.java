package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The panel chair calls in, in the browser, a contract that nobody submitted: refused without reasons, then open. */
@Journey
class CallInJourneyIT {

    private final RegisteringContracts registering;

    @Autowired
    CallInJourneyIT(RegisteringContracts registering) {
        this.registering = registering;
    }

    @Test
    void the_chair_calls_in_what_nobody_submitted() {
        Contract contract = registering.register(
                RegisteredContracts.aDraft("Never submitted " + UUID.randomUUID()), "FORM", RegisteredContracts.SOFIA);
        String casePage = "/contracts/" + contract.id();

        try (Browser ruth = Browser.signedInAs("ruth.castillo")) {
            Page page = ruth.go(casePage).page();
            Browser.shows(page.locator("main"), "Never reviewed");
            page.locator("a[href$='/call-in']").click();
            ruth.inspect("call-in");
            page.click("main button[type=submit]");
            Browser.shows(page.locator("main"), "Say why the contract has to be reviewed.");
            ruth.inspect("call-in-refused");

            page.fill("#reasons", "It has run for a year.");
            page.click("main button[type=submit]");
            page.waitForURL("**" + casePage);
            Browser.shows(page.locator(".note-done"), "The review is open.");
            Browser.shows(page.locator("main"), "In review");
            assertThat(page.locator("a[href$='/call-in']").count()).isZero();
            ruth.inspect("called-in");
        }
        try (Browser sofia = Browser.signedInAs("sofia.marin")) {
            sofia.go("/notices");
            Browser.shows(sofia.page().locator("main"), contract.reference() + ": called in for review");
        }
    }
}
