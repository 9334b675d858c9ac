package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.sent;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.journeys.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whoever handles a concern ties it to a contract on its page; a second person refuses in their list that this is undone. */
@IntegrationTest
class TyingJourneyIT {

    private final TiedConcern concern;

    TyingJourneyIT(
            @Autowired MockMvcTester mvc, @Autowired RegisteringContracts registering, @Autowired JdbcClient jdbc) {
        this.concern = new TiedConcern(mvc, registering, jdbc);
    }

    @Test
    void it_is_tied_beside_what_it_is_about_and_the_second_person_refuses_to_undo_that() {
        try (Browser olga = Browser.signedInAs(TiedConcern.OLGA)) {
            Page page = olga.go("/concerns/" + concern.id).page();
            page.fill("#tie-contract", concern.contract.reference());
            page.click("button:has-text('Tie it to the contract')");
            Browser.shows(page.locator(".error-summary"), "why the concern is about this contract");
            assertThat(page.inputValue("#tie-contract")).isEqualTo(concern.contract.reference());
            olga.inspect("concern-tie-refused");
            page.fill("#tie-because", TiedConcern.AGAIN);
            page.click("button:has-text('Tie it to the contract')");
            Browser.shows(page.locator("#ties"), TiedConcern.AGAIN);
            concern.heldAndReleased();
            sent(concern.undo(TiedConcern.OLGA));
            olga.go("/concerns/" + concern.id).inspect("concern-tie-waits-to-be-undone");
        }
        refuses();
        try (Browser olga = Browser.signedInAs(TiedConcern.OLGA)) {
            olga.go("/concerns/" + concern.id).inspect("concern-tie-stays");
            Browser.shows(olga.page().locator("#ties"), "george.tan refused that");
        }
        sent(concern.hands.post("/concerns/" + concern.id + "/withdraw", TiedConcern.ERIN, Map.of("sure", "yes")));
    }

    private void refuses() {
        String form = "form[action='" + concern.undo + "/refuse']";
        try (Browser george = Browser.signedInAs(TiedConcern.GEORGE)) {
            Page page = george.go("/concerns").page();
            page.locator("details:has(" + form + ") summary").click();
            page.click(form + " button");
            Browser.shows(page.locator(".error-summary"), "why the concern stays tied to this contract");
            george.inspect("concerns-refusal-without-reason");
            page.fill(form + " textarea", TiedConcern.AGAIN);
            page.click(form + " button");
            Browser.shows(page.locator("main"), "Concerns");
        }
    }
}
