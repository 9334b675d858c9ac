package org.contractethics.review.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.review.web.Screens.fill;
import static org.contractethics.review.web.Screens.press;
import static org.contractethics.review.web.Screens.putAsideTheRest;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.junit.jupiter.api.Test;

/** The whole way of one contract, by everyone it takes: registered, reviewed, voted on, decided, doubted, reported. */
@Journey
class MainPathJourneyIT {

    /** As the decision of {@link ReviewSteps#decision} says it. */
    private static final String ASKED = "No use for removal";

    private static final double PATIENCE = 30_000;
    private static final String WORD_FILE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final String word = "M" + UUID.randomUUID().toString().substring(0, 8);
    private final String title = "Case system " + word;
    private final byte[] agreement = DocumentFixtures.docx(
            "1. Data processing. The Contractor shall process Agency data in the government region only.",
            "2. Permitted use. The Agency may use the service " + word + " to handle applications.");
    private String contract = "";

    @Test
    void a_contract_is_registered_reviewed_decided_doubted_and_reported() throws IOException {
        try (Browser sofia = Browser.signedInAs("sofia.marin")) {
            register(sofia);
            upload(sofia);
            submit(sofia);
        }
        stage("priya.raman", "Confirm the documents", ReviewSteps.documents());
        stage("leo.brandt", "Clear or stop on legal grounds", ReviewSteps.legal());
        stage("tariq.osman", "Confirm the triage", ReviewSteps.triage());
        stage("dana.whitfield", "Research the agency and the end use", ReviewSteps.research());
        assess();
        stage("priya.raman", "Agree on mitigation", ReviewSteps.mitigation());
        List<String> panel = drawn();
        for (String member : panel) {
            vote(
                    member,
                    member.equals(panel.get(panel.size() - 1)) ? "REJECT" : "CONDITIONAL",
                    member.equals(panel.get(0)) ? ASKED : "");
        }
        try (Browser ruth = Browser.signedInAs("ruth.castillo")) {
            open(ruth);
            press(ruth, "Close the vote and open it");
        }
        stage("ruth.castillo", "Record the decision", ReviewSteps.decision());
        readsWhatBecameOfTheCondition(panel.get(0));
        sign();

        fileAndAnswerAConcern();
        findTheClause();
        followAFigure();
    }

    private void readsWhatBecameOfTheCondition(String asking) {
        try (Browser browser = Browser.signedInAs(asking)) {
            browser.go("/contracts/" + contract);
            assertThat(browser.page().locator("main")).containsText("Taken up word for word.");
        }
    }

    private void register(Browser sofia) {
        Page page = sofia.go("/contracts/new").page();
        page.locator("#title").fill(title);
        page.locator("#agencyName").fill("U.S. Immigration and Customs Enforcement");
        page.locator("#supplier").fill("Example Software Corporation");
        page.locator("#ceiling").fill("19400000");
        page.locator("[name=capabilities][value=ENFORCEMENT_DATA_FUSION]").check();
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("h1")).containsText(title);
        contract = sofia.path().substring("/contracts/".length());
    }

    private void upload(Browser sofia) {
        Page page = sofia.page();
        page.locator("#document-file").setInputFiles(new FilePayload("Agreement.docx", WORD_FILE, agreement));
        press(sofia, "Upload document");
        assertThat(page.locator("#document-rows"))
                .containsText("2 clauses", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    private void submit(Browser sofia) {
        sofia.go("/reviews/new?contract=" + contract);
        fill(sofia, Map.of("end-use", "Handles the cases of people at the border"));
        press(sofia, "Check what will be submitted");
        press(sofia, "Submit for review");
        assertThat(sofia.page().locator("main")).containsText("In review");
    }

    /** From the inbox: claim the task, fill the form, look at the check page, send. */
    private void stage(String person, String task, Map<String, ?> answers) {
        try (Browser browser = Browser.signedInAs(person)) {
            claim(browser, task);
            fill(browser, answers);
            send(browser);
        }
    }

    /** The very file that was decided on is brought back signed. */
    private void sign() {
        try (Browser leo = Browser.signedInAs("leo.brandt")) {
            claim(leo, "Confirm the signed documents");
            String gate = leo.path();
            Page page = leo.go(gate.substring(0, gate.indexOf("/stages/")) + "/executed-copies")
                    .page();
            page.locator("input[type=file]").setInputFiles(new FilePayload("Signed.docx", WORD_FILE, agreement));
            press(leo, "Keep as executed copies");
            leo.go(gate).page().locator("[name=copies]").first().check();
            Map<String, String> signed = new HashMap<>(ReviewHands.signedToday());
            signed.put("same", "yes");
            fill(leo, signed);
            send(leo);
        }
    }

    private void claim(Browser browser, String task) {
        Page page = browser.go("/inbox?q=" + title).page();
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(task));
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Claim"))
                .click();
        page.waitForURL("**/reviews/**");
        browser.declared();
        assertThat(page.locator("h1")).hasText(task);
    }

    private void send(Browser browser) {
        press(browser, "Check what will be recorded");
        assertThat(browser.page().locator("main")).containsText("Nothing is sent yet");
        browser.page().locator("main form button.btn-primary").click();
        browser.page().waitForURL("**/contracts/" + contract);
    }

    private void assess() {
        try (Browser helen = Browser.signedInAs("helen.okafor")) {
            claim(helen, "Assess the impact on rights");
            Page page = helen.page();
            String form = helen.path();
            helen.go(form.replace("stages/assessment", "consultations"));
            fill(helen, ReviewSteps.consultation());
            press(helen, "Log the consultation");
            helen.go(form);
            page.locator("[name=R05][value=yes]").check();
            putAsideTheRest(helen, "R05");
            helen.go(form + "/rights/R05");
            fill(helen, ReviewSteps.impact());
            page.locator("main form button.btn-primary").click();
            page.waitForURL("**" + form);
            press(helen, "Save and check what will be recorded");
            assertThat(page.locator("main")).containsText("Severity: Serious");
            page.locator("main form button.btn-primary").click();
            page.waitForURL("**/contracts/" + contract);
        }
    }

    /** Who sits on the panel, from its page; the lot decides, so nobody can know before. */
    private List<String> drawn() {
        try (Browser ruth = Browser.signedInAs("ruth.castillo")) {
            Page page = ruth.go("/contracts/" + contract).page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Panel and meetings"))
                    .click();
            Locator members = page.locator("td[data-label='Member']");
            assertThat(members).hasCount(5);
            return members.allInnerTexts().stream()
                    .map(name -> name.toLowerCase(Locale.ROOT).replace(' ', '.'))
                    .toList();
        }
    }

    /** @param conditions that the vote depends on */
    private void vote(String person, String choice, String conditions) {
        try (Browser browser = Browser.signedInAs(person)) {
            open(browser);
            fill(
                    browser,
                    Map.of(
                            "choice",
                            choice,
                            "rights",
                            List.of("R05"),
                            "severity",
                            "SERIOUS",
                            "reasons",
                            "Because of " + person,
                            "conditions",
                            conditions));
            send(browser);
        }
    }

    /** The vote is open to the whole panel at once: nobody claims it. */
    private void open(Browser browser) {
        browser.go("/inbox?q=" + title)
                .page()
                .locator("tbody tr")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^Open")))
                .click();
        browser.page().waitForURL("**/reviews/**");
        browser.declared();
    }

    private void fileAndAnswerAConcern() {
        String concern;
        try (Browser erin = Browser.signedInAs("erin.walsh")) {
            erin.go("/contracts/" + contract);
            erin.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("File a concern"))
                    .click();
            erin.page().locator("#topic").selectOption(new SelectOption().setIndex(1));
            fill(erin, Map.of("text", "Families may be separated with what we build.", "mode", "OPEN"));
            press(erin, "Check what you wrote");
            press(erin, "File the concern");
            erin.page().locator("main a[href^='/concerns/']").first().click();
            concern = erin.path();
            assertThat(concern).startsWith("/concerns/");
        }
        try (Browser olga = Browser.signedInAs("olga.petrova")) {
            olga.go(concern);
            press(olga, "Acknowledge the concern");
            fill(
                    olga,
                    Map.of(
                            "considered", "The decision and its conditions",
                            "decision", "The conditions forbid use for removal",
                            "article", "ICCPR art. 17",
                            "effect", "None beyond the conditions",
                            "appeal", "To the board committee within 30 days"));
            olga.page().locator("#cause").selectOption("TERMS_WEAK");
            press(olga, "Send the answer and close the concern");
        }
        try (Browser erin = Browser.signedInAs("erin.walsh")) {
            assertThat(erin.go(concern).page().locator("main")).containsText("The conditions forbid use for removal");
            erin.inspect("concern-answered");
        }
    }

    private void findTheClause() {
        try (Browser dana = Browser.signedInAs("dana.whitfield")) {
            Page page = dana.page();
            Locator hit = page.locator("main ol li h3 a");
            // the index follows the commit; a person would search again as well
            for (int tries = 0; tries < 30 && hit.count() == 0; tries++) {
                dana.go("/search?q=" + word);
            }
            hit.first().click();
            assertThat(page.locator("mark").first()).containsText(word);
            dana.go("/contracts/" + contract).inspect("main-path-case");
        }
    }

    private void followAFigure() throws IOException {
        try (Browser lena = Browser.signedInAs("lena.hoffman")) {
            Page page = lena.go("/insights").page();
            assertThat(page.locator("main")).containsText("Signed without valid decision");
            page.locator("#decisions a").last().click();
            assertThat(page.locator("main")).containsText("Entry");
            lena.go("/reports/audit");
            Download download = page.waitForDownload(
                    () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download as XLSX"))
                            .click());
            try (InputStream file = download.createReadStream();
                    Workbook report = WorkbookFactory.create(file)) {
                assertThat(report.getNumberOfSheets()).isGreaterThan(3);
            }
        }
    }
}
