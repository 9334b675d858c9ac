package org.contractethics.contract.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.junit.jupiter.api.Test;

/** Sales fills the register, and an employee looks into it. */
@Journey
class RegisterJourneyIT {

    @Test
    void sales_adds_and_imports_contracts_and_an_employee_finds_them() {
        String word = "J" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        try (Browser sofia = Browser.signedInAs("sofia.marin")) {
            addsAContract(sofia, word);
            importsAwards(sofia, word);
        }
        try (Browser erin = Browser.signedInAs("erin.walsh")) {
            looksIntoTheRegister(erin, word);
        }
    }

    @Test
    void sales_asks_for_a_redaction_the_chair_approves_it_and_an_employee_sees_what_is_left() {
        String word = "R" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        String path;
        try (Browser sofia = Browser.signedInAs("sofia.marin")) {
            Page page = sofia.go("/contracts/new").page();
            page.locator("#title").fill("Border system " + word);
            page.locator("#agencyName").fill("CBP");
            page.locator("#supplier").fill("Example Cloud Inc.");
            page.locator("#piid").fill(word);
            page.locator("main button[type=submit]").click();
            path = sofia.path();
            page.getByText("Redaction", new Page.GetByTextOptions().setExact(true))
                    .click();
            page.locator("main button[type=submit]").click();
            Browser.shows(page.locator(".error-summary"), "Choose what is to be withheld", "Enter the last day");
            sofia.inspect("redaction-problems");
            page.locator("#fields").check();
            page.locator("#reason").fill("The tender is open until spring.");
            page.locator("#endsOn")
                    .fill(LocalDate.now(ZoneOffset.UTC).plusMonths(3).toString());
            page.locator("main button[type=submit]").click();
            Browser.shows(page.locator("main"), "Waits for approval");
        }
        try (Browser ruth = Browser.signedInAs("ruth.castillo")) {
            ruth.go(path + "/redaction");
            ruth.inspect("redaction-waiting");
            ruth.page().locator("form[action$=approve] button").click();
            Browser.shows(ruth.page().locator("main"), "In force");
            ruth.go("/contracts/redactions");
            ruth.inspect("redactions");
        }
        try (Browser erin = Browser.signedInAs("erin.walsh")) {
            erin.go(path);
            Browser.shows(erin.page().locator("main"), "Contract with a redacted title", "Withheld here for a time");
            assertThat(erin.page().locator("main").innerText()).doesNotContain(word);
            erin.inspect("contract-redacted");
        }
    }

    private static void addsAContract(Browser sofia, String word) {
        Page page = sofia.page();
        sofia.go("/contracts/new");
        sofia.inspect("contract-new");
        page.locator("#title").fill("Case system " + word);
        page.locator("#obligated").fill("many");
        page.locator("main button[type=submit]").click();
        Browser.shows(page.locator(".error-summary"), "is not an amount", "Enter the supplier");
        sofia.inspect("contract-new-problems");
        assertThat(page.locator("#title").inputValue()).isEqualTo("Case system " + word);

        page.locator("#agencyName").fill("ICE");
        page.locator("#supplier").fill("Example Cloud Inc.");
        page.locator("#obligated").fill("19400000");
        page.locator("#piid").fill(word);
        page.locator("main button[type=submit]").click();
        Browser.shows(page.locator("h1"), word);
        Browser.shows(page.locator("main"), "Unknown: a gap for the review", "USD 19,400,000.00");
        sofia.inspect("contract-case");
    }

    private static void importsAwards(Browser sofia, String word) {
        Page page = sofia.page();
        sofia.go("/contracts/import");
        sofia.inspect("contract-import");
        String csv = "Fiscal Year,Agency,Award ID,Recipient Name,Federal Action Obligation,Action Date,Modification,"
                + "Product/Service Description,NAICS Description,Transaction Description,Generated Award ID\n"
                + "2021,CBP,A" + word + ",DATA CO,10,2021-01-05,0,SOFTWARE,X,SCANNERS " + word + ",\n"
                + "2021,CBP,B" + word + ",DATA CO,ten,2021-01-05,0,SOFTWARE,X,SCANNERS,\n";
        page.locator("#file")
                .setInputFiles(new FilePayload("awards.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.locator("main button[type=submit]").click();
        page.locator("#progress").getByText("Finished").waitFor();
        Browser.shows(page.locator("main"), "is not an amount");
        sofia.inspect("contract-import-done");
    }

    private static void looksIntoTheRegister(Browser erin, String word) {
        Page page = erin.page();
        erin.go("/contracts");
        erin.inspect("contracts");
        page.locator("#q").pressSequentially(word);
        page.locator("#register").getByText("SCANNERS " + word).waitFor();
        Locator rows = page.locator("#register tbody tr");
        // the list follows the typing letter by letter
        PlaywrightAssertions.assertThat(rows).hasCount(2);
        page.waitForURL("**q=" + word + "**");
        page.locator("#q").fill(word + "nowhere");
        page.locator("#register").getByText("No contract matches").waitFor();
        erin.inspect("contracts-none");
        erin.go("/contracts?q=A" + word);
        page.locator("#register tbody a").first().click();
        Browser.shows(page.locator("main"), "SCANNERS " + word, "You see the line of this contract");
        erin.inspect("contract-case-employee");
    }
}
