package org.contractethics.document.web;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@IntegrationTest
class DocumentPagesIT {

    private static final String SCRIPT = "<script>alert('x')</script>";

    private final MockMvcTester mvc;
    private final Documents documents;
    private final DocumentStories stories;
    private ContractId contract;

    @Autowired
    DocumentPagesIT(MockMvcTester mvc, RegisteringContracts registering, Uploading uploading, Documents documents) {
        this.mvc = mvc;
        this.documents = documents;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.contract = stories.aContract();
    }

    @BeforeEach
    void aContractOfItsOwn() {
        contract = stories.aContract();
    }

    @Test
    void the_account_owner_uploads_a_document_and_sees_it_in_the_list() {
        MvcTestResult answer = upload("tom.lindqvist", "../../etc/msa.docx", DocumentFixtures.aContract());

        assertThat(answer).hasStatus3xxRedirection().redirectedUrl().isEqualTo("/contracts/" + contract + "#documents");
        assertThat(page("tom.lindqvist", "/contracts/" + contract + "/documents"))
                .contains("msa.docx")
                .doesNotContain("etc/");
    }

    @Test
    void a_file_of_the_wrong_kind_is_refused_in_the_form() {
        MvcTestResult answer =
                upload("tom.lindqvist", "run.docx", "MZ\u0001\u0002\u0003".getBytes(StandardCharsets.US_ASCII));

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer).bodyText().contains("There is a problem", "a program", "value=\"Kept title\"");
    }

    @Test
    void a_title_that_is_too_long_is_refused_in_the_form_and_by_the_api_and_stays_as_it_was_typed() {
        String title = "Agreement ".repeat(20) + "x";

        assertThat(upload("tom.lindqvist", title, "msa.docx", DocumentFixtures.aContract()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("There is a problem", "Shorten the title to 200 characters.", title)
                .contains("href=\"#document-title\"");
        assertThat(mvc.post()
                        .uri("/api/contracts/" + contract + "/documents")
                        .with(People.tokenOf("tom.lindqvist"))
                        .header("Idempotency-Key", contract.toString())
                        .multipart()
                        .file(new MockMultipartFile("file", "msa.docx", null, DocumentFixtures.aContract()))
                        .param("title", title))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("\"field\":\"title\"", "Shorten the title to 200 characters.");
        assertThat(documents.currentVersions(contract)).isEmpty();
        assertThat(upload("tom.lindqvist", title.substring(0, 199) + "y", "msa.docx", DocumentFixtures.aContract()))
                .hasStatus3xxRedirection();
        assertThat(documents.currentVersions(contract))
                .extracting(DocumentVersion::title)
                .containsExactly(title.substring(0, 199) + "y");
    }

    @Test
    void the_same_file_again_is_a_conflict_and_says_where_it_is() {
        byte[] file = DocumentFixtures.aContract();
        upload("tom.lindqvist", "msa.docx", file);

        MvcTestResult answer = upload("tom.lindqvist", "again.docx", file);

        assertThat(answer).hasStatus(HttpStatus.CONFLICT);
        assertThat(answer).bodyText().contains("already here");
    }

    @Test
    void people_who_do_not_own_the_contract_upload_nothing() {
        assertThat(upload("erin.walsh", "x.docx", DocumentFixtures.aContract())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(upload("sofia.marin", "x.docx", DocumentFixtures.aContract()))
                .hasStatus4xxClientError();
        assertThat(upload("priya.raman", "x.docx", DocumentFixtures.aContract()))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(documents.currentVersions(contract)).isEmpty();
    }

    @Test
    void script_in_a_document_is_shown_and_never_run() {
        DocumentVersion version = read(DocumentFixtures.docx(
                "1. " + SCRIPT + " Clause. The Agency may use everything for anything at all.", "2. Next " + SCRIPT));

        String html = page("dana.whitfield", path(version) + "?q=script");

        assertThat(html).doesNotContain("<script>alert").contains("&lt;", "<mark");
    }

    @Test
    void hits_are_marked_counted_and_linked_in_a_circle() {
        DocumentVersion version = read(DocumentFixtures.aContract());

        String html = page("dana.whitfield", path(version) + "?q=agency&hit=2");

        assertThat(html).contains("Hit 2 of 2", "id=\"hit-1\"", "hit=1#hit-1", "id=\"clause-1\"", "1 hit");
    }

    @Test
    void a_document_that_cannot_be_read_says_what_to_do() {
        DocumentVersion version = read(DocumentFixtures.pdf(List.of(List.of())));

        String html = page("tom.lindqvist", path(version));

        assertThat(html)
                .contains("The text could not be read", "text recognition", "Upload a new version", "Try again");
    }

    @Test
    void a_protected_file_asks_those_who_may_upload_for_its_password() {
        DocumentVersion version = read(DocumentFixtures.protectedDocx("secret"));

        assertThat(page("tom.lindqvist", path(version))).contains("Password of the file", "kept nowhere");
        assertThat(page("dana.whitfield", path(version))).doesNotContain("document-password");
        assertThat(password("dana.whitfield", version, "secret")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(password("erin.walsh", version, "secret")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(password("sofia.marin", version, "secret")).hasStatus4xxClientError();
        assertThat(documents.find(version.id()).orElseThrow().failure()).isNotNull();
    }

    @Test
    void the_right_password_leads_to_the_text_and_an_empty_one_back_to_the_form() {
        DocumentVersion version = read(DocumentFixtures.protectedDocx("secret"));

        MvcTestResult empty = password("tom.lindqvist", version, "");
        assertThat(empty).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(empty).bodyText().contains("There is a problem", "Enter the password of the file.");
        assertThat(password("tom.lindqvist", version, "secret")).hasStatus3xxRedirection();
        stories.read(version.id());
        assertThat(page("tom.lindqvist", path(version))).contains("Record Matching Service");
    }

    @Test
    void a_file_without_protection_takes_no_password() {
        DocumentVersion version = read(DocumentFixtures.docx(" "));

        assertThat(password("tom.lindqvist", version, "secret")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void an_upload_by_script_is_answered_with_the_page_to_go_to_or_the_reasons() {
        byte[] file = DocumentFixtures.aContract();

        MvcTestResult added = byScript("tom.lindqvist", file);
        assertThat(added).hasStatus(HttpStatus.CREATED);
        assertThat(added.getResponse().getHeader("Location")).isEqualTo("/contracts/" + contract + "#documents");
        MvcTestResult again = byScript("tom.lindqvist", file);
        assertThat(again).hasStatus(HttpStatus.CONFLICT);
        assertThat(again).bodyJson().extractingPath("$[0]").asString().contains("already here");
        assertThat(byScript("erin.walsh", file)).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void a_quotation_mark_in_the_name_of_a_file_arrives_as_it_was() {
        upload("tom.lindqvist", "annex %22A%22.docx", DocumentFixtures.aContract());

        assertThat(documents.currentVersions(contract))
                .extracting(DocumentVersion::fileName)
                .containsExactly("annex \"A\".docx");
        assertThat(page("tom.lindqvist", "/contracts/" + contract + "/documents"))
                .contains("annex &quot;A&quot;.docx")
                .doesNotContain("%22");
    }

    @Test
    void the_original_comes_as_an_attachment_no_browser_shows() {
        byte[] file = DocumentFixtures.aContract();
        DocumentVersion version = stories.added(contract, "Überwachung.docx", file);

        MvcTestResult answer = get("dana.whitfield", path(version) + "/original");

        assertThat(answer).hasStatusOk().body().isEqualTo(file);
        assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(answer.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void whoever_may_not_know_of_the_documents_is_told_there_are_none() {
        DocumentVersion version = read(DocumentFixtures.aContract());

        for (String path :
                List.of("/contracts/" + contract + "/documents", path(version), path(version) + "/original")) {
            assertThat(get("erin.walsh", path)).as(path).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(get("lena.hoffman", path)).as(path).hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void a_document_of_another_contract_is_not_found_under_this_one() {
        DocumentVersion version = read(DocumentFixtures.aContract());
        ContractId other = stories.aContract();

        assertThat(get("dana.whitfield", "/contracts/" + other + "/documents/" + version.id()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void a_page_number_leads_to_its_first_clause() {
        DocumentVersion version = read(DocumentFixtures.pdf(List.of(
                List.of("1. The first clause stands on the first page of this agreement."),
                List.of("2. The second clause stands on the second page of this agreement."))));

        assertThat(get("dana.whitfield", path(version) + "?page=2"))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .endsWith("?clause=1#clause-1");
    }

    @Test
    void the_api_lists_adds_and_hands_out_by_the_same_rights() {
        MvcTestResult added = mvc.post()
                .uri("/api/contracts/" + contract + "/documents")
                .with(People.tokenOf("tom.lindqvist"))
                .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                .multipart()
                .file(new MockMultipartFile("file", "msa.docx", "text/plain", DocumentFixtures.aContract()))
                .exchange();

        assertThat(added).hasStatus(HttpStatus.CREATED);
        assertThat(added).bodyJson().extractingPath("$.mediaType").asString().contains("wordprocessingml");
        String place = added.getResponse().getHeader("Location");
        assertThat(api("dana.whitfield", place + "/clauses")).hasStatusOk();
        assertThat(api("erin.walsh", place + "/clauses")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api("erin.walsh", place + "/original")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api("erin.walsh", "/api/contracts/" + contract + "/documents"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/api/contracts/" + contract + "/documents").exchange())
                .hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void a_file_inside_another_is_shown_below_it_and_linked_both_ways_with_the_same_rights() {
        DocumentVersion outer = read(DocumentFixtures.zip(Map.of("annex.docx", DocumentFixtures.aContract())));
        DocumentVersion annex = documents.currentWithFilesInside(contract).get(1);
        stories.read(annex.id());

        assertThat(page("dana.whitfield", "/contracts/" + contract + "/documents"))
                .contains("Inside made.bin", path(annex));
        assertThat(page("dana.whitfield", path(outer))).contains("Files inside this one", path(annex));
        assertThat(page("dana.whitfield", path(annex)))
                .contains("was found inside", path(outer), "Record Matching Service")
                .doesNotContain(">Versions<");
        assertThat(get("erin.walsh", path(annex))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api("dana.whitfield", "/api" + path(annex)))
                .bodyJson()
                .extractingPath("$.insideOf")
                .isEqualTo(outer.id().toString());
        assertThat(api("erin.walsh", "/api" + path(annex))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void what_is_told_about_a_file_is_shown_apart_and_not_found_by_a_search() {
        DocumentVersion version = read(DocumentFixtures.pdfWithTitle("Words of the page.", "Frameworkish"));

        assertThat(page("dana.whitfield", path(version))).contains("Document properties", "title: Frameworkish");
        assertThat(page("dana.whitfield", path(version) + "?q=frameworkish")).contains("No hits");
    }

    private DocumentVersion read(byte[] file) {
        return stories.read(stories.added(contract, "made.bin", file).id());
    }

    private String path(DocumentVersion version) {
        return "/contracts/" + contract + "/documents/" + version.id();
    }

    private MvcTestResult upload(String person, String fileName, byte[] content) {
        return upload(person, "Kept title", fileName, content);
    }

    private MvcTestResult upload(String person, String title, String fileName, byte[] content) {
        return mvc.post()
                .uri("/contracts/" + contract + "/documents")
                .with(People.signedInAs(person))
                .with(csrf())
                .multipart()
                .file(new MockMultipartFile(DocumentsPage.FILE, fileName, "application/octet-stream", content))
                .param("document-title", title)
                .exchange();
    }

    private MvcTestResult byScript(String person, byte[] content) {
        return mvc.post()
                .uri("/contracts/" + contract + "/documents")
                .with(People.signedInAs(person))
                .with(csrf())
                .header("X-Requested-With", "XMLHttpRequest")
                .multipart()
                .file(new MockMultipartFile(DocumentsPage.FILE, "made.docx", "application/octet-stream", content))
                .exchange();
    }

    private MvcTestResult password(String person, DocumentVersion version, String password) {
        return mvc.post()
                .uri(path(version) + "/password")
                .with(People.signedInAs(person))
                .with(csrf())
                .param("document-password", password)
                .exchange();
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
