package org.contractethics.contract.web;

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

/** A contract changes hands in the browser: refused without reasons, then taken over by a colleague who is told. */
@Journey
class HandOverJourneyIT {

    private final RegisteringContracts registering;

    @Autowired
    HandOverJourneyIT(RegisteringContracts registering) {
        this.registering = registering;
    }

    @Test
    void an_owner_hands_a_contract_to_a_colleague() {
        Contract contract = registering.register(
                RegisteredContracts.aDraft("Changing hands " + UUID.randomUUID()), "FORM", RegisteredContracts.SOFIA);
        String casePage = "/contracts/" + contract.id();

        try (Browser sofia = Browser.signedInAs("sofia.marin")) {
            Page page = sofia.go(casePage).page();
            page.locator("a[href$='/hand-over']").click();
            sofia.inspect("hand-over");
            page.selectOption("#owner", "tom.lindqvist");
            page.click("main button[type=submit]");
            Browser.shows(page.locator("main"), "Give the reasons.");
            assertThat(page.inputValue("#owner")).isEqualTo("tom.lindqvist");
            sofia.inspect("hand-over-refused");

            page.fill("#reasons", "I move to another team.");
            page.click("main button[type=submit]");
            assertThat(page.url()).endsWith(casePage);
        }
        try (Browser tom = Browser.signedInAs("tom.lindqvist")) {
            tom.go("/notices");
            Browser.shows(tom.page().locator("main"), contract.reference() + ": you are its account owner now");
            Page page = tom.go(casePage).page();
            assertThat(page.locator("a[href$='/edit']").count()).isPositive();
            tom.go(casePage + "/hand-over");
            Browser.shows(page.locator("main"), "Account owners so far", "Tom Lindqvist", "I move to another team.");
            tom.inspect("handed-over");
        }
    }
}
