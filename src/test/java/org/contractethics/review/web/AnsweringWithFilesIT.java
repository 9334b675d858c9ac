package org.contractethics.review.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.review.web.BegunReviews.Begun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The account owner answers a question with files, which become documents of the contract and are named, or all is as before. */
@IntegrationTest
class AnsweringWithFilesIT {

    private static final String PRIYA = "priya.raman";
    private static final String TOM = "tom.lindqvist";
    private static final byte[] ANNEX = "Annex B. The agency deletes all data after thirty days.".getBytes(UTF_8);

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final Documents documents;
    private final JdbcClient database;
    private Begun review;
    private String question = "";

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    AnsweringWithFilesIT(MockMvcTester mvc, BegunReviews begun, Documents documents, JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.documents = documents;
        this.database = database;
    }

    @BeforeEach
    void asked() throws Exception {
        review = begun.submitted(mvc);
        review.hands().claim(PRIYA);
        assertThat(review.hands()
                        .post(
                                PRIYA,
                                "/reviews/" + review.review() + "/questions/document-check",
                                Map.of("question", "Where is Annex B?")))
                .hasStatus3xxRedirection();
        question = "/questions/"
                + database.sql("select id from review.question where review_id = :review")
                        .param("review", review.review().value())
                        .query(UUID.class)
                        .single();
    }

    @Test
    void files_become_documents_of_the_contract_and_are_named_beside_those_chosen() throws Exception {
        String before = current().get(0).id().toString();
        assertThat(review.hands().page(TOM, question)).contains("multipart/form-data", "Attach further documents");

        assertThat(answer(
                        TOM,
                        "In these.",
                        before,
                        file("annex-b.txt", ANNEX),
                        file("annex-c.txt", "Annex C".getBytes(UTF_8))))
                .hasStatus3xxRedirection();

        assertThat(current())
                .extracting(DocumentVersion::title)
                .contains("annex-b", "annex-c")
                .hasSize(3);
        assertThat(current()).filteredOn(version -> version.number() == 1).allSatisfy(version -> assertThat(
                        review.hands().page(PRIYA, question))
                .contains("/documents/" + version.id()));
        assertThat(kinds()).containsSubsequence("document-added", "document-added", "question-answered");
    }

    @Test
    void where_one_file_is_refused_nothing_is_kept_and_what_was_typed_stays() {
        MockMultipartFile annex = file("annex-b.txt", ANNEX);

        refused(answer(TOM, "In this one.", "", annex, file("empty.txt", new byte[0])), "The file empty.txt is empty");
        refused(answer(TOM, "In this one.", "", annex, file("again.txt", ANNEX)), "This very file is already here");
        refused(
                answer(TOM, "In this one.", "", annex, file("tool.exe", new byte[] {'M', 'Z', 0, 1})),
                "whatever its name says");
        refused(answer(TOM, " ", "", annex), "Write the answer.");

        assertThat(current()).hasSize(1);
        assertThat(kinds()).doesNotContain("question-answered");
        assertThat(answer(TOM, "In this one.", "", annex)).hasStatus3xxRedirection();
        assertThat(current()).hasSize(2);
    }

    @Test
    void nobody_else_answers_and_nothing_is_added_to_what_was_answered() {
        assertThat(answer("sofia.marin", "I know.", "", file("annex-b.txt", ANNEX)))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("Only the account owner answers this question.");
        assertThat(answer(TOM, "There is none.", "")).hasStatus3xxRedirection();

        assertThat(answer(TOM, "Here.", "", file("annex-b.txt", ANNEX))).hasStatus(HttpStatus.CONFLICT);
        assertThat(current()).hasSize(1);
    }

    @Test
    void programs_send_the_answer_and_its_files_in_parts() {
        assertThat(byApi("{\"answer\": \"Here.\"}", file("annex-b.txt", new byte[0])))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.fields[0].field")
                .isEqualTo("files");
        assertThat(byApi("{\"answer\": \"Here.\"}", file("annex-b.txt", ANNEX)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.answerDocuments[0].fileName")
                .isEqualTo("annex-b.txt");
        assertThat(current()).hasSize(2);
    }

    private void refused(MvcTestResult answer, String why) {
        assertThat(answer)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(why, "Choose the files again: annex-b.txt");
    }

    private MvcTestResult answer(String person, String text, String named, MockMultipartFile... files) {
        var request = mvc.post().uri(question + "/answer").multipart();
        for (MockMultipartFile file : files) {
            request = request.file(file);
        }
        request = request.param("answer", text);
        if (!named.isEmpty()) {
            request = request.param("documents", named);
        }
        return request.with(People.signedInAs(person)).with(csrf()).exchange();
    }

    private MvcTestResult byApi(String answer, MockMultipartFile file) {
        return mvc.post()
                .uri("/api" + question + "/answer")
                .multipart()
                .file(new MockMultipartFile("answer", "", MediaType.APPLICATION_JSON_VALUE, answer.getBytes(UTF_8)))
                .file(file)
                .with(People.tokenOf(TOM))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .exchange();
    }

    private static MockMultipartFile file(String name, byte[] bytes) {
        return new MockMultipartFile("files", name, MediaType.APPLICATION_OCTET_STREAM_VALUE, bytes);
    }

    private List<DocumentVersion> current() {
        return documents.currentVersions(review.contract());
    }

    private List<String> kinds() {
        return database.sql("select kind from record.entry where contract = :id order by n")
                .param("id", review.contract().value())
                .query(String.class)
                .list();
    }
}
