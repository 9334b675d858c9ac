package org.contractethics.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Leadership follows a number down to the decision behind it; the chair signs a report; an auditor asks whether the record is intact. */
@Journey
class ReadingFiguresJourneyIT {

    private static final List<String> OUTCOMES = List.of("APPROVE", "CONDITIONAL", "REJECT", "RETURN");
    private static final List<String> STAGES =
            List.of("DOCUMENT_CHECK", "LEGAL_STOP", "TRIAGE", "RESEARCH", "ASSESSMENT");

    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final String agency = "U.S. Customs and Border Protection " + UUID.randomUUID();

    @Autowired
    ReadingFiguresJourneyIT(ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void aQuarterOfReviews() {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 24; i++) {
                review(i);
            }
        });
    }

    @Test
    void leadership_follows_a_figure_down_to_the_decision() {
        try (Browser lena = Browser.signedInAs("lena.hoffman")) {
            lena.go("/insights?period=2026-Q2&agency=" + agency.replace(" ", "%20"));
            lena.page().locator("#chart-decisions svg").waitFor();
            lena.inspect("insights");
            Browser.shows(lena.page().locator("#chart-stage-times"), "90th percentile");

            Locator approved = lena.page().locator("#decisions a[aria-label^='Approved, Total']");
            String number = approved.textContent();
            approved.click();
            assertThat(lena.page().locator("#total").textContent()).isEqualTo(number);
            lena.inspect("insights-figure");

            lena.page().locator("a[href^='/audit/']").first().click();
            assertThat(lena.page().locator("h1").textContent()).startsWith("Entry");
            Browser.shows(lena.page().locator("main"), "Decision recorded");
            lena.inspect("record-entry");
        }
    }

    @Test
    void leadership_prints_and_downloads_the_report() {
        try (Browser lena = Browser.signedInAs("lena.hoffman")) {
            lena.go("/reports/audit?period=2026-Q2&agency=" + agency.replace(" ", "%20"));
            lena.inspect("audit-report");

            Download download = lena.page().waitForDownload(() -> lena.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download as XLSX"))
                    .click());

            assertThat(download.suggestedFilename()).isEqualTo("audit-report-2026-04-01-to-2026-06-30.xlsx");
        }
    }

    @Test
    void the_chair_of_the_committee_signs_what_was_read_and_everybody_reads_the_staff_report() {
        try (Browser george = Browser.signedInAs("george.tan")) {
            Page page = george.go("/reports/board?period=2026-Q2").page();
            Browser.shows(page.locator("main"), "Critical cases, one by one", "R09", "Retaliation");
            assertThat(page.locator("main img[alt^='QR code']").count()).isOne();
            george.inspect("report-board");
            page.locator("main").getByLabel("I have read this report").check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign the report"))
                    .click();
            Browser.shows(page.locator("main"), "Signed by", "George Tan", "SHA-256");
            george.inspect("report-signed");
            george.go("/reports/signed").inspect("reports-signed");
            george.go("/reports/board?period=2026-Q2");
            Browser.shows(page.locator("main"), "This report is signed.");
            george.go("/reports/statement?year=2026").inspect("report-statement");
            george.go("/reports/board?period=2019-Q1");
            Browser.shows(page.locator("main"), "The record begins on", "It holds nothing for this period");
            assertThat(page.locator("#period option:checked").textContent()).isEqualTo("Quarter 1 of 2019");
            george.inspect("report-board-before-the-record");
        }
        try (Browser erin = Browser.signedInAs("erin.walsh")) {
            erin.go("/reports/staff?year=2026").inspect("report-staff");
            assertThat(erin.page().getByText("Sign the report").count()).isZero();
        }
    }

    @Test
    void an_auditor_has_the_record_verified() {
        try (Browser august = Browser.signedInAs("august.lund")) {
            august.go("/audit");
            august.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verify now"))
                    .click();

            Browser.shows(august.page().locator("main"), "Intact", "for August Lund");
            august.inspect("record");
            august.go("/audit/erasures");
            august.inspect("erasures");
            august.go("/audit");

            august.page()
                    .locator("main")
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("How to check the record"))
                    .click();
            Browser.shows(august.page().locator("#checkpoint"), "localhost/");
            august.inspect("record-proofs");
            august.go("/audit/reads");
            Browser.shows(august.page().locator("main"), "August Lund", "GET /audit/reads");
            august.inspect("access-trail");
            august.go("/record/reads").inspect("recorded-reads");
            august.go("/search/index").inspect("search-index");
        }
    }

    private void review(int i) {
        ContractId contract = new ContractId(UUID.randomUUID());
        String review = UUID.randomUUID().toString();
        String decision = UUID.randomUUID().toString();
        Instant day = Instant.parse("2026-04-02T09:00:00Z").plusSeconds(i * 280_000L);
        String outcome = OUTCOMES.get(i * 7 % OUTCOMES.size());
        String tier = "T" + (1 + i % 4);
        happened(
                contract,
                day,
                "contract-registered",
                Map.of(
                        "reference",
                        "C-" + UUID.randomUUID().toString().substring(0, 6),
                        "title",
                        "Case management platform, option year " + i,
                        "agency",
                        agency));
        happened(contract, day, "review-opened", Map.of("reviewId", review));
        happened(contract, day, "triage-confirmed", Map.of("reviewId", review, "tier", tier));
        for (int s = 0; s < STAGES.size(); s++) {
            happened(
                    contract,
                    day.plusSeconds(86_400L),
                    "stage-completed",
                    Map.of(
                            "reviewId",
                            review,
                            "stage",
                            STAGES.get(s),
                            "stageCode",
                            "S" + (s + 2),
                            "startedAt",
                            day.toString(),
                            "dueAt",
                            day.plusSeconds(40_000L * (s + 1)).toString(),
                            "hours",
                            3 + (i * 5 + s * 11) % 60));
        }
        if (i % 6 == 0) {
            Map<String, Object> rated = Map.of("code", "R09", "severity", "CRITICAL", "sources", List.of());
            happened(
                    contract,
                    day.plusSeconds(90_000L),
                    "assessment-recorded",
                    Map.of("reviewId", review, "rights", List.of(rated)));
        }
        if (i % 5 != 0) {
            happened(
                    contract,
                    day.plusSeconds(200_000),
                    "decision-recorded",
                    Map.of(
                            "reviewId",
                            review,
                            "decisionId",
                            decision,
                            "outcome",
                            outcome,
                            "tier",
                            tier,
                            "conditions",
                            1,
                            "documentSetHash",
                            "a".repeat(64),
                            "expiresOn",
                            "2027-05-05"));
            happened(
                    contract,
                    day.plusSeconds(200_000),
                    "condition-imposed",
                    Map.of(
                            "reviewId",
                            review,
                            "decisionId",
                            decision,
                            "conditionId",
                            UUID.randomUUID().toString(),
                            "owner",
                            "mona.keller",
                            "dueOn",
                            "2026-06-01",
                            "blocking",
                            i % 2 == 0));
        }
    }

    private void happened(ContractId contract, Instant at, String kind, Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        if (kind.equals("contract-registered")) {
            all.put("contractId", contract.toString());
        }
        events.publishEvent(new Happened(kind, contract, "dana.whitfield", at, all).whole());
    }
}
