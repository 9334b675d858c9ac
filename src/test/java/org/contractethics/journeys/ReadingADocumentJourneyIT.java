package org.contractethics.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.extraction.ScannedPages;
import org.contractethics.document.internal.Uploading;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@Journey
class ReadingADocumentJourneyIT {

    private static final byte[] AGREEMENT = DocumentFixtures.pdf(List.of(
            List.of(
                    "7. Data processing",
                    "",
                    "7.1 The Contractor shall process Agency data in the government region only.",
                    "",
                    "7.2 The Agency may use the Facial Matching Service to identify persons",
                    "at large, including minors.",
                    "",
                    "7.3 The Contractor shall retain matching logs for 365 days."),
            List.of(
                    "8. Permitted use",
                    "",
                    "8.1 The Services may be used for any lawful purpose of the Agency, including",
                    "joint operations with foreign governments.",
                    "",
                    "9. Audit",
                    "",
                    "9.1 The Contractor may audit facial matching on thirty days' written notice.")));

    private final DocumentStories stories;

    @TempDir
    private Path folder = Path.of("");

    @Autowired
    ReadingADocumentJourneyIT(RegisteringContracts registering, Uploading uploading, Documents documents) {
        this.stories = new DocumentStories(registering, uploading, documents);
    }

    @Test
    void the_account_owner_uploads_the_contract_and_a_reviewer_finds_a_clause_in_it() {
        ContractId contract = stories.aContract();
        try (Browser tom = Browser.signedInAs("tom.lindqvist")) {
            tom.go("/contracts/" + contract);
            upload(tom, "Master agreement.pdf", AGREEMENT);

            assertThat(tom.page().locator("#document-rows")).containsText("Master agreement");
            assertThat(tom.page().locator("#document-rows")).containsText("2 pages", afterAWhile());
            tom.inspect("document-panel");
        }
        try (Browser dana = Browser.signedInAs("dana.whitfield")) {
            dana.go("/contracts/" + contract);
            link(dana, "Master agreement").click();
            dana.page().getByLabel("Find in this document").fill("facial matching");
            button(dana, "Find").click();

            assertThat(dana.page().locator(".document-hits")).containsText("Hit 1 of 2");
            link(dana, "Next hit").click();
            assertThat(dana.page().locator("mark.hit-current")).hasText("facial matching");
            assertThat(dana.page().locator("mark.hit-current")).isInViewport();
            Browser.readsFromTheRight(dana.page().locator(".document-clause p").first());
            dana.inspect("document-viewer");
        }
    }

    @Test
    void files_inside_an_archive_are_read_like_any_other() {
        ContractId contract = stories.aContract();
        byte[] archive = DocumentFixtures.zip(
                Map.of("annexes/annex.docx", DocumentFixtures.aContract(), "logo.exe", new byte[] {'M', 'Z', 1, 2, 3}));
        DocumentVersion outer = stories.added(contract, "annexes.zip", archive);
        stories.read(outer.id());
        try (Browser tom = Browser.signedInAs("tom.lindqvist")) {
            tom.go("/contracts/" + contract + "/documents");
            assertThat(tom.page().locator("#document-rows")).containsText("Inside annexes.zip");
            assertThat(tom.page().locator("#document-rows")).containsText("2 clauses", afterAWhile());
            tom.inspect("documents-with-files-inside");

            tom.go("/contracts/" + contract + "/documents/" + outer.id());
            tom.inspect("document-with-files-inside");
            tom.page()
                    .locator(".document-versions")
                    .getByText("annexes/annex.docx")
                    .click();

            assertThat(tom.page().locator("main")).containsText("This file was found inside annexes.zip");
            tom.inspect("document-found-inside");
        }
    }

    @Test
    void what_cannot_be_taken_in_or_read_says_what_to_do() {
        ContractId contract = stories.aContract();
        DocumentVersion scan = stories.added(contract, "scan.pdf", DocumentFixtures.pdf(List.of(List.of())));
        stories.read(scan.id());
        try (Browser tom = Browser.signedInAs("tom.lindqvist")) {
            tom.go("/contracts/" + contract + "/documents/" + scan.id());
            assertThat(tom.page().locator("main")).containsText("The text could not be read");
            tom.inspect("document-unreadable");

            tom.go("/contracts/" + contract + "/documents");
            tom.page().locator("#document-file").setInputFiles(program("contract.docx"));
            tom.page().locator("#document-title").fill("Kept title");
            button(tom, "Upload document").click();

            assertThat(tom.page().locator(".error-summary")).containsText("a program");
            assertThat(tom.page().locator("#document-title")).hasValue("Kept title");
        }
    }

    @Test
    void a_protected_file_is_opened_by_its_password() {
        ContractId contract = stories.aContract();
        DocumentVersion file =
                stories.read(stories.added(contract, "offer.docx", DocumentFixtures.protectedDocx("secret"))
                        .id());
        try (Browser tom = Browser.signedInAs("tom.lindqvist")) {
            tom.go("/contracts/" + contract + "/documents/" + file.id());
            tom.page().getByLabel("Password of the file").fill("wrong");
            tom.inspect("document-password");
            button(tom, "Read with this password").click();
            assertThat(tom.page().locator("main")).containsText("The password did not open the file", afterAWhile());

            tom.page().getByLabel("Password of the file").fill("secret");
            button(tom, "Read with this password").click();
            assertThat(tom.page().locator("main")).containsText("Record Matching Service", afterAWhile());
        }
    }

    @Test
    @EnabledIf(value = "tesseract", disabledReason = "TESSERACT IS NOT INSTALLED: apt-get install tesseract-ocr")
    void a_scan_is_recognised_and_marked() {
        ContractId contract = stories.aContract();
        byte[] scan = ScannedPages.pdf(List.of(
                List.of("7.2 The Agency may use the Facial Matching Service.", "7.3 Logs are retained for 365 days.")));
        try (Browser tom = Browser.signedInAs("tom.lindqvist")) {
            tom.go("/contracts/" + contract + "/documents");
            upload(tom, "scan.pdf", scan);
            assertThat(tom.page().locator("#document-rows")).containsText("1 page", afterAWhile());
            link(tom, "scan").click();

            assertThat(tom.page().locator("main")).containsText("read by OCR, confidence");
            tom.inspect("document-recognised");
        }
    }

    static boolean tesseract() {
        return Files.isExecutable(Path.of("/usr/bin/tesseract"));
    }

    @Test
    void a_file_of_200_megabytes_gets_an_answer() throws IOException {
        ContractId contract = stories.aContract();
        Path large = folder.resolve("large.pdf");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200L * 1024 * 1024);
        }
        try (Browser tom = Browser.signedInAs("tom.lindqvist")) {
            tom.go("/contracts/" + contract + "/documents");
            tom.page().locator("#document-file").setInputFiles(large);
            button(tom, "Upload document").click();

            assertThat(tom.page().locator(".error-summary")).containsText("larger than 50 MB", afterAWhile());
            assertThat(tom.page().locator("[data-upload=state]")).isHidden();
        }
    }

    private static void upload(Browser browser, String name, byte[] content) {
        browser.page().locator("#document-file").setInputFiles(new FilePayload(name, "application/pdf", content));
        button(browser, "Upload document").click();
    }

    private static FilePayload program(String name) {
        byte[] bytes = "MZ\u0001\u0002\u0003".getBytes(StandardCharsets.US_ASCII);
        return new FilePayload(name, "application/octet-stream", bytes);
    }

    private static Locator button(Browser browser, String name) {
        return browser.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Browser browser, String name) {
        return browser.page()
                .getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static LocatorAssertions.ContainsTextOptions afterAWhile() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }
}
