package org.contractethics.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.IncorporatedDocuments;
import org.contractethics.document.IncorporatedDocuments.Named;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@IntegrationTest
class TermsPagesIT {

    private static final byte[] AGREEMENT = DocumentFixtures.docx(
            "1. Definitions. “Customer Data” means all data that the Agency brings into the Services.",
            "2. Use. The Agency uses the Services subject to the Acceptable Use Policy available at https://example.com/aup.",
            "3. Audit. Each Covered Person keeps Customer Data apart as Section 1 and Section 9.9 and Exhibit B say.",
            "4. Duties. No Covered Person may copy Customer Data. FAR 52.222-50 Combating Trafficking in Persons applies.");

    private final MockMvcTester mvc;
    private final IncorporatedDocuments incorporated;
    private final Documents documents;
    private final JdbcClient jdbc;
    private final DocumentStories stories;
    private ContractId contract;

    @Autowired
    TermsPagesIT(
            MockMvcTester mvc,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            IncorporatedDocuments incorporated,
            JdbcClient jdbc) {
        this.mvc = mvc;
        this.incorporated = incorporated;
        this.documents = documents;
        this.jdbc = jdbc;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.contract = stories.aContract();
    }

    @BeforeEach
    void aContractOfItsOwn() {
        contract = stories.aContract();
    }

    @Test
    void terms_references_and_incorporated_documents_stand_on_one_page_with_links() {
        DocumentVersion agreement = read("agreement.docx", AGREEMENT);

        String html = page("dana.whitfield", path(agreement) + "/terms");

        assertThat(html)
                .contains("Customer Data", "Covered Person", "Section 9.9", "1 reference leads")
                .contains("Acceptable Use Policy", "https://example.com/aup", "Exhibit B", "52.222-50 Combating")
                .contains("#clause-0");
    }

    @Test
    void a_reference_is_a_link_in_the_text() {
        DocumentVersion agreement = read("agreement.docx", AGREEMENT);

        assertThat(page("dana.whitfield", path(agreement)))
                .contains("class=\"document-reference\"", ">Section 1</a>", "Defined terms (1)")
                .doesNotContain(">Section 9.9</a>");
    }

    @Test
    void nothing_counts_as_read_in_full_while_an_incorporated_document_is_missing() {
        read("agreement.docx", AGREEMENT);
        read(
                "Exhibit B prices.docx",
                DocumentFixtures.docx("Seats cost forty dollars a month and nothing else is due."));

        assertThat(incorporated.named(contract))
                .filteredOn(Named::read)
                .extracting(Named::title)
                .containsExactly("Exhibit B");
        assertThat(incorporated.missing(contract))
                .hasSize(2)
                .anyMatch(reason -> reason.contains("Acceptable Use Policy"));
        assertThat(incorporated.missing(stories.aContract())).containsExactly("The contract has no document.");
    }

    @Test
    void files_inside_files_name_documents_and_are_documents_that_others_name() {
        DocumentVersion archive =
                read("Exhibit B and more.zip", DocumentFixtures.zip(Map.of("agreement.docx", AGREEMENT)));
        readInside(archive);

        assertThat(incorporated.named(contract))
                .as("no file is what a file inside it names")
                .filteredOn(
                        named -> List.of("Acceptable Use Policy", "Exhibit B").contains(named.title()))
                .hasSize(2)
                .noneMatch(Named::read);

        DocumentVersion second = read(
                "annexes.zip",
                DocumentFixtures.zip(Map.of(
                        "Exhibit B.docx", DocumentFixtures.docx("Seats cost forty dollars a month and nothing else."),
                        "rules.docx", DocumentFixtures.docx("Nobody may use the Services for weapons at all."))));
        List<DocumentVersion> inside = readInside(second);
        DocumentVersion rules = inside.stream()
                .filter(one -> one.title().equals("rules"))
                .findFirst()
                .orElseThrow();
        String key = key("Acceptable Use Policy");

        assertThat(named(key("Exhibit B")).read()).isTrue();
        assertThat(page("tom.lindqvist", path(archive) + "/terms"))
                .contains(rules.document().toString());
        assertThat(link("tom.lindqvist", archive, key, rules.document().toString()))
                .hasStatus3xxRedirection();
        assertThat(named(key).read()).isTrue();
    }

    private List<DocumentVersion> readInside(DocumentVersion outer) {
        List<DocumentVersion> inside = documents.currentWithFilesInside(contract).stream()
                .filter(one -> documents.currentVersions(contract).stream()
                        .noneMatch(uploaded -> uploaded.id().equals(one.id())))
                .toList();
        assertThat(inside).as("files inside of %s", outer.title()).isNotEmpty();
        return inside.stream().map(one -> stories.read(one.id())).toList();
    }

    @Test
    void the_account_owner_says_which_document_it_is() {
        DocumentVersion agreement = read("agreement.docx", AGREEMENT);
        DocumentVersion rules =
                read("rules.docx", DocumentFixtures.docx("Nobody may use the Services for weapons at all."));
        String key = key("Acceptable Use Policy");

        MvcTestResult answer =
                link("tom.lindqvist", agreement, key, rules.document().toString());

        assertThat(answer).hasStatus3xxRedirection();
        assertThat(named(key).read()).isTrue();
        assertThat(named(key).byHand()).isTrue();
        link("tom.lindqvist", agreement, key, "");
        assertThat(named(key).read()).isFalse();
    }

    @Test
    void a_document_of_another_contract_stands_for_nothing_here() {
        DocumentVersion agreement = read("agreement.docx", AGREEMENT);
        DocumentVersion foreign = stories.added(
                stories.aContract(),
                "aup.docx",
                DocumentFixtures.docx("Rules of use that belong to another contract."));

        MvcTestResult answer = link(
                "tom.lindqvist",
                agreement,
                key("Acceptable Use Policy"),
                foreign.document().toString());

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer).bodyText().contains("Choose a document of this contract");
        assertThat(named(key("Acceptable Use Policy")).read()).isFalse();
        assertThatThrownBy(() -> insert(foreign.document())).isInstanceOf(DataAccessException.class);
    }

    @Test
    void others_than_those_who_add_documents_link_nothing() {
        DocumentVersion agreement = read("agreement.docx", AGREEMENT);
        String key = key("Acceptable Use Policy");
        String document = agreement.document().toString();

        assertThat(link("erin.walsh", agreement, key, document)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(link("sofia.marin", agreement, key, document)).hasStatus4xxClientError();
        assertThat(link("priya.raman", agreement, key, document)).hasStatus(HttpStatus.CONFLICT);
        assertThat(link("tom.lindqvist", agreement, "title:nothing named", document))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(named(key).byHand()).isFalse();
    }

    @Test
    void whoever_may_not_read_the_documents_sees_none_of_it() {
        DocumentVersion agreement = read("agreement.docx", AGREEMENT);

        for (String person : List.of("erin.walsh", "lena.hoffman")) {
            for (String page : List.of("/terms", "/redline", "/compare")) {
                assertThat(get(person, path(agreement) + page)).as(page).hasStatus(HttpStatus.NOT_FOUND);
            }
            for (String address : List.of("/outline", "/terms", "/references")) {
                assertThat(api(person, "/api" + path(agreement) + address))
                        .as(address)
                        .hasStatus(HttpStatus.NOT_FOUND);
            }
            assertThat(api(person, "/api/contracts/" + contract + "/incorporated-documents"))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void the_api_tells_tree_terms_references_and_incorporated_documents() {
        DocumentVersion agreement = read("agreement.docx", AGREEMENT);
        String address = "/api" + path(agreement);

        assertThat(api("dana.whitfield", address + "/outline"))
                .bodyJson()
                .extractingPath("$[0].number")
                .isEqualTo("1");
        assertThat(api("dana.whitfield", address + "/terms"))
                .bodyJson()
                .extractingPath("$.terms[0].name")
                .isEqualTo("Customer Data");
        assertThat(api("dana.whitfield", address + "/references"))
                .bodyJson()
                .extractingPath("$[0].target")
                .isEqualTo(0);
        assertThat(api("dana.whitfield", "/api/contracts/" + contract + "/incorporated-documents"))
                .bodyJson()
                .extractingPath("$.missing.length()")
                .isEqualTo(3);
    }

    @Test
    void tracked_changes_are_shown_in_place_and_deleted_words_nowhere_else() {
        DocumentVersion version = read("redline.docx", redlined());

        String html = page("dana.whitfield", path(version) + "/redline");

        assertThat(html).contains("2 changes", ">not</del>", ">always</ins>", "deleted by Mary Smith, 2019-05-03");
        assertThat(page("dana.whitfield", path(version) + "?q=always")).contains("Hit 1 of 1", "Tracked changes (2)");
    }

    @Test
    void script_in_a_tracked_change_or_its_author_never_runs() {
        String author = "&lt;script&gt;alert(1)&lt;/script&gt;";
        DocumentVersion version = read(
                "script.docx",
                DocumentFixtures.wordXml(
                        "<w:p><w:r><w:t>The Agency may use it.</w:t></w:r><w:ins w:author='" + author + "'><w:r><w:t>"
                                + author + "</w:t></w:r></w:ins></w:p>",
                        Map.of()));

        assertThat(page("dana.whitfield", path(version) + "/redline"))
                .contains("&lt;script")
                .doesNotContain("<script>alert");
    }

    static byte[] redlined() {
        String by = " w:author='Mary Smith' w:date='2019-05-03T10:00:00Z'";
        return DocumentFixtures.wordXml(
                "<w:p><w:r><w:t xml:space='preserve'>1. Retention. The Agency may </w:t></w:r><w:del" + by
                        + "><w:r><w:delText xml:space='preserve'>not </w:delText></w:r></w:del><w:ins" + by
                        + "><w:r><w:t xml:space='preserve'>always </w:t></w:r></w:ins><w:r><w:t>retain the images.</w:t></w:r></w:p>",
                Map.of());
    }

    private void insert(DocumentId document) {
        jdbc.sql("insert into document.incorporation_link values (?, 'title:x', ?, 'tom.lindqvist', now())")
                .params(List.of(contract.value(), document.value()))
                .update();
    }

    private String key(String title) {
        return incorporated.named(contract).stream()
                .filter(named -> named.title().equals(title))
                .findFirst()
                .orElseThrow()
                .key();
    }

    private Named named(String key) {
        return incorporated.named(contract).stream()
                .filter(named -> named.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult link(String person, DocumentVersion version, String key, String document) {
        return mvc.post()
                .uri(path(version) + "/terms")
                .with(People.signedInAs(person))
                .with(csrf())
                .param("key", key)
                .param("document", document)
                .exchange();
    }

    private DocumentVersion read(String name, byte[] file) {
        return stories.read(stories.added(contract, name, file).id());
    }

    private String path(DocumentVersion version) {
        return "/contracts/" + contract + "/documents/" + version.id();
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
