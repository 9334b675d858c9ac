package org.contractethics.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.contractethics.policy.internal.PolicyInForce;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A change of the rules in the browser: proposed with a file, commented, run over past reviews, withdrawn. */
@Journey
class ChangingTheRulesJourneyIT {

    private final PolicyInForce policy;

    @Autowired
    ChangingTheRulesJourneyIT(PolicyInForce policy) {
        this.policy = policy;
    }

    @Test
    void a_reviewer_proposes_staff_comment_and_the_board_decides() {
        String version = proposed();

        try (Browser erin = Browser.signedInAs("erin.walsh")) {
            Page page = erin.go("/rules").page();
            Browser.shows(page.locator("tbody").last(), "Proposed", "Dana Whitfield");
            erin.inspect("rules");
            erin.go(version);
            page.fill("#comment", "Who asked the people concerned?");
            page.click("button:has-text('Comment')");
            Browser.shows(page.locator("main"), "Who asked the people concerned?", "Erin Walsh");
            erin.inspect("rules-version");
            erin.go(version + "/tables/context-risk");
            erin.inspect("rules-table-of-a-version");
        }
        try (Browser george = Browser.signedInAs("george.tan")) {
            Page page = george.go("/inbox").page();
            Browser.shows(page.locator("tbody"), "Rules of the review", "Decide on a change of the rules");
            george.go(version);
            george.inspect("rules-version-to-decide");
            page.click("text=Run it over all contracts so far");
            assertThat(page.locator("h1").innerText()).startsWith("Dry run of version");
            george.inspect("rules-dry-run");
            george.go(version);
            page.fill("#reasons", "Not convinced.");
            page.click("button:has-text('Withdraw')");
            Browser.shows(page.locator("main"), "Withdrawn", "Not convinced.");
        }
    }

    private String proposed() {
        String file = policy.now()
                .content()
                .file("context-risk.dmn")
                .orElseThrow()
                .replace("context-risk-08-o1\"><text>2<", "context-risk-08-o1\"><text>3<");
        try (Browser dana = Browser.signedInAs("dana.whitfield")) {
            Page page = dana.go("/rules/versions/new").page();
            page.click("button:has-text('Propose this version')");
            Browser.shows(page.locator(".error-summary"), "Say why the rules should change");
            dana.inspect("rules-propose");
            dana.go("/rules/versions/new/tables/triage-tier");
            page.fill("#r1-i1", "=4");
            page.click("button:has-text('Check it and show')");
            Browser.shows(page.locator(".error-summary"), "a whole number");
            dana.inspect("rules-edit-table-wrong");
            page.fill("#r1-i1", "4");
            page.fill("#r1-o2", "55");
            page.click("button:has-text('Check it and show')");
            Browser.shows(page.locator("#preview"), "triage-tier-01", "55");
            dana.inspect("rules-edit-table");
            dana.go("/rules/versions/new/capability");
            page.click("summary");
            dana.inspect("rules-add-capability");
            dana.go("/rules/versions/new");
            page.fill("#reason", "A country rated high weighs as much as a bad record.");
            page.fill(
                    "#effective-on", LocalDate.now(ZoneOffset.UTC).plusDays(14).toString());
            page.setInputFiles(
                    "#files", new FilePayload("context-risk.dmn", "text/xml", file.getBytes(StandardCharsets.UTF_8)));
            page.click("button:has-text('Propose this version')");
            return dana.path();
        }
    }
}
