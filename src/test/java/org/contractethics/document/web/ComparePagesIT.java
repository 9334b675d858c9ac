package org.contractethics.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentSets;
import org.contractethics.document.DocumentSets.SetChange;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@IntegrationTest
class ComparePagesIT {

    private static final String AUDIT =
            "7.1 Audit. The Agency may audit the use of the Services on thirty days' notice.";
    private static final String LOGS = "7.2 Logs. The Contractor shall retain matching logs for three hundred days.";

    private static final Actor ERIN = new Actor("erin.walsh", "Erin Walsh", Set.of(Role.EMPLOYEE));

    private final MockMvcTester mvc;
    private final Documents documents;
    private final DocumentSets sets;
    private final DocumentStories stories;
    private ContractId contract;

    @Autowired
    ComparePagesIT(
            MockMvcTester mvc,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            DocumentSets sets) {
        this.mvc = mvc;
        this.documents = documents;
        this.sets = sets;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.contract = stories.aContract();
    }

    @BeforeEach
    void aContractOfItsOwn() {
        contract = stories.aContract();
    }

    @Test
    void a_new_version_is_compared_with_the_one_before_it() {
        DocumentVersion second = twoVersions().get(1);

        String html = page("dana.whitfield", path(second) + "/compare");

        assertThat(html)
                .contains(
                        "1 place differs",
                        "<del>three </del>",
                        "<ins>six </ins>",
                        "1 paragraph is the same",
                        "7.2 Logs");
        assertThat(html).doesNotContain("thirty days");
    }

    @Test
    void everything_is_shown_inline_where_asked_for() {
        DocumentVersion second = twoVersions().get(1);

        String html = page("dana.whitfield", path(second) + "/compare?view=inline&show=all");

        assertThat(html).contains("thirty days", "compare-inline", "<del>three </del><ins>six </ins>");
    }

    @Test
    void two_documents_of_one_contract_are_compared_too() {
        DocumentVersion one = read(null, DocumentFixtures.docx(AUDIT));
        DocumentVersion other = read(null, DocumentFixtures.docx(AUDIT, LOGS));

        assertThat(page("dana.whitfield", path(other) + "/compare?from=" + one.id()))
                .contains("1 added");
    }

    @Test
    void script_in_a_document_never_runs_in_a_comparison() {
        DocumentVersion one = read(null, DocumentFixtures.docx(AUDIT));
        DocumentVersion other =
                read(one, DocumentFixtures.docx(AUDIT, "<script>alert(1)</script> is what it says here."));

        assertThat(page("dana.whitfield", path(other) + "/compare"))
                .doesNotContain("<script>alert")
                .contains("&lt;script");
    }

    @Test
    void a_version_without_text_is_not_compared_and_the_page_says_why() {
        DocumentVersion one = read(null, DocumentFixtures.pdf(List.of(List.of())));
        DocumentVersion other = read(one, DocumentFixtures.docx(AUDIT));

        String html = page("dana.whitfield", path(other) + "/compare");

        assertThat(html).contains("could not be read, so it cannot be compared").doesNotContain("<ins>");
    }

    @Test
    void nothing_is_compared_across_contracts() {
        DocumentVersion version = twoVersions().get(1);
        ContractId other = stories.aContract();
        DocumentVersion foreign = stories.read(
                stories.added(other, "other.docx", DocumentFixtures.docx(LOGS)).id());

        assertThat(get("dana.whitfield", path(version) + "/compare?from=" + foreign.id()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whoever_may_not_read_the_documents_sees_no_comparison_and_no_change() {
        List<DocumentVersion> versions = twoVersions();
        String since = "/contracts/" + contract + "/document-changes?since=" + documents.documentSetHash(contract);

        for (String person : List.of("erin.walsh", "lena.hoffman")) {
            assertThat(get(person, path(versions.get(1)) + "/compare")).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(get(person, since)).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(api(
                            person,
                            apiPath(versions.get(1)) + "/comparison?from="
                                    + versions.get(0).id()))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(sets.since(contract, documents.documentSetHash(contract), ERIN))
                .isEmpty();
    }

    @Test
    void the_set_behind_a_hash_is_compared_with_the_current_one() {
        DocumentVersion first = read(null, DocumentFixtures.docx(AUDIT));
        DocumentVersion annex = read(null, DocumentFixtures.docx("Annex 1. Prices and nothing else at all."));
        String decided = documents.documentSetHash(contract);
        DocumentVersion second = read(first, DocumentFixtures.docx(AUDIT, LOGS));
        DocumentVersion added = read(null, DocumentFixtures.docx(LOGS));

        SetChange change = sets.since(contract, decided, DocumentStories.TOM).orElseThrow();

        assertThat(change.words()).isEqualTo("1 added, 1 replaced");
        assertThat(change.replaced()).containsExactly(new DocumentSets.Replaced(first(first), second));
        assertThat(change.added()).extracting(DocumentVersion::id).containsExactly(added.id());
        assertThat(change.unchanged()).extracting(DocumentVersion::id).containsExactly(annex.id());
        assertThat(page("dana.whitfield", "/contracts/" + contract + "/document-changes?since=" + decided))
                .contains("Replaced", "compare?from=" + first.id(), "not the ones that were decided on");
    }

    @Test
    void a_hash_that_names_no_set_of_this_contract_is_not_found() {
        twoVersions();

        assertThat(get("dana.whitfield", "/contracts/" + contract + "/document-changes?since=" + "0".repeat(64)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(sets.since(stories.aContract(), documents.documentSetHash(contract), DocumentStories.TOM))
                .isEmpty();
    }

    @Test
    void the_set_without_documents_is_known_too() {
        String nothing = documents.documentSetHash(contract);
        read(null, DocumentFixtures.docx(AUDIT));

        assertThat(sets.since(contract, nothing, DocumentStories.TOM)
                        .orElseThrow()
                        .words())
                .isEqualTo("1 added");
    }

    @Test
    void the_api_tells_the_tree_and_what_differs() {
        List<DocumentVersion> versions = twoVersions();

        MvcTestResult comparison = api(
                "dana.whitfield",
                apiPath(versions.get(1)) + "/comparison?from=" + versions.get(0).id());

        assertThat(comparison).hasStatusOk();
        assertThat(comparison).bodyJson().extractingPath("$.changed").isEqualTo(1);
        assertThat(comparison)
                .bodyJson()
                .extractingPath("$.differences[0].kind")
                .isEqualTo("CHANGED");
        assertThat(api("dana.whitfield", apiPath(versions.get(1)) + "/clauses"))
                .bodyJson()
                .extractingPath("$[0].headingPath[0]")
                .isEqualTo("7.1 Audit");
    }

    private DocumentVersion first(DocumentVersion version) {
        return documents.find(version.id()).orElseThrow();
    }

    private List<DocumentVersion> twoVersions() {
        DocumentVersion one = read(null, DocumentFixtures.docx(AUDIT, LOGS));
        return List.of(one, read(one, DocumentFixtures.docx(AUDIT, LOGS.replace("three", "six"))));
    }

    private DocumentVersion read(@Nullable DocumentVersion before, byte[] file) {
        return stories.read(stories.added(contract, before == null ? null : before.document(), "made.docx", file)
                .id());
    }

    private String path(DocumentVersion version) {
        return "/contracts/" + contract + "/documents/" + version.id();
    }

    private String apiPath(DocumentVersion version) {
        return "/api" + path(version);
    }

    private MvcTestResult get(String person, String path) {
        return mvc.get().uri(path).with(People.signedInAs(person)).exchange();
    }

    private MvcTestResult api(String person, String path) {
        return mvc.get().uri(path).with(People.tokenOf(person)).exchange();
    }

    private String page(String person, String path) {
        MvcTestResult answer = get(person, path);
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
