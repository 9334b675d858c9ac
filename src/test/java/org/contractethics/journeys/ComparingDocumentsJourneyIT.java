package org.contractethics.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Journey
class ComparingDocumentsJourneyIT {

    private static final String SENTENCE = " The Contractor shall keep the data of every person apart from all others.";

    private final DocumentStories stories;

    @Autowired
    ComparingDocumentsJourneyIT(RegisteringContracts registering, Uploading uploading, Documents documents) {
        this.stories = new DocumentStories(registering, uploading, documents);
    }

    @Test
    void a_reviewer_walks_the_clauses_by_keyboard_alone() {
        ContractId contract = stories.aContract();
        DocumentVersion version = read(contract, null, agreement("three hundred"));
        try (Browser dana = Browser.signedInAs("dana.whitfield")) {
            dana.go(path(version));
            assertThat(dana.page().locator("#document-clauses")).containsText("ARTICLE II DATA");
            dana.inspect("document-tree");

            dana.page().keyboard().press("j");
            dana.page().keyboard().press("j");
            assertThat(dana.page()).hasURL(Pattern.compile("#clause-\\d+$"));
            assertThat(dana.page().locator(".document-clause.is-current")).hasCount(1);
            assertThat(dana.page().locator("#document-clauses a[aria-current]")).hasCount(1);
            dana.page().locator(".document-reference").first().focus();
            dana.page().keyboard().press("Enter");
            assertThat(dana.page().locator(".document-clause:target")).containsText("2.1 Audit");
        }
    }

    @Test
    void a_reviewer_steps_through_what_changed_between_two_versions() {
        ContractId contract = stories.aContract();
        DocumentVersion first = read(contract, null, agreement("three hundred"));
        DocumentVersion second = read(contract, first, changed());
        try (Browser dana = Browser.signedInAs("dana.whitfield")) {
            dana.go(path(second));
            link(dana, "Compare").click();
            assertThat(dana.page().locator(".reading-steps")).containsText("4 places differ");
            dana.inspect("document-compare");

            dana.page().keyboard().press("n");
            assertThat(dana.page().locator(".compare-change.is-current")).hasCount(1);
            dana.page().keyboard().press("n");
            assertThat(dana.page().locator("[data-step-at]")).hasText("(at 2 of 4)");
            dana.page().getByLabel("Layout").selectOption("inline");
            dana.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Compare").setExact(true))
                    .click();
            assertThat(dana.page().locator("table.compare-inline")).isVisible();
            dana.inspect("document-compare-inline");

            dana.go(path(second) + "/terms");
            assertThat(dana.page().locator("#incorporated")).containsText("Acceptable Use Policy");
            dana.inspect("document-terms");
        }
    }

    @Test
    void tracked_changes_are_read_as_a_redline() {
        ContractId contract = stories.aContract();
        String by = " w:author='Mary Smith' w:date='2019-05-03T10:00:00Z'";
        String body = "<w:p><w:r><w:t xml:space='preserve'>1. Retention. The Agency may </w:t></w:r><w:del" + by
                + "><w:r><w:delText xml:space='preserve'>not </w:delText></w:r></w:del><w:ins" + by
                + "><w:r><w:t xml:space='preserve'>always </w:t></w:r></w:ins><w:r><w:t>retain the images.</w:t></w:r></w:p>";
        DocumentVersion version = read(contract, null, DocumentFixtures.wordXml(body, Map.of()));
        try (Browser dana = Browser.signedInAs("dana.whitfield")) {
            dana.go(path(version));
            link(dana, "Tracked changes (2)").click();
            assertThat(dana.page().locator(".redline del")).hasText("not");
            assertThat(dana.page().locator(".redline")).containsText("deleted by Mary Smith, 2019-05-03");
            dana.page().waitForLoadState(); // the keys belong to a script that runs after the words stand
            dana.page().keyboard().press("n");
            assertThat(dana.page().locator(".redline .is-current")).hasCount(1);
            dana.inspect("document-redline");
        }
    }

    private static byte[] agreement(String days) {
        Stream<String> more = IntStream.rangeClosed(1, 6).mapToObj(i -> "3." + i + " Duty " + i + "." + SENTENCE);
        Stream<String> head = Stream.of(
                "ARTICLE I",
                "DEFINITIONS",
                "1.1 “Customer Data” means all data that the Agency brings into the Services of the Contractor.",
                "1.2 Use. The Agency uses the Services subject to the Acceptable Use Policy available at https://example.com/aup.",
                "ARTICLE II",
                "DATA",
                "2.1 Audit. The Agency may audit the use of the Services on thirty days' written notice to the Contractor.",
                "2.2 Logs. The Contractor shall retain matching logs for " + days
                        + " days, as Section 2.1 and Section 3.1 say.",
                "ARTICLE III",
                "DUTIES");
        return DocumentFixtures.docx(Stream.concat(head, more).toArray(String[]::new));
    }

    /** One word changed, one clause new, one moved to the end with another number. */
    private static byte[] changed() {
        return DocumentFixtures.docx(
                "ARTICLE I",
                "DEFINITIONS",
                "1.1 “Customer Data” means all data that the Agency brings into the Services of the Contractor.",
                "1.2 Use. The Agency uses the Services subject to the Acceptable Use Policy available at https://example.com/aup.",
                "ARTICLE II",
                "DATA",
                "2.2 Logs. The Contractor shall retain matching logs for six hundred days, as Section 2.1 and Section 3.1 say.",
                "2.3 Foreign governments receive whatever they ask for in joint operations of any kind with the Agency.",
                "ARTICLE III",
                "DUTIES",
                "3.1 Duty 1." + SENTENCE,
                "3.2 Duty 2." + SENTENCE,
                "3.3 Duty 3." + SENTENCE,
                "3.4 Duty 4." + SENTENCE,
                "3.5 Duty 5." + SENTENCE,
                "3.6 Duty 6." + SENTENCE,
                "3.7 Audit. The Agency may audit the use of the Services on thirty days' written notice to the Contractor.");
    }

    private DocumentVersion read(ContractId contract, @Nullable DocumentVersion before, byte[] file) {
        return stories.read(
                stories.added(contract, before == null ? null : before.document(), "Master agreement.docx", file)
                        .id());
    }

    private static String path(DocumentVersion version) {
        return "/contracts/" + version.contract() + "/documents/" + version.id();
    }

    private static Locator link(Browser browser, String name) {
        return browser.page()
                .getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
