package org.contractethics.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.contract.Contract;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the inbox to the task, and where the case page says the contract is. */
@Journey
class InboxJourneyIT {

    private final SubmittedContracts contracts;
    private final JdbcClient database;
    private final WorkingDays days;
    private final String title = "Case handling " + UUID.randomUUID();

    @Autowired
    InboxJourneyIT(SubmittedContracts contracts, JdbcClient database, WorkingDays days) {
        this.contracts = contracts;
        this.database = database;
        this.days = days;
    }

    @Test
    void a_legal_reviewer_claims_a_task_returns_it_and_reads_where_the_contract_is() {
        Contract contract = contracts.submitted(title);

        try (Browser priya = Browser.signedInAs("priya.raman")) {
            Page page = priya.go("/inbox/unclaimed?q=" + title).page();
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
            Browser.shows(page.locator("tbody tr"), "Confirm the documents", "Unclaimed", onNextWorkingDay());
            priya.inspect("inbox");
            page.locator("tbody tr button").click();
            page.waitForURL("**/reviews/**");
            assertThat(priya.declared().path()).endsWith("/stages/document-check");

            priya.go("/inbox/mine?q=" + title);
            Browser.shows(page.locator("tbody tr"), "Priya Raman", "Open", "Return");
            page.locator("tbody tr button").click();
            assertThat(priya.path()).isEqualTo("/inbox");
            priya.go("/inbox/mine?q=" + title);
            Browser.shows(page.locator(".empty-note"), "No task matches");
            priya.inspect("inbox-empty");

            priya.go("/contracts/" + contract.id());
            page.locator("#case-diagram .djs-element.is-current").first().waitFor();
            assertThat(page.locator("#case-diagram .diagram-badge").first().innerText())
                    .startsWith("Due ");
            assertThat(smallestText(page))
                    .as("px of the smallest text in the diagram")
                    .isGreaterThanOrEqualTo(10);
            Browser.shows(
                    page.locator(".case-steps [aria-current=step]"),
                    "Current",
                    "Confirm the documents",
                    "Unclaimed",
                    "due");
            priya.inspect("case-position");

            database.sql("update workflow.inbox_item set due_at = now() - interval '3 days' where contract_id = :id")
                    .param("id", contract.id().value())
                    .update();
            priya.go("/contracts/" + contract.id());
            page.locator("#case-diagram .djs-element.is-overdue").waitFor();
            assertThat(page.locator("#case-diagram .djs-connection.is-passed").count())
                    .isEqualTo(2);
            assertThat(page.locator("#case-diagram .diagram-badge.is-overdue").innerText())
                    .isEqualTo("Overdue by 3 days");
            Browser.shows(page.locator(".case-steps [aria-current=step]"), "Overdue by 3 days");
            priya.inspect("case-position-overdue");
            page.getByText("Open the discussion").click();
            page.locator("#text").fill("Is clause 4 complete? @leo.brandt, please look.");
            page.locator("main button[type=submit]").click();
            Browser.shows(page.locator("main"), "@Leo Brandt");
            priya.inspect("discussion");
        }
    }

    @Test
    void a_legal_reviewer_saves_a_view_and_claims_several_tasks_at_once() {
        contracts.submitted(title + " one");
        contracts.submitted(title + " two");

        try (Browser priya = Browser.signedInAs("priya.raman")) {
            Page page = priya.go("/inbox/unclaimed?q=" + title + "&step=document-check")
                    .page();
            page.locator("#name").fill(title);
            page.locator("form[action='/inbox/saved'] button").click();
            Browser.shows(page.locator("main"), "Saved view: " + title, "S2 Confirm the documents");
            priya.inspect("inbox-saved-view");

            page.locator("tbody input[type=checkbox]").first().check();
            page.locator("tbody input[type=checkbox]").last().check();
            page.locator("button[form=bulk-claim], #bulk-claim button").click();
            assertThat(page.locator("h1").innerText()).isEqualTo("2 of 2 claimed");
            priya.inspect("inbox-claimed");

            priya.go("/inbox/saved");
            priya.inspect("inbox-saved");
            page.locator("section:has-text('" + title + "') form[action$=delete] button")
                    .click();
            assertThat(page.locator("main").innerText()).doesNotContain(title);
        }
        try (Browser ruth = Browser.signedInAs("ruth.castillo")) {
            ruth.go("/inbox/workload");
            Browser.shows(ruth.page().locator("main"), "Priya Raman", "Leo Brandt");
            ruth.inspect("inbox-workload");
        }
        try (Browser august = Browser.signedInAs("august.lund")) {
            august.go("/insights/reviewers");
            august.inspect("insights-reviewers");
        }
    }

    @Test
    void nobody_is_offered_a_task_of_the_own_contract() {
        contracts.submitted(title);

        try (Browser sofia = Browser.signedInAs("sofia.marin")) {
            sofia.go("/inbox?q=" + title);

            Browser.shows(sofia.page().locator(".empty-note"), "No task matches");
        }
    }

    private static double smallestText(Page page) {
        Object scale = page.evaluate("() => document.querySelector('#case-diagram .viewport').getCTM().a * 14");
        return ((Number) scale).doubleValue();
    }

    /** As the inbox tells it: a weekend or a holiday may lie between. */
    private String onNextWorkingDay() {
        Instant now = Instant.now();
        long until = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, ZoneOffset.UTC), days.after(now, 1));
        return until == 1 ? "in 1 day" : "in " + until + " days";
    }
}
