package org.contractethics.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A question stops the clock of a stage, its answer lets it run again; the board committee sets a target. */
@Journey
class ClockJourneyIT {

    private final SubmittedContracts contracts;
    private final String title = "Visa records " + UUID.randomUUID();

    @Autowired
    ClockJourneyIT(SubmittedContracts contracts) {
        this.contracts = contracts;
    }

    @Test
    void a_reviewer_asks_the_account_owner_answers_and_both_see_the_clock() {
        Contract contract = contracts.submitted(title);

        try (Browser priya = Browser.signedInAs("priya.raman")) {
            Page page = priya.go("/inbox/unclaimed?q=" + title).page();
            page.locator("tbody tr button").click();
            page.waitForURL("**/reviews/**");
            priya.declared();
            page.waitForURL("**/stages/**");
            priya.go("/contracts/" + contract.id());
            page.getByText("Ask a question").click();
            page.locator("main button[type=submit]").click();
            Browser.shows(page.locator("main"), "Write what you ask the account owner.");
            priya.inspect("question-error");
            page.locator("#question").fill("Is annex B part of the contract?\nIt is named in clause 2.");
            page.locator("main button[type=submit]").click();
            Browser.shows(page.locator(".case-steps [aria-current=step]"), "clock stopped since");
            page.locator("#case-diagram .diagram-badge").first().waitFor();
            priya.inspect("case-clock-stopped");
            priya.go("/inbox/mine?q=" + title);
            Browser.shows(page.locator("tbody tr"), "clock stopped since");
            priya.inspect("inbox-clock-stopped");
        }
        try (Browser sofia = Browser.signedInAs("sofia.marin")) {
            Page page = sofia.go("/inbox/mine?q=" + title).page();
            page.locator("tbody tr a.btn").click();
            Browser.shows(page.locator("main"), "Is annex B part of the contract?");
            sofia.inspect("question");
            page.locator("#answer").fill("Yes. It is uploaded now.");
            page.locator("main form[action$=answer] button").click();
            Browser.shows(page.locator("main"), "Answered by Sofia Marin");
            sofia.inspect("question-answered");
        }
        try (Browser priya = Browser.signedInAs("priya.raman")) {
            Page page = priya.go("/contracts/" + contract.id()).page();
            Browser.shows(page.locator("main"), "Yes. It is uploaded now.", "working day used");
            assertThat(page.locator("main").innerText()).doesNotContain("clock stopped since");
            priya.inspect("case-clock-runs");
        }
    }

    @Test
    void the_board_committee_changes_a_target_and_says_why() {
        try (Browser george = Browser.signedInAs("george.tan")) {
            Page page = george.go("/targets").page();
            page.locator("main button[type=submit]").click();
            Browser.shows(page.locator("main"), "Enter a whole number of working days from 1 to 250.");
            george.inspect("targets-error");
            page.locator("#step").selectOption("appeal");
            page.locator("#tier").selectOption("T4");
            page.locator("#days").fill("30");
            page.locator("#reason").fill("Said openly for T4, although it is the same number.");
            page.locator("main form[action='/targets'] button").click();
            Browser.shows(page.locator("main"), "30 working days", "George Tan");
            george.inspect("targets");
        }
    }
}
