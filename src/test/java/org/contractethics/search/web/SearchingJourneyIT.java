package org.contractethics.search.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.internal.Upload;
import org.contractethics.document.internal.Uploading;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.contractethics.search.internal.ContractSearch;
import org.contractethics.search.internal.SearchFixtures;
import org.contractethics.search.internal.SearchQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** A reviewer finds clauses, narrows them, keeps the search, is told of news, and takes the hits away; by keyboard. */
@Journey
class SearchingJourneyIT {

    private final RegisteringContracts registering;
    private final Uploading uploading;
    private final ContractSearch search;
    private final String word =
            "zq" + UUID.randomUUID().toString().replaceAll("[^0-9]", "").substring(0, 10) + "x";

    SearchingJourneyIT(
            @Autowired RegisteringContracts registering,
            @Autowired Uploading uploading,
            @Autowired ContractSearch search) {
        this.registering = registering;
        this.uploading = uploading;
        this.search = search;
    }

    @Test
    void a_reviewer_searches_narrows_saves_is_told_and_downloads() throws IOException {
        Contract border = contract("Border screening");
        upload(
                border,
                "1. Use of data",
                "The agency may use the " + word + " service to identify persons at large.",
                "2. Audit",
                "The contractor may audit the use of " + word + " on thirty days' notice.");
        upload(contract("Port logistics"), "1. Scope", "Reports on " + word + " are kept for 365 days.");
        await().ignoreExceptions().atMost(Duration.ofSeconds(60)).until(() -> total() >= 3);
        try (Browser dana = Browser.signedInAs("dana.whitfield")) {
            dana.go("/search");
            dana.inspect("search-empty");
            dana.page().locator("#q").focus();
            dana.page().keyboard().type(word + " AND (agency OR contractor OR reports");
            dana.page().keyboard().press("Enter");
            assertThat(dana.page().locator("main"))
                    .containsText("Read as: " + word + " AND (agency OR contractor OR reports)");
            assertThat(dana.page().locator("main")).containsText("3 clauses found");
            dana.inspect("search-read-as");

            narrowByKeyboard(dana);
            save(dana);
            upload(border, "1. Retention", "New reports on " + word + " go to the agency.");
            awaitNotice(dana);
            assertThat(dana.page().locator("main")).containsText("1 clause found");
            dana.inspect("search-new-matches");
        }
    }

    private void narrowByKeyboard(Browser dana) throws IOException {
        Locator agency = dana.page().getByLabel("Border agency of Border screening " + word);
        agency.focus();
        dana.page().keyboard().press("Space");
        button(dana, "Apply filters").focus();
        dana.page().keyboard().press("Enter");
        assertThat(dana.page().locator("main")).containsText("2 clauses found");
        assertThat(dana.page().locator("main")).containsText("Clear all filters");
        dana.inspect("search-narrowed");

        Download file =
                dana.page().waitForDownload(() -> link(dana, "Values (CSV)").press("Enter"));
        org.assertj.core.api.Assertions.assertThat(Files.readString(file.path()))
                .contains("identify persons")
                .doesNotContain("365 days");
        link(dana, "Clear all filters").press("Enter");
        assertThat(dana.page().locator("main")).containsText("3 clauses found");
    }

    private void save(Browser dana) {
        button(dana, "Save search").press("Enter");
        assertThat(dana.page().locator(".error-summary")).containsText("Enter a name for the search.");
        dana.page().locator("#name").fill("Uses of " + word);
        dana.page().locator("#name").press("Enter");
        assertThat(dana.page().locator("h1")).hasText("Saved searches");
        Locator card = dana.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Uses of " + word));
        card.getByText("Tell me of new matches").press("Enter");
        assertThat(card).containsText("Alert on");
        card.locator("details summary").press("Enter");
        card.getByLabel("With one person").fill("nobody.here");
        card.getByText("Share with person").press("Enter");
        assertThat(dana.page().locator(".error-summary")).containsText("Nobody of this account name");
        dana.inspect("search-saved");
    }

    private static void awaitNotice(Browser dana) {
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    dana.go("/notices");
                    return dana.page()
                                    .getByText("New matches of a saved search")
                                    .count()
                            > 0;
                });
        dana.page().getByText("New matches of a saved search").first().click();
    }

    @Test
    void from_a_hit_others_like_it_are_found_and_the_document_is_searched() {
        Contract contract = contract("Likeness");
        upload(contract, "1. Onward sharing", "The agency shall not share " + word + " results with other agencies.");
        await().ignoreExceptions().atMost(Duration.ofSeconds(60)).until(() -> total() >= 1);
        try (Browser dana = Browser.signedInAs("dana.whitfield")) {
            dana.go("/search?q=" + word);
            dana.page().locator("a:has-text('More like this clause')").first().press("Enter");
            assertThat(dana.page().locator("h1")).containsText("Clauses like");
            dana.inspect("search-like");
            dana.go("/search?q=" + word);
            dana.page().locator(".search-hits h3 a").first().press("Enter");
            link(dana, "Search precisely in this document").press("Enter");
            assertThat(dana.page().locator("main")).containsText("In one document");
        }
    }

    private long total() {
        return search.find(SearchQuery.of(Map.of("q", List.of(word))), SearchFixtures.REVIEWER)
                .total();
    }

    private Contract contract(String title) {
        return registering.register(RegisteredContracts.aDraft(title + " " + word), "FORM", RegisteredContracts.SOFIA);
    }

    private void upload(Contract contract, String... paragraphs) {
        var content = new ByteArrayResource(RegisteredContracts.docx(paragraphs));
        uploading.add(
                new Upload(contract.id(), null, "Agreement " + paragraphs[0], "agreement.docx", content),
                RegisteredContracts.SOFIA);
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
}
