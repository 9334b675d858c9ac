package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.document.Documents;
import org.contractethics.review.web.BegunReviews.Begun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A question and its answer name documents of the contract, and of no other. */
@IntegrationTest
class QuestionDocumentsIT {

    private static final String PRIYA = "priya.raman";
    private static final String TOM = "tom.lindqvist";

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final Documents documents;
    private final JdbcClient database;
    private final ApiCalls api;
    private Begun review;
    private String document;
    private String form;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    QuestionDocumentsIT(
            MockMvcTester mvc, BegunReviews begun, Documents documents, JdbcClient database, Environment settings) {
        this.mvc = mvc;
        this.begun = begun;
        this.documents = documents;
        this.database = database;
        this.api = new ApiCalls(settings);
    }

    @BeforeEach
    void claimed() throws Exception {
        review = begun.submitted(mvc);
        document = currentOf(review);
        form = "/reviews/" + review.review() + "/questions/document-check";
        review.hands().claim(PRIYA);
    }

    @Test
    void a_question_and_its_answer_show_what_they_name() throws Exception {
        assertThat(review.hands().page(PRIYA, form)).contains("Documents it is about", document);
        assertThat(review.hands()
                        .post(PRIYA, form, Map.of("question", "Where is Annex B?", "documents", List.of(document))))
                .hasStatus3xxRedirection();
        String question = "/questions/" + question();
        String link = "/contracts/" + review.contract() + "/documents/" + document;
        assertThat(review.hands().page(TOM, question)).contains(link, "Documents that show it");
        assertThat(review.hands()
                        .post(TOM, question + "/answer", Map.of("answer", "In this one.", "documents", document)))
                .hasStatus3xxRedirection();

        assertThat(review.hands().page(PRIYA, question)).contains("In this one.", link);
        Answer shown = api.get(PRIYA, "/api" + question);
        assertThat(shown.body().at("/documents/0/version").asString()).isEqualTo(document);
        assertThat(shown.body().at("/answerDocuments/0/version").asString()).isEqualTo(document);
    }

    @Test
    void documents_of_another_contract_are_refused_and_what_was_typed_stays() throws Exception {
        String foreign = currentOf(begun.submitted(mvc));

        assertThat(review.hands().post(PRIYA, form, Map.of("question", "Where is Annex B?", "documents", foreign)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose current documents of this contract.", "Where is Annex B?");
        Map<String, Object> request =
                Map.of("stage", "document-check", "question", "Where is Annex B?", "documents", List.of(foreign));
        Answer refused = api.post(PRIYA, "/api/reviews/" + review.review() + "/questions", request);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/fields/0/field").asString()).isEqualTo("documents");

        review.hands().post(PRIYA, form, Map.of("question", "Where is Annex B?", "documents", document));
        String question = "/questions/" + question();
        assertThat(review.hands().post(TOM, question + "/answer", Map.of("answer", "Here.", "documents", "none")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose current documents of this contract.", "Here.");
        assertThatThrownBy(() -> name("ANSWER", foreign))
                .hasStackTraceContaining("a question names documents of its own contract");
    }

    @Test
    void nothing_is_named_later_or_taken_back() {
        review.hands().post(PRIYA, form, Map.of("question", "Where is Annex B?", "documents", document));
        review.hands().post(TOM, "/questions/" + question() + "/answer", Map.of("answer", "Here."));

        assertThatThrownBy(() -> name("ANSWER", document))
                .hasStackTraceContaining("a question that is closed names no further document");
        assertThatThrownBy(() -> database.sql("delete from review.question_document where question_id = :id")
                        .param("id", question())
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    private void name(String side, String version) {
        database.sql("insert into review.question_document values (:question, :side, cast(:version as uuid))")
                .param("question", question())
                .param("side", side)
                .param("version", version)
                .update();
    }

    private String currentOf(Begun begun) {
        return documents.currentVersions(begun.contract()).get(0).id().toString();
    }

    private UUID question() {
        return database.sql("select id from review.question where review_id = :review")
                .param("review", review.review().value())
                .query(UUID.class)
                .single();
    }
}
