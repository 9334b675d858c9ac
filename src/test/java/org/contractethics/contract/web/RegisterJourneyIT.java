package org.contractethics.contract.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
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

    private static void addsAContract(Browser sofia, String word) {
        Page page = sofia.page();
        sofia.go("/contracts/new");
        sofia.inspect("contract-new");
        page.locator("#title").fill("Case system " + word);
        page.locator("#obligated").fill("many");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator(".error-summary").innerText()).contains("is not an amount", "Enter the supplier");
        sofia.inspect("contract-new-problems");
        assertThat(page.locator("#title").inputValue()).isEqualTo("Case system " + word);

        page.locator("#agencyName").fill("ICE");
        page.locator("#supplier").fill("Example Cloud Inc.");
        page.locator("#obligated").fill("19400000");
        page.locator("#piid").fill(word);
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("h1").innerText()).contains(word);
        assertThat(page.locator("main").innerText()).contains("Unknown: a gap for the review", "USD 19,400,000.00");
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
        assertThat(page.locator("main").innerText()).contains("is not an amount");
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
        assertThat(page.url()).contains("q=" + word);
        page.locator("#q").fill(word + "nowhere");
        page.locator("#register").getByText("No contract matches").waitFor();
        erin.inspect("contracts-none");
        erin.go("/contracts?q=A" + word);
        page.locator("#register tbody a").first().click();
        assertThat(page.locator("main").innerText()).contains("SCANNERS " + word, "You see the line of this contract");
        erin.inspect("contract-case-employee");
    }
}
